import { describe, expect, it } from 'vitest';
import { hashOf, readRoute } from '../../../components/reader/route.ts';

describe('the address of the reading page', () => {
  it('names a search by its words, whatever they hold', () => {
    for (const q of ['peace plan', 'мир & війна', '100% "a#b"?c=d', 'a+b', '<script>', 'line\nbreak'])
      expect(readRoute(hashOf({ page: 'search', q }))).toEqual({ page: 'search', q });
    expect(readRoute('#/search')).toEqual({ page: 'search', q: '' });
    expect(readRoute('#/search?q=%E0%A4%A')).toMatchObject({ page: 'search' });
  });

  it('is the news where it names nothing known', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#search-me']) {
      expect(readRoute(hash)).toEqual({ page: 'news' });
    }
  });
});
