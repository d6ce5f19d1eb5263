/** What the reading page shows, as its address says it behind `#`. */
import { useEffect, useState } from 'preact/hooks';
import { searchHash } from '../../utils/text/search-address.ts';

export type Route =
  | { readonly page: 'news' }
  /** `q` as it was typed. */
  | { readonly page: 'search'; readonly q: string };

/** The route of an address; what it does not name is the news. */
export function readRoute(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  if (path === 'search') return { page: 'search', q: new URLSearchParams(query).get('q') ?? '' };
  return { page: 'news' };
}

/** The address of a route, from `#` on. */
export function hashOf(route: Route): string {
  if (route.page === 'news') return '#/';
  return searchHash(route.q);
}

/** The route of the page, drawn anew when its address changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const update = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return route;
}
