/** Alerts: what raises one, how it is told, and that nothing tells it twice. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { answerAlert, answerNotification, openAlert } from '../../../utils/app/commands/answer-alert.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { join } from '../../../utils/app/commands/correct-stories.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { visitLatest } from '../../../utils/app/commands/visit-latest.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { alerts, watched } from '../../../utils/app/queries/alerts.ts';
import { breaking } from '../../../utils/app/queries/breaking.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import type { SettingsPatch } from '../../../utils/model/settings.ts';
import { QUAKE } from '../../stories/events.ts';
import { changeSource } from '../support/sources.ts';
import { createWorld, HOUR, MINUTE, rss, type TestItem, type World } from '../support/world.ts';

const NAMES = ['courier', 'herald', 'tribune', 'observer'];
const LOUD = { badge: true, notification: true, ticker: true };
const SILENT = { badge: false, notification: false, ticker: false };

let world: World;
let serial: number;

beforeEach(async () => {
  world = createWorld();
  serial = 0;
  for (const name of NAMES) {
    answer(name, []);
    await addFeed(world.deps, url(name));
  }
  world.time += HOUR;
  await set({
    checkMinutes: 5,
    alertBy: { watch: LOUD, breaking: LOUD },
    breaking: { sources: 4, minutes: 60 },
  });
});

const url = (name: string): string => `https://${name}.example/rss`;
const set = (patch: SettingsPatch) => changeSettings(world.deps, patch);
const watch = (...words: string[]) => set({ watchWords: words.map((one) => ({ words: one, feedId: null })) });
const history = async () => alerts(await world.database());
const row = async () => (await latest(await world.database(), { after: null, limit: 5 })).rows[0];

function answer(name: string, items: readonly TestItem[]): void {
  world.answer(url(name), rss(items, { title: name, site: `https://${name}.example/`, language: 'en' }));
}

function item(title: string, minutesAgo = 5, text = ''): TestItem {
  serial += 1;
  const link = `https://news.example/${serial}`;
  return { title, text, guid: `${serial}`, link, at: world.time - minutesAgo * MINUTE };
}

/** Sources publish, the first of `NAMES` the first, and all are polled. */
async function publish(items: readonly (TestItem | null)[], deps: Deps = world.deps): Promise<void> {
  world.time += 10 * MINUTE;
  for (const [at, one] of items.entries()) if (one) answer(NAMES[at] ?? '', [one]);
  await poll(deps);
}

const breakIt = (deps?: Deps) =>
  publish(
    QUAKE.slice(0, NAMES.length).map((title) => item(title)),
    deps,
  );

