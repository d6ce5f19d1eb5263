/** What the adapters of the formats work on. */
import type { Prolog } from './prolog.ts';

/** A decoded document. */
export interface FeedSource {
  readonly text: string;
  /** What stands in front of its root; empty for JSON. */
  readonly prolog: Prolog;
  /** Address of the document; empty where it is not known. */
  readonly url: string;
}
