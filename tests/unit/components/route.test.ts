import { describe, expect, it } from 'vitest';
import { hashOf, type Route, readRoute } from '../../../components/reader/route.ts';

describe('an address of the reading tab', () => {
  it.each<[string, Route]>([
    ['#/', { page: 'news' }],
    ['#/top', { page: 'top' }],
    ['#/popular', { page: 'popular' }],
    ['#/saved', { page: 'saved' }],
    ['#/search?q=%D0%BA%D0%B8%D1%97%D0%B2+%26', { page: 'search', q: 'київ &' }],
    ['#/article/17', { page: 'article', id: 17 }],
    ['#/story/3', { page: 'story', id: 3 }],
    ['#/source/2', { page: 'source', id: 2 }],
  ])('%s names a page, and the page that address', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(['', '#', '#/nothing', '#top-beside', '#/constructor', '#//'])('%j leads to the news', (hash) => {
    expect(readRoute(hash)).toEqual({ page: 'news' });
  });

  it.each(['#/article/', '#/article/x', '#/article/-1', '#/article/1e9', '#/article/99999999999999999999'])(
    '%s names no article that there is',
    (hash) => {
      expect(readRoute(hash)).toEqual({ page: 'article', id: 0 });
    },
  );
});

it('a search is named by its words, whatever they hold', () => {
  for (const q of ['peace plan', 'мир & війна', '100% "a#b"?c=d', 'a+b', '<script>', 'line\nbreak'])
    expect(readRoute(hashOf({ page: 'search', q }))).toEqual({ page: 'search', q });
  expect(readRoute('#/search')).toEqual({ page: 'search', q: '' });
  expect(readRoute('#/search?q=%E0%A4%A')).toMatchObject({ page: 'search' });
});
