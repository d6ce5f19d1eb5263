/** Which page of the reading tab an address names: what stands behind its '#'. */

export type Route =
  | { readonly page: 'news' | 'top' | 'popular' | 'saved' }
  | { readonly page: 'search'; readonly query: string }
  | { readonly page: 'article' | 'story' | 'source'; readonly id: number };

/** The page that a fragment names; the news where it names none. */
export function routeOf(hash: string): Route {
  const [, path = '', query = ''] = /^#\/?([^?]*)(?:\?(.*))?$/.exec(hash) ?? [];
  const [page = '', id = ''] = path.split('/');
  switch (page) {
    case 'top':
    case 'popular':
    case 'saved':
      return { page };
    case 'search':
      return { page, query: new URLSearchParams(query).get('q') ?? '' };
    case 'article':
    case 'story':
    case 'source':
      // A number that no row can have is one that is gone: its page says so.
      return { page, id: /^\d{1,15}$/.test(id) ? Number(id) : 0 };
    default:
      return { page: 'news' };
  }
}

/** The fragment of a page; `routeOf` reads it back. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'news':
      return '#/';
    case 'search':
      return `#/search?q=${encodeURIComponent(route.query)}`;
    case 'article':
    case 'story':
    case 'source':
      return `#/${route.page}/${route.id}`;
    default:
      return `#/${route.page}`;
  }
}
