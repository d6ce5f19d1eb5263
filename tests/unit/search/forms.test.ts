import { describe, expect, it } from 'vitest';
import { STRENGTH, WordMatcher } from '../../../utils/search/match.ts';
import { wordsOf } from '../../../utils/search/words.ts';

function matcher(typed: string, isOpen: boolean): WordMatcher {
  const [word] = wordsOf(typed);
  if (!word) throw new Error(`no word: ${typed}`);
  return new WordMatcher(word, { isOpen, isExact: false });
}

/** How a word is found by what was typed: only where what it begins with is looked for at all. */
function found(typed: string, word: string, isOpen = false): number {
  const folded = wordsOf(word)[0]?.folded ?? '';
  const searched = matcher(typed, isOpen);
  const isLookedAt = searched.anchors().some((anchor) => folded.startsWith(anchor));
  return isLookedAt ? searched.strength(folded) : STRENGTH.none;
}

describe('a word', () => {
  it.each([
    ['minister', ['ministers', 'Ministern']],
    ['making', ['make', 'makes']],
    ['happy', ['happiness']],
    ['countries', ['country']],
    ['Зеленський', ['Зеленському', 'Зеленського', 'Зеленським', 'Зеленского']],
    ['Київ', ['Києва', 'Києву', 'Києві', 'Киева']],
    ['харків', ['Харкова', 'Харкові', 'Харькова']],
    ['президент', ['президента', 'президентові', 'президентом', 'президенты']],
    ['міста', ['місто', 'містами', 'містах']],
    ['оголосив', ['оголосила', 'оголосили']],
    ['Україна', ['України', 'Україною', 'Украине']],
    ['Ministern', ['Minister']],
  ])('is found by %s in its other forms', (typed, forms) => {
    for (const form of forms) expect([form, found(typed, form)]).toEqual([form, STRENGTH.form]);
  });

  it.each([
    ['zelensky', ['Зеленський', 'Зеленського', 'Зеленской']],
    ['зеленського', ['Zelenskyy', 'Zelensky', 'Zelenskiy', 'Zelenski']],
    ['trump', ['Трамп', 'Трампа']],
    ['трампу', ['Trump']],
    ['biden', ['Байден', 'Байдена']],
    ['маска', ['Musk']],
    ['putin', ['Путін', 'Путина']],
    ['kyiv', ['Київ', 'Києва', 'Киева']],
    ['київ', ['Kyiv', 'Kiev']],
    ['kharkiv', ['Харків', 'Харкова', 'Харькове']],
    ['харкова', ['Kharkiv', 'Kharkov']],
    ['lviv', ['Львів', 'Львова']],
    ['запоріжжі', ['Zaporizhzhia']],
    ['netanyahu', ['Нетаньяху']],
    ['vybory', ['вибори', 'выборы', 'виборів']],
    ['viina', ['війна', 'війни']],
    ['york', ['Йорк']],
    ['нато', ['NATO']],
  ])('is found by %s in the other alphabet', (typed, forms) => {
    for (const form of forms) expect([form, found(typed, form)]).toEqual([form, STRENGTH.sounds]);
  });

  it.each([
    ['minister', 'ministry'],
    ['trump', 'trumpet'],
    ['Київ', 'Китай'],
    ['мова', 'movie'],
    ['росія', 'rose'],
    ['нато', 'nut'],
    ['президент', 'президентка'],
    ['war', 'various'],
    ['xi', 'Сі'],
  ])('is another one: %s, %s', (typed, word) => {
    expect(found(typed, word)).toBe(STRENGTH.none);
  });

  it('is found while it is typed, in either alphabet', () => {
    for (const typed of ['зел', 'зелен', 'zel', 'zelens'])
      expect(found(typed, 'Зеленського', true)).toBeGreaterThan(0);
    for (const typed of ['kha', 'khark', 'хар', 'харк'])
      expect(found(typed, 'Kharkiv', true)).toBeGreaterThan(0);
    expect(found('minis', 'ministry', true)).toBe(STRENGTH.begins);
  });

  it('is the same whichever way its letters are composed, and whichever apostrophe stands in it', () => {
    expect(found('п’ять', 'п\u02bcять')).toBe(STRENGTH.same);
    expect(found("п'ять", 'пять')).toBe(STRENGTH.same);
    expect(found('naïve', 'nai\u0308ve')).toBe(STRENGTH.same);
    expect(found('його', 'и\u0306ого')).toBe(STRENGTH.same);
    expect(found('ґанок', 'ганок')).toBe(STRENGTH.same);
    expect(found('ЁЛКА', 'елка')).toBe(STRENGTH.same);
    expect(found('istanbul', 'İSTANBUL')).toBe(STRENGTH.same);
  });
});