describe('a word that is watched for', () => {
  it('raises one alert a story, with its headline, and a notification', async () => {
    await watch('orchid', 'tram');
    await publish([item('Two lost orchids found near the quarry'), item('Council votes on budget')]);
    expect(await history()).toMatchObject([
      { kind: 'watch', words: ['orchid'], title: 'Two lost orchids found near the quarry', state: 'new' },
    ]);
    expect(world.notices).toMatchObject([
      {
        title: '\u2068Two lost orchids found near the quarry\u2069',
        text: '“\u2068orchid\u2069” · \u2068courier\u2069',
      },
    ]);
    expect(world.toolbars.at(-1)).toMatchObject({ tone: 'watch' });
    expect((await watched(await world.database(), { now: world.time })).map(({ title }) => title)).toEqual([
      'Two lost orchids found near the quarry',
    ]);
    await publish([null, null, item('Two lost orchids are found near the quarry, botanists say')]);
    expect([(await history()).length, world.notices.length]).toEqual([1, 1]);
  });

  it('is told as it was written where it looks like markup, and turns nothing of the notification around', async () => {
    await watch('orchid');
    await publish([
      item('Orchid &amp;lt;img src=x onerror=alert(1)&amp;gt; \u202egnp.exe &lt;b&gt;found&lt;/b&gt;'),
    ]);
    expect(world.notices.map(({ title }) => title)).toEqual([
      '\u2068Orchid <img src=x onerror=alert(1)> gnp.exe found\u2069',
    ]);
  });

  it('raises one however late the article is, but none at a source’s first fetch', async () => {
    await watch('orchid');
    answer('late', [item('Orchid of the year')]);
    await addFeed(world.deps, url('late'));
    expect(await history()).toEqual([]);
    await publish([item('Orchid thief caught in Oslo', 20 * 60)]);
    expect((await history()).map(({ title }) => title)).toEqual(['Orchid thief caught in Oslo']);
  });

  it('raises none of what is muted, in another source than the chosen one, or with a word that is excluded', async () => {
    const feed = await (await world.database()).getFromIndex('feeds', 'byUrl', url('herald'));
    await set({ watchWords: [{ words: 'orchid -paper', feedId: feed?.id ?? 0 }] });
    await changeSource(world.deps, feed?.id ?? 0, { muted: true });
    await publish([item('Orchid show opens'), item('Orchid prices fall')]);
    expect(await history()).toEqual([]);
    await changeSource(world.deps, feed?.id ?? 0, { muted: false });
    await publish([null, item('Paper orchid sells for a million')]);
    await publish([null, item('Orchid island closes to tourists')]);
    expect((await history()).map(({ title }) => title)).toEqual(['Orchid island closes to tourists']);
  });

  it('raises none where the kind is told by nothing, nor later for the same story', async () => {
    await watch('orchid');
    await set({ alertBy: { watch: SILENT, breaking: LOUD } });
    await publish([item('Orchid show opens in the old harbour of Odesa')]);
    await set({ alertBy: { watch: LOUD, breaking: LOUD } });
    await publish([null, item('Orchid show opens in old Odesa harbour')]);
    expect(await history()).toEqual([]);
    expect(world.notices).toEqual([]);
  });

  it('shows a hostile headline as one short line of plain text', async () => {
    await watch('orchid');
    await publish([item(`\u202eorchid &lt;script&gt;alert(1)&lt;/script&gt; ${'long '.repeat(400)}`)]);
    const [notice] = world.notices;
    expect(Array.from(notice?.title ?? '')).toHaveLength(142);
    expect(notice?.title).toMatch(/^\u2068orchid [^\u202e\n]*…\u2069$/);
  });
});

describe('a story that breaks', () => {
  it('is told once, by its number of sources', async () => {
    await breakIt();
    expect(await history()).toMatchObject([{ kind: 'breaking', voices: 4 }]);
    expect(world.notices.map(({ text }) => text)).toEqual(['Breaking · 4 sources']);
    await wake(world.reborn());
    await publish([item(`${QUAKE[0]} again`), item(`${QUAKE[1]} again`)]);
    expect([(await history()).length, world.notices.length]).toEqual([1, 1]);
  });

  it('shows ! on red until Latest is seen, in every mode but off', async () => {
    await breakIt();
    const looks = [];
    for (const badge of ['new', 'unread', 'alerts', 'off'] as const) {
      await set({ badge });
      looks.push([world.toolbars.at(-1)?.text, world.toolbars.at(-1)?.tone]);
    }
    expect(looks).toEqual([
      ['!', 'breaking'],
      ['!', 'breaking'],
      ['!', 'breaking'],
      ['', 'count'],
    ]);
    await set({ badge: 'unread' });
    await visitLatest(world.deps);
    expect(world.toolbars.at(-1)).toMatchObject({ text: '1', tone: 'count' });
  });

  it('takes the place of the notification of a word in the same story', async () => {
    await watch('earthquake');
    await publish([item(QUAKE[0])]);
    await publish([null, ...QUAKE.slice(1, NAMES.length).map((title) => item(title))]);
    expect((await history()).map(({ kind }) => kind)).toEqual(['breaking', 'watch']);
    expect(new Set(world.notices.map(({ id }) => id)).size).toBe(1);
    expect(world.notices).toHaveLength(2);
  });

  it('leaves a story that became part of another as told as it was', async () => {
    await watch('tremor');
    await publish([item('Budget of Oslo passed after a night of talks')]);
    await publish([null, item('Tremor felt in Manisa, schools closed')]);
    const stories = await (await world.database()).getAll('stories');
    await join(world.deps, [stories[0]?.id ?? 0, stories[1]?.id ?? 0]);
    await publish([null, null, item('Tremor felt in Manisa, all schools closed')]);
    expect(await history()).toHaveLength(1);
  });

  it('is in no ticker and raises nothing where it is told by nothing', async () => {
    await set({ alertBy: { watch: LOUD, breaking: SILENT } });
    await breakIt();
    expect([await history(), await breaking(await world.database(), { now: world.time })]).toEqual([[], []]);
    expect(world.toolbars.at(-1)?.tone).toBe('count');
  });
});

