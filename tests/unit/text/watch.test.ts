import { describe, expect, it } from 'vitest';
import { isolate } from '../../../utils/text/isolate.ts';
import { createWatch, hasWatchedWord } from '../../../utils/text/watch.ts';

/** The parts of a headline that are marked. */
function marked(words: string, title: string, snippet = '', language: string | null = null): string[] {
  const watch = createWatch([{ words, feedId: null }]);
  return watch.spans({ title, snippet, language }, 1).map(([from, to]) => title.slice(from, to));
}

describe('what is watched for', () => {
  it.each([
    ['election', 'Elections in Moldova: what is known about elections', ['Elections', 'elections']],
    ['вибори', 'Результати виборів у Молдові', ['виборів']],
    ['Чорнобиль', 'У Чорнобилі відкрили сховище', ['Чорнобилі']],
    ['выборы', 'Что известно о выборах', ['выборах']],
    ['peace plan', 'Peace plans and a plan of peace', ['Peace plans']],
    ['peace plan', 'A plan for peace', []],
    ['elect*', 'Electoral law before the election', ['Electoral', 'election']],
    ['NATO', 'nato’s summit', ['nato’s']],
    ['п’ять', 'Ще п\u02bcять ракет', ['п\u02bcять']],
    ['东京', '日本首相访问东京和大阪', ['东京']],
    ['القدس', 'مفاوضات في القدس اليوم', ['القدس']],
    ['cat', 'Category theory', []],
    ['1 080', 'Losses of 1 080 tanks', ['1 080']],
  ])('%s is marked in whatever form it stands in "%s"', (words, title, expected) => {
    expect(marked(words, title)).toEqual(expected);
  });

  it.each([
    ['Apple -juice', 'Apple presents a phone', ['Apple']],
    ['Apple -juice', 'Apple juice recalled', []],
    ['Mercury -"space probe"', 'Mercury in fish', ['Mercury']],
    ['Mercury -"space probe"', 'Space probes reach Mercury', []],
    ['Меркурій -«космічний апарат»', 'Космічного апарата біля Меркурія не бачили', []],
    ['Kyiv-based', 'A Kyiv-based start-up', ['Kyiv-based']],
  ])('%s leaves out what it excludes: "%s"', (words, title, expected) => {
    expect(marked(words, title, '', title.startsWith('К') ? 'uk' : 'en')).toEqual(expected);
  });

  it('excludes by the lead as well, and is found there', () => {
    expect(marked('Apple -juice', 'Apple recalls bottles', 'The juice was sour.')).toEqual([]);
    const watch = createWatch([{ words: 'orchid', feedId: null }]);
    expect(watch.found({ title: 'A find', snippet: 'Two orchids', language: 'en' }, 1)).toEqual(['orchid']);
  });

  it('is looked for in one source alone where the reader chose it', () => {
    const watch = createWatch([{ words: 'tram', feedId: 7 }]);
    const text = { title: 'A tram', snippet: '', language: null };
    expect([watch.found(text, 7), watch.found(text, 8)]).toEqual([['tram'], []]);
  });

  it('marks what overlaps once', () => {
    const watch = createWatch([
      { words: 'tram depot', feedId: null },
      { words: 'depot', feedId: null },
    ]);
    expect(watch.spans({ title: 'New tram depot opens', snippet: '', language: 'en' }, 1)).toEqual([[4, 14]]);
  });

  it('is nothing where only exclusions or signs are given', () => {
    expect(['-juice', '***', ' ', '-"a b"'].map(hasWatchedWord)).toEqual([false, false, false, false]);
    expect(marked('-juice', 'Apple juice')).toEqual([]);
    expect(marked('a*', '<script>alert(1)</script>')).toEqual(['alert']);
  });
});

describe('a text of others in a place of Lede’s', () => {
  it('keeps to one line and to its own direction', () => {
    expect(isolate('A\u202eB\u2067\n\tC\u0000', 10)).toBe('\u2068AB C\u2069');
    expect(isolate('\u202e \n', 10)).toBe('');
    expect(isolate('חדשות today', 20)).toBe('\u2068חדשות today\u2069');
  });

  it('is cut between characters, not within one', () => {
    expect(isolate('👍👍👍👍', 3)).toBe('\u2068👍👍…\u2069');
    expect(Array.from(isolate('x'.repeat(2000), 140))).toHaveLength(142);
  });
});
