/** Two browsers and a feed server, over any interleaving and deaths between any two steps: no mark is lost. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MarkField } from '../../../utils/account/client.ts';
import { isStoryRead } from '../../../utils/store/marks.ts';
import { asAllRead } from '../../../utils/store/records.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { propertyRuns } from '../../property-runs.ts';
import {
  type Fate,
  fillShelf,
  MarkClient,
  MarkServer,
  openDatabase,
  SHELF,
} from '../support/marking-client.ts';

const numRuns = propertyRuns;
const timeout = 20_000 + numRuns * 200;
const HELD_BACK = 3 * 60_000;

let databases: readonly [Database, Database];
beforeAll(async () => {
  databases = [await openDatabase(), await openDatabase()];
});

const who = fc.nat({ max: 1 });
const id = fc.constantFrom(...SHELF.keys());
const field = fc.constantFrom<MarkField>('read', 'saved');
const fate = fc.constantFrom<Fate>('done', 'done', 'request lost', 'answer lost', 'forgotten');
const mark = {
  weight: 5,
  arbitrary: fc.record({ act: fc.constant('mark' as const), who, id, field, value: fc.boolean() }),
};
const rest = [
  { weight: 4, arbitrary: fc.record({ act: fc.constant('send' as const), who, fate }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('note' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('ask' as const), who, hidden: fc.option(id) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sets' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('contents' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('kill' as const), who }) },
];
const all = [
  { weight: 2, arbitrary: fc.record({ act: fc.constant('mark all' as const), who }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('undo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('wait' as const), who }) },
];
const action = fc.oneof(mark, ...rest, ...all);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;
const marksAlone = fc.oneof(mark, ...rest) as fc.Arbitrary<Action>;

async function act(client: MarkClient, action: Action): Promise<unknown> {
  switch (action.act) {
    case 'mark':
      return client.mark(action.id, action.field, action.value);
    case 'send':
      return client.send(action.fate);
    case 'note':
      return client.note();
    case 'ask':
      return client.askSets(action.hidden);
    case 'sets':
      return client.takeSets();
    case 'contents':
      return client.takeContents();
    case 'mark all':
      return client.markAll();
    case 'undo':
      return client.undoMarkAll();
    case 'wait':
      return client.wait(HELD_BACK);
    case 'kill':
      return client.kill();
  }
}

/** Plays actions; `owner` says whose an article's marks are, where only one of both may mark it. */
async function play(actions: readonly Action[], owner: (id: string) => number | null) {
  const server = new MarkServer();
  const clients = databases.map((db) => new MarkClient(db, server));
  await Promise.all([fillShelf(databases[0], 'stories'), fillShelf(databases[1], 'articles')]);
  const last = new Map<string, boolean>();
  for (const one of actions) {
    const whose = one.act === 'mark' ? (owner(one.id) ?? one.who) : one.who;
    const client = clients[whose];
    if (client) await act(client, one);
    if (one.act === 'mark')
      for (const mate of matesOf(one.id, one.field, whose)) last.set(`${mate} ${one.field}`, one.value);
  }
  await settle(clients);
  return { server, clients, last };
}

/** In the browser whose rows are stories, reading one reads all of them. */
function matesOf(id: string, field: MarkField, whose: number): string[] {
  const story = SHELF.get(id) ?? 0;
  if (field !== 'read' || whose !== 0 || story === 0) return [id];
  return [...SHELF].filter(([, other]) => other === story).map(([mate]) => mate);
}

/** From now on everything arrives, for as long as it takes. */
async function settle(clients: readonly MarkClient[]): Promise<void> {
  for (const client of clients) client.kill();
  for (let turn = 0; turn < 6; turn += 1) {
    let busy = false;
    for (const client of clients) {
      await client.wait(HELD_BACK);
      for (; await client.send('done'); busy = true) await client.note();
      await client.pull();
    }
    if (!busy && turn > 1) return;
  }
}

/** Everybody has what the server has, nothing waits, and the totals are those of what is stored. */
async function expectOneState(server: MarkServer, clients: readonly MarkClient[]): Promise<void> {
  const there = [...server.rows].map(([one, row]) => [one, { ...row, isWaiting: false }] as const);
  for (const client of clients) {
    expect([...(await client.shown())]).toEqual(there);
    const { kept, counted } = await client.totals();
    expect(kept).toEqual(counted);
  }
}

/** A row of Latest whose articles are all read on the server is read. */
async function expectReadRows(server: MarkServer, clients: readonly MarkClient[]): Promise<void> {
  for (const client of clients) {
    const allRead = asAllRead(await client.db.get('records', 'allStoriesRead'));
    for (const story of await client.db.getAll('stories')) {
      const isAllRead = [...SHELF].every(([one, of]) => of !== story.id || server.rows.get(one)?.read);
      // The third holds an article that no server has.
      if (isAllRead && story.id !== 13) expect(isStoryRead(story, allRead)).toBe(true);
    }
  }
}

describe('marks of two browsers', () => {
  it(
    'all reach the server, and the other browser, where only one of them marks an article',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(marksAlone, { maxLength: 40, size: 'max' }), async (actions) => {
          const { server, clients, last } = await play(actions, (one) => (SHELF.get(one) ?? 0) % 2);
          for (const [key, value] of last) {
            const [of = '', name = 'read'] = key.split(' ');
            expect(server.rows.get(of)?.[name === 'read' ? 'read' : 'saved'], key).toBe(value);
          }
          await expectOneState(server, clients);
          await expectReadRows(server, clients);
        }),
        { numRuns },
      ),
    timeout,
  );

  it(
    'come to one state where both mark the same articles and mark all, and take that back',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(action, { maxLength: 40, size: 'max' }), async (actions) => {
          const { server, clients } = await play(actions, () => null);
          await expectOneState(server, clients);
        }),
        { numRuns },
      ),
    timeout,
  );
});
