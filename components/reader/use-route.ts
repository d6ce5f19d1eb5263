import { useEffect, useState } from 'preact/hooks';
import { hashOf, type Route, routeOf } from './route.ts';

/** The page that the address names, followed as it changes: by links, by the browser's back and forward. */
export function useRoute(): Route {
  const [hash, setHash] = useState(() => hashOf(routeOf(location.hash)));
  useEffect(() => {
    const update = () => setHash(hashOf(routeOf(location.hash)));
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return routeOf(hash);
}
