import { useHash } from '../app/use-hash.ts';
import { type Route, readRoute } from './route.ts';

/** The page that the address names, followed as it changes. */
export function useRoute(): Route {
  return readRoute(useHash());
}
