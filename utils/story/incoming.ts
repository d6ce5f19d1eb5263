/**
 * `utils/story` is the pure middle of Lede: what makes an article that article, which articles tell one story, and
 * what matters. This file: a parsed item as it would be stored, before it is known whether it is new.
 */
import type { Article } from '../model/article.ts';

/** An item of a feed, normalised and keyed. What `Article` has and this has not, storing gives it. */
export interface IncomingArticle
  extends Omit<
    Article,
    'id' | 'feedId' | 'firstSeenAt' | 'newestFirst' | 'twinOf' | 'story' | 'isBacklog' | 'servedUntil'
  > {
  /** HTML as the feed gave it; empty if it gave none. */
  readonly html: string;
  readonly categories: readonly string[];
  /** See `KeyedItem`. */
  readonly otherKey: string;
  /** See `KeyedItem`. */
  readonly urlIsUnique: boolean;
}
