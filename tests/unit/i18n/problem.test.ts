import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../utils/i18n/language.ts';
import { problemText } from '../../../utils/i18n/problem.ts';
import { createText } from '../../../utils/i18n/text.ts';
import { PROBLEM_CODES } from '../../../utils/model/problem.ts';

const en = createText('en');
const uk = createText('uk');

describe('the sentence of a problem', () => {
  it.each(LANGUAGES)('is there for every code in %s, and another one for each', (language) => {
    const sentences = PROBLEM_CODES.map((code) => problemText(createText(language), { code, status: 418 }));
    expect(new Set(sentences).size).toBe(PROBLEM_CODES.length);
  });

  it.each([
    [404, 'There is no feed at this address any more (404)'],
    [410, 'This feed is gone for good (410); Lede no longer asks. Its site may have a new one.'],
    [429, 'The site asked Lede to come less often (429)'],
    [503, 'The site asked Lede to come less often (503)'],
    [401, 'The site wants a login (401)'],
    [403, 'The site does not let Lede in (403)'],
    [500, 'The site has a fault of its own (500). Lede will try again.'],
    [599, 'The site has a fault of its own (599). Lede will try again.'],
    [418, 'The site refused the request (418)'],
  ])('says what status %i means, with the number after the words', (status, expected) => {
    expect(problemText(en, { code: 'http', status })).toBe(expected);
  });

  it('speaks Ukrainian', () => {
    expect(problemText(uk, { code: 'http', status: 404 })).toBe('Стрічки за цією адресою вже немає (404)');
    expect(problemText(uk, { code: 'timeout' })).toBe('Сайт відповідає надто повільно');
  });

  it('says that a site did not answer where a status should be but is not', () => {
    expect(problemText(en, { code: 'http' })).toBe('The site did not answer');
  });
});
