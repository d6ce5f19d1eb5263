import { useEffect, useState } from 'preact/hooks';
import { hashOf, type Route, readRoute } from './route.ts';

/** The page that the address names, followed as it changes: by links, by the browser's back and forward. */
export function useRoute(): Route {
  const [hash, setHash] = useState(() => hashOf(readRoute(location.hash)));
  useEffect(() => {
    const update = () => setHash(hashOf(readRoute(location.hash)));
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return readRoute(hash);
}
