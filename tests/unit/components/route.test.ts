import { describe, expect, it } from 'vitest';
import { hashOf, type Route, routeOf } from '../../../components/reader/route.ts';

describe('an address of the reading tab', () => {
  it.each<[string, Route]>([
    ['#/', { page: 'news' }],
    ['#/top', { page: 'top' }],
    ['#/popular', { page: 'popular' }],
    ['#/saved', { page: 'saved' }],
    ['#/search?q=%D0%BA%D0%B8%D1%97%D0%B2%20%26', { page: 'search', query: 'київ &' }],
    ['#/article/17', { page: 'article', id: 17 }],
    ['#/story/3', { page: 'story', id: 3 }],
    ['#/source/2', { page: 'source', id: 2 }],
  ])('%s names a page, and the page that address', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(['', '#', '#/nothing', '#top-beside', '#/constructor', '#//'])('%j leads to the news', (hash) => {
    expect(routeOf(hash)).toEqual({ page: 'news' });
  });

  it.each(['#/article/', '#/article/x', '#/article/-1', '#/article/1e9', '#/article/99999999999999999999'])(
    '%s names no article that there is',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'article', id: 0 });
    },
  );
});
