/** Whether an incoming item is new, known, or known and changed. */
import {
  type Article,
  type ArticleBody,
  articleTime,
  NO_STORY,
  STILL_SERVED,
  TWINS_STORY,
} from '../model/article.ts';
import type { IncomingArticle } from './incoming.ts';

/** What the store knows that could be this item. */
export interface Known {
  readonly byKey: Article | undefined;
  /** The article under the item's other key. */
  readonly byOtherKey: Article | undefined;
  /** Articles of the same feed with the same address; none that the document serves under their own keys. */
  readonly byUrl: readonly Article[];
  /** Articles of the same feed with the same headline and text; none that the document serves under their own keys. */
  readonly byFingerprint: readonly Article[];
}

/**
 * The stored article that an incoming item is, or undefined if it is new. An item under a new key is an old article
 * only if its address is the same and is its own, or headline and text are both the same: the same headline over
 * another text ("Losses of the day") is always new.
 */
export function sameArticle(incoming: IncomingArticle, known: Known): Article | undefined {
  // Before the key itself: a guid that several items share may be stored as the key of another one of them.
  if (known.byOtherKey?.title === incoming.title) return known.byOtherKey;
  if (known.byKey) return known.byKey;
  if (incoming.urlIsUnique && known.byUrl.length === 1) return known.byUrl[0];
  return incoming.fingerprint === null ? undefined : known.byFingerprint[0];
}

/** What a new article is besides what its feed says. */
export interface NewIdentity extends Pick<Article, 'feedId' | 'twinOf' | 'isBacklog'> {
  readonly isMuted: boolean;
}

/** The row of a new article but for its id. One dated in the future sorts by when it was first seen. */
export function newArticle(
  incoming: IncomingArticle,
  { isMuted, ...identity }: NewIdentity,
  now: number,
): Omit<Article, 'id'> {
  const { html: _html, categories: _categories, otherKey: _other, urlIsUnique: _unique, ...row } = incoming;
  const story = identity.twinOf === null ? NO_STORY : TWINS_STORY;
  const article = { ...row, ...identity, story, firstSeenAt: now, servedUntil: STILL_SERVED };
  const newestFirst = identity.twinOf === null ? -articleTime(article) : null;
  return { ...article, newestFirst, ...(isMuted && { muted: isMuted }) };
}

/**
 * The stored rows after a known item was served again, or null where nothing of it changed. Identity, times and
 * position never change; an earlier headline goes to the history with the time at which it was replaced.
 */
export function changedArticle(
  article: Article,
  body: ArticleBody | undefined,
  incoming: IncomingArticle,
  now: number,
): { article: Article; body: ArticleBody } | null {
  const retitled = incoming.title !== article.title && incoming.title !== '';
  if (!retitled && incoming.fingerprint === article.fingerprint) return null;
  const history = body?.history ?? [];
  return {
    article: {
      ...article,
      title: retitled ? incoming.title : article.title,
      snippet: incoming.snippet || article.snippet,
      ...(incoming.isLong && { isLong: incoming.isLong }),
      author: incoming.author ?? article.author,
      image: incoming.image ?? article.image,
      fingerprint: incoming.fingerprint,
    },
    body: {
      ...body,
      articleId: article.id,
      html: incoming.html || (body?.html ?? ''),
      categories: incoming.categories,
      history: retitled ? [...history, { title: article.title, until: now }] : history,
    },
  };
}