describe('a notification', () => {
  it('is shown by the next background where one died before, and by none where one died while showing it', async () => {
    const dying = { ...world.reborn(), notify: vi.fn(() => Promise.reject(new Error('killed'))) };
    await breakIt(dying);
    expect(dying.notify).toHaveBeenCalledTimes(1);
    await wake(world.reborn());
    expect([world.notices, (await history()).length]).toEqual([[], 1]);
    // This one died between the story and the notification.
    await (await world.database()).put('alerts', {
      ...((await (await world.database()).getAll('alerts'))[0] as never as object),
      notified: 'wanted',
    } as never);
    await wake(world.reborn());
    await wake(world.reborn());
    expect(world.notices).toHaveLength(1);
  });

  it('is not shown an hour late', async () => {
    await breakIt({ ...world.reborn(), notify: () => Promise.reject(new Error('killed')) });
    const db = await world.database();
    for (const alert of await db.getAll('alerts')) await db.put('alerts', { ...alert, notified: 'wanted' });
    world.time += 2 * HOUR;
    await wake(world.reborn());
    expect(world.notices).toEqual([]);
  });

  it('opens its article when it is pressed, whichever background is there', async () => {
    await breakIt();
    const [notice] = world.notices;
    await answerNotification(world.reborn(), notice?.id ?? 0, 'open');
    const [alert] = await history();
    expect([world.tabs, alert?.state, (await row())?.unread]).toEqual([[alert?.url], 'done', false]);
    expect(world.forgotten).toEqual([notice?.id]);
    await answerNotification(world.reborn(), 999, 'open');
    expect(world.tabs).toHaveLength(1);
  });

  it('keeps its article for later, until the reader is done with it', async () => {
    await breakIt();
    const [notice] = world.notices;
    await answerNotification(world.reborn(), notice?.id ?? 0, 'later');
    const [alert] = await history();
    const saved = async () => (await (await world.database()).getAll('marks')).map((mark) => mark.saved);
    expect([alert?.state, await saved(), world.tabs]).toEqual(['later', [true], []]);
    await answerAlert(world.reborn(), alert?.id ?? 0, 'done');
    expect([(await history())[0]?.state, await saved()]).toEqual(['done', [false]]);
    expect(await openAlert(world.deps, 999)).toMatchObject({ ok: false });
  });

  it('is none in quiet hours: the alert stands in the history and on the badge', async () => {
    const quietHours = { isOn: true, from: 0, to: 0, exceptBreaking: false };
    await watch('orchid');
    await set({ quietHours });
    await breakIt();
    expect([world.notices, (await history()).length, world.badges.at(-1)]).toEqual([[], 1, '!']);
    await set({ quietHours: { ...quietHours, isOn: false } });
    await wake(world.reborn());
    expect(world.notices).toEqual([]);
    await set({ quietHours: { ...quietHours, exceptBreaking: true } });
    await publish([item('Orchid show opens')]);
    expect([world.notices, (await history()).length]).toEqual([[], 2]);
  });

  it('speaks the reader’s language', async () => {
    await set({ language: 'uk' });
    await breakIt();
    expect(world.notices).toMatchObject([
      { text: 'Терміново · 4\u00a0джерела', buttons: ['Відкрити', 'Пізніше'] },
    ]);
  });
});

describe('the history', () => {
  it('holds the last hundred, and survives restarts', async () => {
    await watch('orchid');
    // A hundred and twenty headlines that share nothing but the word.
    const word = (n: number) =>
      Array.from(
        { length: 7 },
        (_, at) => 'bcdfghjklm'.charAt((n * 7919 + at * at * 31) % 10) + 'aeiou'.charAt((n >> at) % 5),
      ).join('');
    for (let round = 0; round < 6; round += 1) {
      world.time += 26 * HOUR;
      const numbers = Array.from({ length: 20 }, (_, n) => round * 20 + n);
      answer(
        'courier',
        numbers.map((n) => item(`${word(n * 3)} ${word(n * 3 + 1)} orchid ${word(n * 3 + 2)}`)),
      );
      await poll(world.deps);
    }
    const rows = await alerts(await world.reborn().database());
    expect(rows).toHaveLength(100);
    expect(rows[0]?.at).toBe(world.time);
  });
});
