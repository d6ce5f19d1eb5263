import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../utils/text/headline.ts';

const page = (titles: string[], headings: string[] = [], sites: string[] = []) =>
  headlineOf({ url: 'https://www.courier.example/2026/05/bridge', titles, headings, sites });

describe('the headline of a page', () => {
  it('is what its title and another place of it agree on', () => {
    expect(page(['Bridge over the Tysa reopens', 'Bridge over the Tysa reopens | The Courier'])).toBe(
      'Bridge over the Tysa reopens',
    );
    expect(page(['Courier: Bridge over the Tysa reopens'], ['Bridge over the Tysa reopens'])).toBe(
      'Bridge over the Tysa reopens',
    );
  });

  it('loses the name of the site at either end, however it is written', () => {
    expect(page(['Міст через Тису відкрито — Кур’єр'], [], ['Кур’єр'])).toBe('Міст через Тису відкрито');
    expect(page(['Courier | Bridge over the Tysa reopens'])).toBe('Bridge over the Tysa reopens');
    expect(page(['海外留学生看两会出国前后关注点大不同_教育_中国青年网'])).toBe(
      '海外留学生看两会出国前后关注点大不同',
    );
  });

  it('is not the name of the site where that is all that a place says', () => {
    expect(
      page(['Courier', 'Bridge over the Tysa reopens – Courier'], ['Bridge over the Tysa reopens']),
    ).toBe('Bridge over the Tysa reopens');
  });

  it('keeps dashes and colons of its own', () => {
    expect(
      page(['Zelenskyy: 800,000 soldiers – no fewer', 'Zelenskyy: 800,000 soldiers – no fewer - Courier']),
    ).toBe('Zelenskyy: 800,000 soldiers – no fewer');
  });

  it('is empty where the page has no title, and no trap for long ones', () => {
    expect(page([])).toBe('');
    expect(page(['| '.repeat(250)]).length).toBeLessThan(501);
  });
});
