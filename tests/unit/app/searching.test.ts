import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { hideOrNot } from '../../../utils/app/commands/hide-story.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { type SearchRequest, search } from '../../../utils/app/queries/search.ts';
import type { SearchHit } from '../../../utils/model/search.ts';
import { changeSource, removeForGood } from '../support/sources.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type TestItem, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

let world: World;
let serial: number;

beforeEach(() => {
  world = createWorld();
  serial = 0;
});

function item(title: string, more: { text?: string; at?: number } = {}): TestItem {
  serial += 1;
  return { title, text: '', guid: `${serial}`, link: `https://news.example/${serial}`, at: NOON, ...more };
}

/** Follows a source that holds these. */
async function follow(url: string, name: string, items: readonly TestItem[], language = 'en'): Promise<void> {
  world.answer(url, rss(items, { title: name, site: new URL(url).origin, language }));
  await addFeed(world.deps, url);
}

const find = async (typed: string, more: Partial<SearchRequest> = {}) =>
  search(await world.database(), { typed, after: null, limit: 50, leads: true, now: world.time, ...more });
const titles = async (typed: string, more: Partial<SearchRequest> = {}) =>
  (await find(typed, more)).hits.map(({ row }) => row.title);

/** A hit with what is highlighted in brackets. */
function shown({ row, highlights }: SearchHit): { title: string; snippet: string } {
  const mark = (text: string, parts: SearchHit['highlights']['title']): string =>
    parts.reduceRight(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    );
  return { title: mark(row.title, highlights.title), snippet: mark(row.snippet, highlights.snippet) };
}

