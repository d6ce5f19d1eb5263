import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../utils/search/query.ts';

/** Terms as their folded words, `*` behind those that are still being typed. */
const terms = (typed: string) =>
  readQuery(typed).terms.map(
    ({ words, isOpen }) => words.map(({ folded }) => folded).join('+') + (isOpen ? '*' : ''),
  );
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

describe('a query', () => {
  it('is words, of which the last may go on', () => {
    expect(terms('Grain deal')).toEqual(['grain', 'deal*']);
    expect(terms('Grain deal ')).toEqual(['grain', 'deal']);
    expect(terms('')).toEqual([]);
    expect(terms(' . ! ')).toEqual([]);
  });

  it('keeps what is quoted together, also while the quotation is typed', () => {
    expect(terms('"prime minister" said')).toEqual(['prime+minister', 'said*']);
    expect(terms('«прем’єр міністр» ')).toEqual(['премер+министр']);
    expect(terms('“prime min')).toEqual(['prime+min*']);
    expect(terms('covid-19 ')).toEqual(['covid+19']);
  });

  it('says what must not be there', () => {
    const query = readQuery('harbour -storm -"snow fall"');
    expect(query.terms).toHaveLength(1);
    expect(query.without.map(({ words }) => words.map(({ folded }) => folded))).toEqual([
      ['storm'],
      ['snow', 'fall'],
    ]);
  });

  it('names sources, languages and days, in English or Ukrainian', () => {
    const query = readQuery('source:"BBC News" lang:uk from:2026-11-01 to:2026-11-30');
    expect(query.sources).toEqual([{ words: ['bbc', 'news'], text: 'source:"BBC News"' }]);
    expect(query.languages).toEqual(['uk']);
    expect([query.from, query.to]).toEqual([day(2026, 11, 1), day(2026, 12, 1)]);
    expect(query.notes).toEqual([]);
    expect(readQuery('джерело:Хвиля мова:uk від:2026 до:2026-02')).toMatchObject({
      languages: ['uk'],
      from: day(2026, 1, 1),
      to: day(2026, 3, 1),
      notes: [],
    });
  });

  it('knows a minute of a day', () => {
    const query = readQuery('from:2026-11-24T19:05 to:2026-11-25T07:30 storm');
    expect(query.from).toBe(new Date(2026, 10, 24, 19, 5).getTime());
    expect(query.to).toBe(new Date(2026, 10, 25, 7, 31).getTime());
    expect(query.notes).toEqual([]);
    expect(readQuery('from:2026-02-30T10:00').notes).toHaveLength(1);
  });

  it('notes what it does not understand, and searches for the rest', () => {
    const query = readQuery('storm from:tomorrow to:2026-02-30 lang:ukrainian');
    expect(query.notes).toEqual([
      { code: 'bad-date', text: 'from:tomorrow' },
      { code: 'bad-date', text: 'to:2026-02-30' },
      { code: 'bad-language', text: 'lang:ukrainian' },
    ]);
    expect(query.terms).toHaveLength(1);
  });

  it('takes a colon that names nothing for text', () => {
    expect(terms('Live: talks')).toEqual(['live', 'talks*']);
    expect(terms('live:talks ')).toEqual(['live+talks']);
  });

  it('reads the beginning of what is far too long, and says so', () => {
    const query = readQuery('storm '.repeat(2_000));
    expect(query.terms.length).toBeLessThanOrEqual(16);
    expect(query.notes.some(({ code }) => code === 'too-long')).toBe(true);
  });
});
