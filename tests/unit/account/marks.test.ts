/** Two clients and a server that loses requests, answers and ids, over any interleaving: no mark is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkField } from '../../../utils/account/client.ts';
import {
  compareSets,
  countPending,
  type Evidence,
  failedHeld,
  type Held,
  markHeld,
  NOTHING_PENDING,
  nextBatch,
  type Sets,
  sentHeld,
  takeEvidence,
} from '../../../utils/account/marks.ts';
import { propertyRuns } from '../../property-runs.ts';

const numRuns = propertyRuns;
const timeout = 10_000 + numRuns * 20;
const IDS = ['1', '2', '3', '4', '5', '6'];

/** What a server holds of an article. */
interface Row {
  read: boolean;
  saved: boolean;
}

class ModelServer {
  readonly rows = new Map(IDS.map((id) => [id, { read: false, saved: false } as Row]));

  sets(hidden: string | null): Sets {
    const ids = (keep: (row: Row) => boolean) =>
      new Set([...this.rows].filter(([id, row]) => id !== hidden && keep(row)).map(([id]) => id));
    return { newest: ids(() => true), unread: ids((row) => !row.read), saved: ids((row) => row.saved) };
  }

  contents(ids: readonly string[]): Evidence[] {
    return ids.flatMap((id) => {
      const row = this.rows.get(id);
      if (!row) return [];
      return [
        { id, field: 'read', value: row.read } as const,
        { id, field: 'saved', value: row.saved } as const,
      ];
    });
  }

  mark(id: string, field: MarkField, value: boolean): void {
    const row = this.rows.get(id);
    if (row) row[field] = value;
  }
}

type Fate = 'done' | 'request lost' | 'answer lost' | 'forgotten';

class ModelClient {
  held = new Map(IDS.map((id) => [id, { read: false, saved: false, pending: NOTHING_PENDING } as Held]));
  readonly #server: ModelServer;
  #step = 0;
  /** A pull under way: what it has, and when it was asked for. */
  #sets: { readonly sets: Sets; readonly askedAt: number } | null = null;
  #asked: { readonly evidence: readonly Evidence[]; readonly askedAt: number } | null = null;

  constructor(server: ModelServer) {
    this.#server = server;
  }

  #change(id: string, change: (held: Held) => Held): void {
    const held = this.held.get(id);
    if (held) this.held.set(id, change(held));
  }

  mark(id: string, field: MarkField, value: boolean): void {
    this.#step += 1;
    this.#change(id, (held) => markHeld(held, field, value, this.#step));
  }

  push(fate: Fate, most = 3): boolean {
    const batch = nextBatch(this.held, most);
    if (batch === null) return false;
    this.#step += 1;
    const repeated = batch.marks.some(({ id }) => this.held.get(id)?.pending[batch.field]?.isRepeated);
    // A server that forgets the same mark twice does not take it: its word counts then.
    const forgets = fate === 'forgotten' && !repeated;
    if (fate !== 'request lost' && !forgets)
      for (const { id } of batch.marks) this.#server.mark(id, batch.field, batch.value);
    const isAnswered = fate === 'done' || fate === 'forgotten';
    for (const { id, madeAt } of batch.marks)
      this.#change(id, (held) =>
        isAnswered ? sentHeld(held, batch.field, madeAt, this.#step) : failedHeld(held, batch.field, madeAt),
      );
    return true;
  }

  askSets(hidden: string | null): void {
    this.#step += 1;
    this.#sets = { sets: this.#server.sets(hidden), askedAt: this.#step };
    this.#asked = null;
  }

  /** What the sets say, and the question that they leave open. */
  takeSets(): void {
    if (this.#sets === null) return;
    const { sets, askedAt } = this.#sets;
    this.#sets = null;
    const { evidence, candidates } = compareSets(this.held, sets, (id) => this.held.has(id));
    this.#take(evidence, askedAt);
    this.#step += 1;
    this.#asked = { evidence: this.#server.contents(candidates), askedAt: this.#step };
  }

  takeContents(): void {
    if (this.#asked) this.#take(this.#asked.evidence, this.#asked.askedAt);
    this.#asked = null;
  }

  /** The background dies: what was not stored is gone. */
  kill(): void {
    this.#sets = null;
    this.#asked = null;
  }

  pull(): void {
    this.askSets(null);
    this.takeSets();
    this.takeContents();
  }

  #take(evidence: readonly Evidence[], askedAt: number): void {
    for (const one of evidence) this.#change(one.id, (held) => takeEvidence(held, one, askedAt));
  }
}

