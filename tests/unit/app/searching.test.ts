import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { type SearchRequest, search } from '../../../utils/app/queries/search.ts';
import type { SearchHit } from '../../../utils/model/search.ts';
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
});
