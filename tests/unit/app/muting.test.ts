import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { markAllRead, markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { related } from '../../../utils/app/commands/related.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { top } from '../../../utils/app/queries/ranked.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { story } from '../../../utils/app/queries/story.ts';
import { muteSome } from '../../../utils/store/mutes.ts';
import { changeStoredSettings } from '../../../utils/store/records.ts';
import { BRIDGE } from '../../stories/events.ts';
import { changeSource } from '../support/sources.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type TestItem, type World } from '../support/world.ts';

const [COURIER, HERALD, TRIBUNE] = ['courier', 'herald', 'tribune'].map(
  (name) => `https://${name}.example/rss`,
) as [string, string, string];
const GAMES = 'Шахтар переміг Динамо у матчі Прем’єр-ліги';

let world: World;
let serial: number;

beforeEach(async () => {
  world = createWorld();
  serial = 0;
});

function item(title: string, at = NOON, text = ''): TestItem {
  serial += 1;
  return { title, text, guid: `${serial}`, link: `https://news.example/${serial}`, at };
}

/** Each source has published these; none is what it held at its first fetch. */
async function publish(bySource: Readonly<Record<string, readonly TestItem[]>>): Promise<void> {
  for (const url of Object.keys(bySource)) {
    world.answer(url, rss([], { title: new URL(url).hostname, site: url }));
    await addFeed(world.deps, url);
  }
  for (const [url, items] of Object.entries(bySource)) {
    world.answer(url, rss(items, { title: new URL(url).hostname, site: url }));
  }
  world.time += 26 * HOUR;
  await poll(world.deps);
}

async function rows() {
  return (await latest(await world.database(), { after: null, limit: 100 })).rows;
}

const titles = async () => (await rows()).map(({ title }) => title);
const unread = async () => (await status(await world.database())).unread;
const mute = (...mutedWords: string[]) => changeSettings(world.deps, { mutedWords });

async function sourceId(url: string): Promise<number> {
  const feed = await (await world.database()).getFromIndex('feeds', 'byUrl', url);
  return feed?.id ?? 0;
}

describe('a muted word', () => {
  it('hides what holds it in headline or lead, in any form, and brings it back when it is taken out', async () => {
    await publish({
      [COURIER]: [
        item(GAMES),
        item('Футболісти «Шахтаря» вирушили до Гамбурга'),
        item('Уряд ухвалив бюджет', NOON, 'Того ж дня, коли грав Шахтар'),
        item('Ціни на газ знизилися'),
      ],
    });
    expect(await unread()).toBe(4);
    await mute('шахтар');
    expect(await titles()).toEqual(['Ціни на газ знизилися']);
    expect(await unread()).toBe(1);
    await mute();
    expect(await titles()).toHaveLength(4);
    expect(await unread()).toBe(4);
  });

  it('is found however its letters are composed, and whichever apostrophe stands in it', async () => {
    const composed = 'Аптеки знову продають йод'.normalize('NFD');
    await publish({ [COURIER]: [item(composed), item('Премʼєри двох країн'), item('Ціни на газ')] });
    await mute('йод');
    expect(await titles()).not.toContain(composed);
    expect(await titles()).toHaveLength(2);
    await mute("прем'єр");
    expect(await titles()).not.toContain('Премʼєри двох країн');
    expect(await titles()).toHaveLength(2);
  });

  it('may be a phrase, whose words must follow one another', async () => {
    await publish({
      [COURIER]: [item('New prime ministers meet in Oslo'), item('Minister opens prime exhibition in Paris')],
    });
    await mute('prime minister');
    expect(await titles()).toEqual(['Minister opens prime exhibition in Paris']);
  });

  it('holds for what comes later, and for a headline that is changed', async () => {
    await publish({ [COURIER]: [] });
    await mute('horoscope');
    const quiet = item('What the stars say');
    world.answer(COURIER, rss([item('Horoscopes for Tuesday'), quiet, item('Budget passed')]));
    world.time += 26 * HOUR;
    await poll(world.deps);
    expect((await titles()).sort()).toEqual(['Budget passed', 'What the stars say']);
    world.answer(COURIER, rss([{ ...quiet, title: 'Your horoscope: what the stars say' }]));
    world.time += 26 * HOUR;
    await poll(world.deps);
    expect(await titles()).toEqual(['Budget passed']);
    expect(await unread()).toBe(1);
  });

  it.each(['', '  ', ',', '!!', '.*', '('])('that says nothing (%j) hides nothing', async (word) => {
    await publish({ [COURIER]: [item('Budget passed')] });
    await changeStoredSettings(await world.database(), { mutedWords: [word] });
    await wake(world.deps);
    expect(await titles()).toEqual(['Budget passed']);
  });

  it('is found in Latest of single articles as well, page by page', async () => {
    await changeSettings(world.deps, { latest: 'articles', mutedWords: ['rumour'] });
    const many = Array.from({ length: 60 }, (_, n) =>
      item(n % 3 === 0 ? `Report ${n}` : `Rumour ${n}`, NOON - n * MINUTE),
    );
    await publish({ [COURIER]: many });
    const db = await world.database();
    const first = await latest(db, { after: null, limit: 12 });
    const second = await latest(db, { after: first.next, limit: 12 });
    const shown = [...first.rows, ...second.rows].map(({ title }) => title);
    expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => `Report ${n * 3}`));
    expect(await unread()).toBe(20);
  });
});

