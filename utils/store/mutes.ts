/** What the reader wants to see nothing of: sources and words, found anew in what is stored when he changes them. */
import type { Article } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import { readSettings } from '../model/settings.ts';
import { type PhraseTest, phraseTest } from '../text/phrases.ts';
import { ArticleWriter, isSameListing } from './article-writer.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

/** Articles looked at in one transaction: about 10 ms. */
const AT_ONCE = 500;

/** Whether an article of a source is muted. */
export type MuteTest = (
  article: Pick<Article, 'title' | 'snippet' | 'language'>,
  feed: Pick<Feed, 'muted' | 'removedAt' | 'language'>,
) => boolean;

let compiled: { readonly key: string; readonly test: PhraseTest } = { key: '', test: () => false };

/** What is muted at the moment of a transaction. */
export async function mutesWithin(tx: ArticleTransaction): Promise<MuteTest> {
  const { mutedWords } = readSettings(await tx.objectStore('records').get('settings'));
  const key = mutedWords.join('\n');
  if (key !== compiled.key) compiled = { key, test: phraseTest(mutedWords) };
  const { test } = compiled;
  return ({ title, snippet, language }, feed) =>
    feed.muted ||
    feed.removedAt !== undefined ||
    test({ title, snippet, language: language ?? feed.language });
}

/**
 * Looks at the newest articles that were not looked at since what is muted has changed. `more`: there are others.
 * `nothing`: nothing has changed. A background that dies in between goes on where it was.
 */
export function muteSome(db: Database): Promise<'nothing' | 'more' | 'done'> {
  const tx = articleTransaction(db);
  return whole(tx, () => muteWithin(tx));
}

async function muteWithin(tx: ArticleTransaction): Promise<'nothing' | 'more' | 'done'> {
  const records = tx.objectStore('records');
  const below = (await records.get('muting')) as number | undefined;
  if (below === undefined) return 'nothing';
  const newest = await tx.objectStore('articles').openKeyCursor(IDBKeyRange.upperBound(below, true), 'prev');
  if (!newest) {
    await records.delete('muting');
    return 'done';
  }
  const from = newest.key - AT_ONCE + 1;
  const writer = await ArticleWriter.within(tx);
  const isMuted = await mutesWithin(tx);
  const feeds = new Map((await tx.objectStore('feeds').getAll()).map((feed) => [feed.id, feed]));
  for (const article of await tx.objectStore('articles').getAll(IDBKeyRange.bound(from, newest.key))) {
    const feed = feeds.get(article.feedId);
    const muted = article.hidden ?? (feed !== undefined && isMuted(article, feed));
    const listing = { muted, uncounted: feed?.uncounted ?? false };
    if (!isSameListing(article, listing)) await writer.list(article, listing);
  }
  await writer.finish();
  await records.put(from, 'muting');
  return 'more';
}
