import { describe, expect, it, vi } from 'vitest';
import { createSearch, HITS_AT_ONCE } from '../../../components/search/controller.ts';
import { excerptOf } from '../../../components/search/excerpt.ts';
import { queryOf } from '../../../components/search/facets.ts';
import type { SearchHit, SearchPage } from '../../../utils/model/search.ts';
import { readQuery } from '../../../utils/search/query.ts';
import { piecesOf } from '../../../utils/text/pieces.ts';
import { fakeSurface, latestRow, NOW } from '../../browser/fake-surface.ts';

const hit = (id: number, more: Parameters<typeof latestRow>[0] = { id }): SearchHit => ({
  row: latestRow({ ...more, id }),
  highlights: { title: [], snippet: [] },
});
const hits = (count: number, from = 1) => Array.from({ length: count }, (_, at) => hit(from + at));
const pageOf = (all: readonly SearchHit[], after: number | null, limit: number): SearchPage => {
  const from = after ?? 0;
  const next = all.length > from + limit ? from + limit : null;
  return { hits: all.slice(from, from + limit), total: all.length, complete: true, next, notes: [] };
};

function searching(all: readonly SearchHit[] = hits(3)) {
  const surface = fakeSurface();
  let found = all;
  surface.found = (_, { after, limit }) => pageOf(found, after, limit);
  const asked = vi.spyOn(surface, 'search');
  const search = createSearch(surface);
  const stop = search.run(() => {});
  const settled = () => vi.waitFor(() => expect(search.state().isWaiting).toBe(false));
  const ids = () => search.state().page?.hits.map(({ row }) => row.id) ?? [];
  const find = (now: readonly SearchHit[]) => {
    found = now;
  };
  return { surface, asked, search, stop, settled, ids, find, actions: search.actions };
}

describe('a search on a surface', () => {
  it('asks for headlines first, then for leads, with every key', async () => {
    const { asked, actions, settled } = searching();
    actions.type('s');
    actions.type('st');
    await settled();
    const questions = asked.mock.calls.map(([typed, { leads }]) => `${typed} ${leads}`);
    expect(questions).toEqual(['s false', 'st false', 'st true']);
  });

  it('drops what is answered late for an older text', async () => {
    const { surface, actions, ids, settled } = searching();
    const { promise, resolve } = Promise.withResolvers<void>();
    const answer = surface.search;
    surface.search = async (typed, options) => {
      const page = await answer(typed, options);
      if (typed !== 'old') return page;
      await promise;
      return { ok: true, value: pageOf(hits(9, 100), null, 30) };
    };
    actions.type('old');
    actions.type('new');
    await settled();
    expect(ids()).toEqual([1, 2, 3]);
    resolve();
    await new Promise((done) => setTimeout(done));
    expect(ids()).toEqual([1, 2, 3]);
  });

  it('does not say that nothing was found before the leads were looked at', async () => {
    const { surface, search, actions, settled } = searching();
    const seen: (number | undefined)[] = [];
    surface.found = (_, { leads }) => pageOf(leads ? hits(2) : [], null, 30);
    search.run(() => seen.push(search.state().page?.total));
    actions.type('storm');
    await settled();
    expect(seen).not.toContain(0);
    expect(search.state().page?.total).toBe(2);
  });

  it('shows nothing, and asks nothing, while nothing is typed', async () => {
    const { asked, search, actions, settled } = searching();
    actions.type('storm');
    await settled();
    actions.type('  ');
    expect(search.state().page).toBeNull();
    actions.narrow({ period: 'day' });
    expect(asked.mock.calls.every(([typed]) => typed === 'storm')).toBe(true);
  });

  it('appends what comes after, each article once', async () => {
    const { search, actions, settled, ids } = searching(hits(70));
    actions.type('storm');
    await settled();
    actions.more();
    await vi.waitFor(() => expect(ids()).toHaveLength(2 * HITS_AT_ONCE));
    actions.more();
    await vi.waitFor(() => expect(ids()).toHaveLength(70));
    expect(new Set(ids()).size).toBe(70);
    expect(search.state().added).toBe(10);
    expect(search.state().page?.next).toBeNull();
  });

  it('keeps every hit in its place when the database changes, with its new marks and without what is gone', async () => {
    const { surface, search, actions, settled, ids, find } = searching();
    actions.type('storm');
    await settled();
    find([hit(9), hit(3), hit(1, { id: 1, unread: false })]);
    surface.changed();
    await vi.waitFor(() => expect(ids()).toEqual([1, 3]));
    expect(search.state().page?.hits[0]?.row.unread).toBe(false);
    expect(search.state().page?.total).toBe(2);
  });

  it('says why there is no answer, and asks again', async () => {
    const { surface, search, actions, settled } = searching();
    surface.refusals.set('search', { code: 'storage' });
    actions.type('storm');
    await settled();
    expect(search.state().problem).toEqual({ code: 'storage' });
    surface.refusals.clear();
    actions.again();
    await settled();
    expect(search.state()).toMatchObject({ problem: null, page: { total: 3 } });
  });

  it('offers the languages of what was found, also after one was chosen', async () => {
    const { search, actions, settled } = searching([
      hit(1, { id: 1, language: 'uk' }),
      hit(2, { id: 2, language: 'en-GB' }),
      hit(3, { id: 3, language: 'uk-UA' }),
      hit(4, { id: 4, language: null }),
    ]);
    actions.type('storm');
    await settled();
    expect(search.state().languages).toEqual(['uk', 'en']);
    actions.narrow({ language: 'en' });
    await settled();
    expect(search.state().languages).toEqual(['uk', 'en']);
  });

  it('ends when it is no longer drawn', async () => {
    const { surface, asked, actions, settled, stop } = searching();
    actions.type('storm');
    await settled();
    const before = asked.mock.calls.length;
    stop();
    surface.changed();
    expect(asked.mock.calls.length).toBe(before);
  });
});