describe('a muted source', () => {
  it('says nothing in a story, which stands under the newest of the others', async () => {
    await publish({
      [COURIER]: [item(BRIDGE[0], NOON)],
      [HERALD]: [item(BRIDGE[1], NOON + HOUR)],
      [TRIBUNE]: [item(BRIDGE[2], NOON + 2 * HOUR)],
    });
    const [before] = await rows();
    expect(before).toMatchObject({ title: BRIDGE[2], story: { others: 2 } });
    await changeSource(world.deps, await sourceId(TRIBUNE), { muted: true });
    const [after] = await rows();
    expect(after).toMatchObject({ title: BRIDGE[1], story: { others: 1, id: before?.story?.id } });
    const view = await story(await world.database(), { storyId: after?.story?.id ?? 0 });
    expect(view?.rows.map(({ title }) => title)).toEqual([BRIDGE[1], BRIDGE[0]]);
  });

  it('counts for no place in Top, at once', async () => {
    await publish({ [COURIER]: [item(BRIDGE[0])], [HERALD]: [item(BRIDGE[1])] });
    const now = world.time;
    const ranked = async () => {
      const page = await top(await world.database(), { now, limit: 10 });
      return page.kind === 'ranked' ? page.rows.length : page.kind;
    };
    expect(await ranked()).toBe(1);
    await changeSource(world.deps, await sourceId(HERALD), { muted: true });
    expect(await ranked()).toBe(0);
    await changeSource(world.deps, await sourceId(HERALD), { muted: false });
    expect(await ranked()).toBe(1);
  });

  it('is not among what is related', async () => {
    await publish({ [COURIER]: [item(BRIDGE[0])], [HERALD]: [item(BRIDGE[1])] });
    const page = { title: BRIDGE[2], summary: '', language: 'en', url: null };
    const found = async () => {
      const answer = await related(world.deps, { page, limit: 5 });
      return answer.ok ? answer.value.map(({ title }) => title) : [];
    };
    expect((await found()).sort()).toEqual([BRIDGE[0], BRIDGE[1]]);
    await changeSource(world.deps, await sourceId(HERALD), { muted: true });
    expect(await found()).toEqual([BRIDGE[0]]);
  });

  it('goes on being asked, and what it brought is there when it is heard again', async () => {
    await publish({ [COURIER]: [] });
    await changeSource(world.deps, await sourceId(COURIER), { muted: true });
    world.answer(COURIER, rss([item('Budget passed')]));
    world.time += 26 * HOUR;
    await poll(world.deps);
    expect(await titles()).toEqual([]);
    expect(await unread()).toBe(0);
    await changeSource(world.deps, await sourceId(COURIER), { muted: false });
    expect(await titles()).toEqual(['Budget passed']);
    expect(await unread()).toBe(1);
  });

  it('that is not followed is said to be none', async () => {
    expect(await changeSource(world.deps, 77, { muted: true })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('totals while things are muted', () => {
  it('stay what one counts, whatever is read meanwhile', async () => {
    await publish({ [COURIER]: [item(BRIDGE[0]), item(GAMES)], [HERALD]: [item(BRIDGE[1])] });
    await mute('Динамо');
    const [hidden] = (await (await world.database()).getAll('articles')).filter(({ muted }) => muted);
    await markRead(world.deps, [hidden?.id ?? 0], true);
    expect(await unread()).toBe(1);
    await mute();
    expect(await unread()).toBe(1);
    await mute('Динамо');
    await markRead(world.deps, [hidden?.id ?? 0], false);
    expect(await unread()).toBe(1);
    await mute();
    expect(await unread()).toBe(2);
    await mute('metro');
    await markAllRead(world.deps);
    await mute();
    expect(await unread()).toBe(0);
  });

  it('are right after the background died in the middle of looking', async () => {
    const many = Array.from({ length: 700 }, (_, n) => item(`Dull thing number ${n} of ${serial}`, NOON - n));
    await publish({ [COURIER]: many.slice(0, 400), [HERALD]: many.slice(400) });
    // The setting is stored, and nothing after it happened.
    const db = await world.database();
    await changeStoredSettings(db, { mutedWords: ['dull'] });
    expect(await muteSome(db)).toBe('more');
    await wake(world.deps);
    expect(await titles()).toEqual([]);
    expect(await unread()).toBe(0);
  });
});
