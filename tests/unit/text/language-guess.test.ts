import { describe, expect, it } from 'vitest';
import { guessLanguageOfMany } from '../../../utils/text/language-guess.ts';

describe('the language of a feed that declares none', () => {
  it.each([
    ['en', ['Storm hits coast', 'Minister says talks with unions go on', 'What the budget means']],
    ['uk', ['Уряд ухвалив бюджет', 'У Львові відкрили міст', 'Reuters: нафта дешевшає']],
    ['ru', ['Правительство приняло бюджет', 'Во Львове открыли мост']],
    [null, ['Tormenta en la costa', 'El ministro habla con los sindicatos']],
    [null, ['Sturm über der Küste', 'Minister warnt vor Streik in Berlin']],
    [null, ['Storm over de kust', 'Of toch niet: kabinet wacht af']],
    [null, ['Storm hits coast']],
    [null, []],
  ])('is %s for %j', (language, titles) => {
    expect(guessLanguageOfMany(titles)).toBe(language);
  });
});
