/** What every component may use: the surface to act through, texts and times in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../../utils/i18n/catalogue.ts';
import type { Times } from '../../utils/i18n/time.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import type { Watch } from '../../utils/text/watch.ts';

export interface Lede {
  readonly surface: Surface;
  readonly text: Text;
  readonly times: Times;
  /** What finds the words that the reader watches for; null where there are none, or they are not known yet. */
  readonly watch: Watch | null;
}

export const LedeContext = createContext<Lede | null>(null);

/** The surface and texts of the page. Only inside `App`. */
export function useLede(): Lede {
  const lede = useContext(LedeContext);
  if (lede === null) throw new Error('A component of Lede was drawn outside App');
  return lede;
}
