/** Which page of the reading tab an address names: what stands behind its '#'. */

import { searchHash } from '../../utils/text/search-address.ts';

export type Route =
  | { readonly page: 'news' | 'top' | 'popular' | 'saved' }
  /** `q` as it was typed. */
  | { readonly page: 'search'; readonly q: string }
  | { readonly page: 'article' | 'story' | 'source'; readonly id: number };

/** The page that a fragment names; the news where it names none. */
export function readRoute(hash: string): Route {
  const [, path = '', query = ''] = /^#\/?([^?]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  const [page = '', id = ''] = path.split('/');
  switch (page) {
    case 'top':
    case 'popular':
    case 'saved':
      return { page };
    case 'search':
      return { page, q: new URLSearchParams(query).get('q') ?? '' };
    case 'article':
    case 'story':
    case 'source':
      // A number that no row can have is one that is gone: its page says so.
      return { page, id: /^\d{1,15}$/.test(id) ? Number(id) : 0 };
    default:
      return { page: 'news' };
  }
}

/** The fragment of a page; `readRoute` reads it back. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'news':
      return '#/';
    case 'search':
      return searchHash(route.q);
    case 'article':
    case 'story':
    case 'source':
      return `#/${route.page}/${route.id}`;
    default:
      return `#/${route.page}`;
  }
}