describe('search', () => {
  it('finds words in headlines and leads, and highlights them', async () => {
    const lead = 'The harbour stays open while storms last, the port authority said on Monday evening.';
    await follow(COURIER, 'Courier', [item('Storm closes schools', { text: lead }), item('Budget passes')]);
    const { hits, total, complete, next } = await find('storm');
    expect(hits.map(shown)).toEqual([
      { title: '[Storm] closes schools', snippet: lead.replace('storms', '[storms]') },
    ]);
    expect([total, complete, next]).toEqual([1, true, null]);
    expect(await titles('harbour')).toEqual(['Storm closes schools']);
    expect(await titles('harbour', { leads: false })).toEqual([]);
  });

  it('finds all forms of a word, in each language', async () => {
    await follow(COURIER, 'Courier', [item('Ministers meet in Vienna'), item('Ministry of sound reopens')]);
    await follow(HERALD, 'Вісник', [item('Зеленському вручили листа'), item('Ціни у Харкові зросли')], 'uk');
    expect(await titles('minister ')).toEqual(['Ministers meet in Vienna']);
    expect(await titles('Зеленський ')).toEqual(['Зеленському вручили листа']);
    expect(await titles('харків ')).toEqual(['Ціни у Харкові зросли']);
  });

  it('finds what was begun to be typed', async () => {
    await follow(COURIER, 'Courier', [item('Harbour reopens'), item('Hard frost ahead')]);
    expect((await titles('har')).sort()).toEqual(['Harbour reopens', 'Hard frost ahead']);
    expect(await titles('harb')).toEqual(['Harbour reopens']);
    expect(await titles('harb ')).toEqual([]);
  });

  it('finds across alphabets, both ways', async () => {
    await follow(COURIER, 'Courier', [item('Zelenskyy meets Trump in Paris')]);
    await follow(HERALD, 'Вісник', [item('Путін дзвонив Трампу'), item('Зеленський прибув до Києва')], 'uk');
    expect((await titles('zelensky')).sort()).toEqual([
      'Zelenskyy meets Trump in Paris',
      'Зеленський прибув до Києва',
    ]);
    expect((await titles('зеленського')).sort()).toEqual((await titles('zelensky')).sort());
    expect((await titles('трамп')).sort()).toEqual([
      'Zelenskyy meets Trump in Paris',
      'Путін дзвонив Трампу',
    ]);
    expect((await titles('trump ')).sort()).toEqual([
      'Zelenskyy meets Trump in Paris',
      'Путін дзвонив Трампу',
    ]);
    expect(await titles('putin')).toEqual(['Путін дзвонив Трампу']);
  });

  it('finds quoted words only where they follow one another', async () => {
    await follow(COURIER, 'Courier', [
      item('Prime minister resigns'),
      item('Minister visits prime farmland'),
    ]);
    expect(await titles('"prime minister"')).toEqual(['Prime minister resigns']);
    expect((await titles('prime minister ')).length).toBe(2);
  });

  it('finds parts of texts that know no spaces', async () => {
    await follow(COURIER, '日报', [item('乌克兰总统访问巴黎'), item('الرئيس الأوكراني يزور باريس')], 'zh');
    expect((await find('总统')).hits.map(shown).map(({ title }) => title)).toEqual(['乌克兰[总统]访问巴黎']);
    expect(await titles('رئيس')).toEqual(['الرئيس الأوكراني يزور باريس']);
  });

  it('finds by the name of the source', async () => {
    await follow(COURIER, 'Evening Courier', [item('Budget passes')]);
    await follow(HERALD, 'Herald', [item('Budget fails')]);
    expect(await titles('budget courier')).toEqual(['Budget passes']);
  });

  it('finds nothing where nothing is asked', async () => {
    await follow(COURIER, 'Courier', [item('Budget passes')]);
    expect(await find('')).toEqual({ hits: [], total: 0, complete: true, next: null, notes: [] });
  });

  it('gives page after page', async () => {
    await follow(
      COURIER,
      'Courier',
      Array.from({ length: 25 }, (_, n) => item(`Storm number ${n}`, { at: NOON - n * MINUTE })),
    );
    const seen: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await find('storm', { after, limit: 10 });
      seen.push(...page.hits.map(({ row }) => row.title));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(25);
  });

  it('finds what arrived a moment ago', async () => {
    await follow(COURIER, 'Courier', [item('Budget passes')]);
    await titles('storm');
    world.answer(COURIER, rss([item('Storm ahead')], { title: 'Courier' }));
    world.time += 2 * HOUR;
    await poll(world.deps);
    expect(await titles('storm')).toEqual(['Storm ahead']);
  });

  it('finds in named sources, languages and days alone', async () => {
    await follow(COURIER, 'Evening Courier', [
      item('Storm in May', { at: NOON - 40 * 24 * HOUR }),
      item('Storm now'),
    ]);
    await follow(HERALD, 'Вісник', [item('Шторм, storm')], 'uk');
    expect(await titles('storm source:courier')).toEqual(['Storm now', 'Storm in May']);
    expect(await titles('storm source:herald.example')).toEqual(['Шторм, storm']);
    expect(await titles('storm lang:uk')).toEqual(['Шторм, storm']);
    expect(await titles('storm to:2026-02-01')).toEqual(['Storm in May']);
    expect((await titles('storm from:2026-02-01')).length).toBe(2);
    expect(await titles('source:courier')).toEqual(['Storm now', 'Storm in May']);
  });

  it('says which part it did not understand', async () => {
    await follow(COURIER, 'Courier', [item('Storm now')]);
    const page = await find('storm source:tribune from:soon');
    expect(page.hits).toHaveLength(1);
    expect(page.notes).toEqual([
      { code: 'bad-date', text: 'from:soon' },
      { code: 'unknown-source', text: 'source:tribune' },
    ]);
    expect(await find('source:tribune')).toMatchObject({ hits: [], total: 0 });
  });

  it('leaves out what holds an unwanted word', async () => {
    await follow(COURIER, 'Courier', [item('Storm hits harbour'), item('Storm passes')]);
    expect(await titles('storm -harbour')).toEqual(['Storm passes']);
  });

  it('puts the surer and the newer first', async () => {
    const old = NOON - 60 * 24 * HOUR;
    await follow(COURIER, 'Courier', [
      item('Stormy debate', { at: NOON - HOUR }),
      item('Grain ships sail', { text: 'They waited in the harbour for weeks because of a storm at sea.' }),
      item('Storm of last winter', { at: old }),
      item('Storm today', { at: NOON - HOUR }),
    ]);
    const found = await titles('storm');
    expect(found[0]).toBe('Storm today');
    expect(found.indexOf('Storm of last winter')).toBeLessThan(found.indexOf('Grain ships sail'));
    expect(found).toHaveLength(4);
  });

  it('does not find what is muted, and finds it again when it is heard', async () => {
    await follow(COURIER, 'Courier', [item('Storm ahead')]);
    await follow(HERALD, 'Herald', [item('Storm behind')]);
    expect((await titles('storm')).length).toBe(2);
    await changeSettings(world.deps, { mutedWords: ['behind'] });
    expect(await titles('storm')).toEqual(['Storm ahead']);
    await changeSettings(world.deps, { mutedWords: [] });
    await changeSource(world.deps, 1, { muted: true });
    expect(await titles('storm')).toEqual(['Storm behind']);
    await changeSource(world.deps, 1, { muted: false });
    expect((await titles('storm')).length).toBe(2);
  });

  it('does not find what is told of a story that the reader hid, also later', async () => {
    const text = 'The new bridge over the Lopan opened in Kharkiv after two years of work.';
    await follow(COURIER, 'Courier', [item('Kharkiv opens new metro bridge over Lopan river', { text })]);
    const db = await world.database();
    const story = (await db.getAll('stories'))[0]?.id ?? 0;
    expect((await find('kharkiv')).total).toBe(1);
    await hideOrNot(world.deps, story, true);
    expect((await find('kharkiv')).total).toBe(0);
    const again = 'New metro bridge over the Lopan river opens in Kharkiv';
    await follow(HERALD, 'Herald', [item(again, { text, at: NOON + MINUTE })]);
    expect((await db.getAll('articles')).map(({ hidden }) => hidden)).toEqual([true, true]);
    expect((await find('kharkiv')).total).toBe(0);
    await hideOrNot(world.deps, story, false);
    expect((await find('kharkiv')).total).toBe(2);
  });

  it('does not find what went with its source', async () => {
    await follow(COURIER, 'Courier', [item('Storm ahead')]);
    await follow(HERALD, 'Herald', [item('Storm behind')]);
    await titles('storm');
    await removeForGood(world.deps, 1);
    expect(await titles('storm')).toEqual(['Storm behind']);
  });

  it('finds a headline by its present words', async () => {
    const first = item('Storm ahead', { text: 'It comes.' });
    await follow(COURIER, 'Courier', [first]);
    await titles('storm');
    world.answer(COURIER, rss([{ ...first, title: 'Calm ahead' }], { title: 'Courier' }));
    world.time += 2 * HOUR;
    await poll(world.deps);
    expect(await titles('storm')).toEqual([]);
    expect(await titles('calm')).toEqual(['Calm ahead']);
  });

  it('finds what two feeds of a publisher carry once', async () => {
    const twice = item('Storm ahead');
    await follow(COURIER, 'Courier', [twice]);
    await follow('https://courier.example/world', 'Courier World', [twice]);
    expect(await titles('storm')).toEqual(['Storm ahead']);
    await removeForGood(world.deps, 1);
    expect(await titles('storm')).toEqual(['Storm ahead']);
  });

  it('looks through more than is stored in one block, all of it', async () => {
    const many = Array.from({ length: 240 }, (_, n) =>
      item(`Storm ${n} ${n % 3 === 0 ? 'Kyiv' : 'Lviv'}`, { at: NOON - n * MINUTE }),
    );
    await follow(COURIER, 'Courier', many.slice(0, 120));
    await poll(world.deps);
    await follow(HERALD, 'Herald', many.slice(120));
    await poll(world.deps);
    const db = await world.database();
    expect(await db.count('searchHeads')).toBeGreaterThan(0);
    expect((await find('storm', { limit: 200 })).total).toBe(240);
    expect((await find('київ', { limit: 200 })).total).toBe(80);
    expect((await find('storm 239')).hits).toHaveLength(1);
  });

  it('is answered by the background where a page does not see the database', async () => {
    await follow(COURIER, 'Courier', [item('Storm ahead')]);
    const handlers = createHandlers(world.deps);
    const request = { typed: 'storm', after: null, limit: 10, leads: true, now: world.time };
    expect(await handlers.search(request)).toMatchObject({ ok: true, value: { total: 1, complete: true } });
    expect(await handlers.prepareSearch({ now: world.time })).toEqual({ ok: true, value: null });
  });

  it('survives whatever is typed', async () => {
    await follow(COURIER, 'Courier', [item('Storm ahead')]);
    for (const typed of [
      'storm '.repeat(1_700),
      '(.*)+$',
      '\u202estorm',
      '"',
      '-',
      'source:',
      '<script>',
      '\u0000',
    ]) {
      expect((await find(typed)).hits.length).toBeLessThan(2);
    }
  });
});
