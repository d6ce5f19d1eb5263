import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../utils/story/since.ts';

const en = (title: string, snippet = '') => ({ title, snippet, language: 'en' });
const uk = (title: string, snippet = '') => ({ title, snippet, language: 'uk' });

describe('a count that has changed', () => {
  it.each([
    [
      en('At least 12 people killed in Kharkiv strike'),
      en('Death toll rises', 'Rescuers say 15 people were killed and 40 injured in the strike.'),
      [{ was: 'At least 12 people killed in Kharkiv strike', now: 'Rescuers say 15 people were killed' }],
    ],
    [
      uk('Удар по Харкову: загинули троє людей'),
      uk('У Харкові після удару загинули п’ятеро людей, 12 поранено'),
      [{ was: 'загинули троє людей', now: 'У Харкові після удару загинули п’ятеро людей' }],
    ],
    [
      uk('Унаслідок пожежі постраждали 4 людини'),
      en('Fire in the market: 9 injured'),
      [{ was: 'Унаслідок пожежі постраждали 4 людини', now: '9 injured' }],
    ],
  ])('is told in the words of both: %o', (article, later, numbers) => {
    expect(changesSince(article, '', later)?.numbers).toEqual(numbers);
  });

  it.each([
    ['the same value', en('Two people killed in strike'), '', en('Strike in the city kills 2')],
    ['the same value, in another form', en('12 killed'), '', en('Twelve killed in all')],
    ['another thing', en('12 killed'), '', en('40 injured')],
    ['a value the text has already', en('12 killed'), 'Later 15 people were killed.', en('15 killed')],
    ['two values of one thing', en('12 killed'), '', en('15 killed; 20 killed since Monday')],
    ['two numbers in one clause', en('12 killed'), '', en('15 of 20 killed')],
    ['a count of something far larger', en('12 killed'), '', en('20,000 people killed since the war began')],
    ['a number that counts nothing', en('12 killed'), '', en('Route 15 closed')],
    ['no numbers', en('Council opens footbridge'), '', en('Footbridge opens')],
  ])('%s is no change', (_, article, body, later) => {
    expect(changesSince(article, body, later)).toBeNull();
  });
});

describe('a name that the article did not have', () => {
  it('is given as the report writes it', () => {
    const article = en('Man held over museum theft', 'Police did not name the suspect.');
    expect(changesSince(article, '', en('Museum theft suspect named as Peter Aldwin'))?.names).toEqual([
      'Peter Aldwin',
    ]);
    const older = uk('Поліція затримала підозрюваного у крадіжці');
    expect(changesSince(older, '', uk('Суд арештував Петра Олійника у справі про крадіжку'))?.names).toEqual([
      'Петра Олійника',
    ]);
  });

  it.each([
    ['in another case', uk('Петро Олійник пояснив рішення'), '', uk('Рішення: що сказали Петру Олійнику')],
    [
      'in another alphabet',
      uk('Володимир Зеленський виступив'),
      '',
      en('Speech by Volodymyr Zelensky in full'),
    ],
    [
      'in its text alone',
      en('Man held'),
      'The suspect is Peter Aldwin.',
      en('The court hears from Peter Aldwin'),
    ],
    ['where every word has a capital', en('Man held'), '', en('Police Name Suspect In Museum Theft Case')],
    ['of one word', en('Man held'), '', en('Suspect taken to Leeds')],
    [
      'in a language that is not known',
      { title: 'Mann verhaftet', snippet: '', language: 'de' },
      '',
      { title: 'Der Verdächtige heißt Peter Aldwin', snippet: '', language: 'de' },
    ],
  ])('%s is no news', (_, article, body, later) => {
    expect(changesSince(article, body, later)).toBeNull();
  });
});