const who = fc.nat({ max: 1 });
const id = fc.constantFrom(...IDS);
const field = fc.constantFrom<MarkField>('read', 'saved');
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('mark' as const), who, id, field, value: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('push' as const),
      who,
      fate: fc.constantFrom<Fate>('done', 'done', 'request lost', 'answer lost', 'forgotten'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('ask' as const), who, hidden: fc.option(id) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sets' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('contents' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('kill' as const), who }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Plays actions; `owner` says whose an article's marks are, where only one of both may mark it. */
function play(actions: readonly Action[], owner: (id: string) => number | null) {
  const server = new ModelServer();
  const clients = [new ModelClient(server), new ModelClient(server)] as const;
  const last = new Map<string, boolean>();
  for (const one of actions) {
    const client = one.who === 0 ? clients[0] : clients[1];
    if (one.act === 'mark') {
      const marking = owner(one.id) ?? one.who;
      (marking === 0 ? clients[0] : clients[1]).mark(one.id, one.field, one.value);
      last.set(`${one.id} ${one.field}`, one.value);
    } else if (one.act === 'push') client.push(one.fate);
    else if (one.act === 'ask') client.askSets(one.hidden);
    else if (one.act === 'sets') client.takeSets();
    else if (one.act === 'contents') client.takeContents();
    else client.kill();
  }
  // From now on everything arrives, for as long as it takes.
  for (let turn = 0; turn < 6; turn += 1) {
    for (const client of clients) {
      while (client.push('done'));
      client.pull();
    }
  }
  return { server, clients, last };
}

describe('marks of two clients', () => {
  it(
    'all reach the server, and the other client, where only one of them marks an article',
    () =>
      fc.assert(
        fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
          const { server, clients, last } = play(actions, (one) => Number(one) % 2);
          for (const [key, value] of last) {
            const [of = '', name = 'read'] = key.split(' ');
            expect(server.rows.get(of)?.[name === 'read' ? 'read' : 'saved']).toBe(value);
          }
          for (const client of clients) {
            for (const [of, row] of server.rows) expect(client.held.get(of)).toMatchObject(row);
            expect(countPending(client.held.values())).toBe(0);
          }
        }),
        { numRuns },
      ),
    timeout,
  );

  it(
    'come to one state where both mark the same articles, which one of both wanted',
    () =>
      fc.assert(
        fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
          const { server, clients } = play(actions, () => null);
          for (const client of clients) {
            for (const [of, row] of server.rows) expect(client.held.get(of)).toMatchObject(row);
            expect(countPending(client.held.values())).toBe(0);
          }
        }),
        { numRuns },
      ),
    timeout,
  );
});

const UNREAD: Held = { read: false, saved: false, pending: NOTHING_PENDING };
const read = (value: boolean): Evidence => ({ id: '1', field: 'read', value });

describe('a mark', () => {
  it('that the server took is still waiting, until a set that was asked for later shows it', () => {
    const sent = sentHeld(markHeld(UNREAD, 'read', true, 1), 'read', 1, 3);
    expect(takeEvidence(sent, read(true), 2)).toBe(sent);
    expect(takeEvidence(sent, read(false), 3)).toBe(sent);
    expect(takeEvidence(sent, read(true), 4)).toEqual({ ...UNREAD, read: true });
  });

  it('that is contradicted is sent once more, then the server’s word counts', () => {
    const sent = sentHeld(markHeld(UNREAD, 'read', true, 1), 'read', 1, 2);
    const again = takeEvidence(sent, read(false), 3);
    expect(again).toMatchObject({ read: true, pending: { read: { sentAt: null, isRepeated: true } } });
    expect(takeEvidence(sentHeld(again, 'read', 1, 4), read(false), 5)).toEqual(UNREAD);
  });

  it('made while an older one was on its way is sent after it', () => {
    const later = markHeld(markHeld(UNREAD, 'read', true, 1), 'read', false, 2);
    expect(sentHeld(later, 'read', 1, 3).pending.read).toMatchObject({ value: false, sentAt: null });
  });

  it('that keeps failing stops no other, and is tried in ever smaller company', () => {
    let held = new Map(IDS.map((one, n) => [one, markHeld(UNREAD, 'read', true, n + 1)]));
    for (let turn = 0; turn < 30; turn += 1) {
      const batch = nextBatch(held, 4);
      if (batch === null) break;
      const fails = batch.marks.some((mark) => mark.id === '1');
      held = new Map(held);
      for (const { id: of, madeAt } of batch.marks) {
        const before = held.get(of) ?? UNREAD;
        held.set(of, fails ? failedHeld(before, 'read', madeAt) : sentHeld(before, 'read', madeAt, 50));
      }
    }
    const unsent = [...held].filter(([, { pending }]) => pending.read?.sentAt === null).map(([of]) => of);
    expect(unsent).toEqual(['1']);
  });
});

describe('sets of ids', () => {
  it('never read an article by lacking it', () => {
    const held = new Map([['1', UNREAD]]);
    const sets = { newest: new Set(['1']), unread: new Set<string>(), saved: new Set<string>() };
    expect(compareSets(held, sets, (one) => held.has(one))).toEqual({
      evidence: [],
      candidates: ['1'],
      unknown: [],
    });
  });

  it('name what is not known here, the newest first, and not what was let go', () => {
    const sets = { newest: new Set(['9', '10', '11']), unread: new Set(['9', '7']), saved: new Set(['3']) };
    const { unknown } = compareSets(new Map(), sets, (one) => one === '7');
    expect(unknown).toEqual(['11', '10', '9', '3']);
  });
});
