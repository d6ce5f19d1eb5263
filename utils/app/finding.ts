import type { Feed, Validators } from '../model/feed.ts';
import type { ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem } from '../model/problem.ts';

/** What one request found out. */
export type Finding =
  | {
      readonly kind: 'feed';
      readonly parsed: ParsedFeed;
      readonly known: Pick<Feed, 'validators' | 'bodyHash'>;
    }
  | { readonly kind: 'unchanged'; readonly validators: Validators | null }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retryAfterMs: number | null };
