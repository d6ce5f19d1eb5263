import type { Validators } from '../model/feed.ts';
import type { ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem } from '../model/problem.ts';
import type { Exchange } from '../net/fetch-feed.ts';

/** What one check found out. */
export type Finding =
  | {
      readonly kind: 'feed';
      readonly parsed: ParsedFeed;
      /** As the server gave them with this body; null where they must not be remembered of it. */
      readonly validators: Validators | null;
      /** Hash of the body as it came. */
      readonly hash: string;
      /** `cut`: it did not arrive whole or is not closed. `too-large`: it goes on behind what Lede reads. */
      readonly ending: 'whole' | 'cut' | 'too-large';
      readonly exchange?: Exchange | undefined;
    }
  | {
      readonly kind: 'unchanged';
      readonly validators: Validators | null;
      readonly exchange?: Exchange | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly retryAfterMs: number | null;
      readonly exchange?: Exchange | undefined;
    };
