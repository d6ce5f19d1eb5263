/** What the adapters of the formats work on. */
import type { Prolog } from './prolog.ts';

/** A decoded document. */
export interface FeedSource {
  readonly text: string;
  /** Where its root is; of no meaning for JSON. */
  readonly prolog: Prolog;
  /** Address of the document; empty where it is not known. */
  readonly url: string;
}