describe('what chips add to a query', () => {
  it('stands before it, so that the last word may still go on and an open quotation takes nothing in', () => {
    const query = readQuery(queryOf('"peace pl', { period: 'day', language: 'uk' }, NOW));
    expect(query.terms).toHaveLength(1);
    expect(query.terms[0]?.isOpen).toBe(true);
    expect(query.languages).toEqual(['uk']);
    expect(query.from).toBe(NOW - 86_400_000);
    expect(query.notes).toEqual([]);
  });

  it('is nothing where nothing was typed or chosen', () => {
    expect(queryOf('  ', { period: 'week', language: 'uk' }, NOW)).toBe('');
    expect(queryOf('storm ', { period: 'any', language: null }, NOW)).toBe('storm ');
  });
});

describe('marks in a text', () => {
  const words = (text: string, ...marks: [number, number][]) =>
    piecesOf(
      text,
      marks.map(([start, end]) => ({ start, end })),
    ).map((piece) => (piece.isMarked ? `[${piece.words}]` : piece.words));

  it('part it at their ends', () => {
    expect(words('Peace plan is here', [0, 5], [6, 10])).toEqual(['[Peace]', ' ', '[plan]', ' is here']);
    expect(words('plan', [0, 4])).toEqual(['[plan]']);
  });

  it('are left out where the text has no such place, and the text stays whole', () => {
    expect(words('plan', [2, 9], [-1, 2], [3, 3]).join('')).toBe('plan');
    expect(words('a plan', [2, 6], [0, 3]).join('')).toBe('a [plan]');
  });

  it('are in what is shown of a long text', () => {
    const text = `${'word '.repeat(40)}storm over the bay`;
    const start = text.indexOf('storm');
    const excerpt = excerptOf(text, [{ start, end: start + 5 }]);
    const [mark] = excerpt.highlights;
    expect(excerpt.words.slice(mark?.start, mark?.end)).toBe('storm');
    expect(mark?.start).toBeLessThanOrEqual(61);
    expect(excerpt.words).toMatch(/^…word /);
    expect(excerptOf('storm', [{ start: 0, end: 5 }])).toEqual({
      words: 'storm',
      highlights: [{ start: 0, end: 5 }],
    });
    const unbroken = 'x'.repeat(200);
    expect(excerptOf(unbroken, [{ start: 150, end: 155 }])).toEqual({
      words: `…${unbroken.slice(150)}`,
      highlights: [{ start: 1, end: 6 }],
    });
  });
});
