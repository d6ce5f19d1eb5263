import { describe, expect, it } from 'vitest';
import { resolveLanguage } from '../../../utils/i18n/language.ts';

describe('the language of Lede', () => {
  it('is the one that the reader set, whatever the browser speaks', () => {
    expect(resolveLanguage('uk', ['en-GB'])).toBe('uk');
    expect(resolveLanguage('en', ['uk'])).toBe('en');
  });

  it('is the first of the browser’s languages that Lede speaks', () => {
    expect(resolveLanguage('auto', ['de', 'uk-UA', 'en-US'])).toBe('uk');
    expect(resolveLanguage('auto', ['EN-us', 'uk'])).toBe('en');
  });

  it('is English where Lede speaks none of them', () => {
    expect(resolveLanguage('auto', ['de', 'ukx'])).toBe('en');
    expect(resolveLanguage('auto', [])).toBe('en');
  });
});
