/** What the store knows that could be an item of a document: an article, or what remains of one. */
import type { Article, Tombstone } from '../model/article.ts';
import type { Known } from '../story/dedupe.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import type { ArticleTransaction } from './schema.ts';

/** What is known of one source, item by item of a document that it serves. */
export class SourceKnown {
  readonly #tx: ArticleTransaction;
  readonly #feedId: number;
  readonly #served: ReadonlySet<string>;
  readonly #isNew: boolean;
  /** Keys of items that were looked for: what they left may be one of a later item. */
  readonly #passed = new Set<string>();

  private constructor(tx: ArticleTransaction, feedId: number, served: ReadonlySet<string>, isNew: boolean) {
    this.#tx = tx;
    this.#feedId = feedId;
    this.#served = served;
    this.#isNew = isNew;
  }

  /** @param served the keys of all items of the document */
  static async of(tx: ArticleTransaction, feedId: number, served: ReadonlySet<string>): Promise<SourceKnown> {
    const range = IDBKeyRange.bound([feedId], [feedId, []]);
    const any = await Promise.all([
      tx.objectStore('articles').index('byKey').getKey(range),
      tx.objectStore('tombstones').getKey(range),
    ]);
    return new SourceKnown(
      tx,
      feedId,
      served,
      any.every((key) => key === undefined),
    );
  }

  /** What could be this item. Asked item by item, each before it is stored. */
  async find(incoming: IncomingArticle): Promise<KnownItem> {
    const mayBeEarlier = this.#passed.has(incoming.key) || this.#passed.has(incoming.otherKey);
    this.#passed.add(incoming.key);
    // Where nothing was stored of a source, an item is known by an earlier one of the document alone, whose key it has.
    if (this.#isNew && !mayBeEarlier) return { articles: NOTHING, tombstone: async () => undefined };
    return {
      articles: await findKnown(this.#tx, this.#feedId, incoming, this.#served),
      tombstone: () => findTombstone(this.#tx, this.#feedId, incoming, this.#served),
    };
  }
}

interface KnownItem {
  readonly articles: Known;
  /** What remains of an article that was let go, looked for where no stored one is the item. */
  readonly tombstone: () => Promise<Tombstone | undefined>;
}

const NOTHING: Known = { byKey: undefined, byOtherKey: undefined, byUrl: [], byFingerprint: [] };

/** The articles that could be this item. What the document serves under another key is another article, however alike. */
async function findKnown(
  tx: ArticleTransaction,
  feedId: number,
  incoming: IncomingArticle,
  served: ReadonlySet<string>,
): Promise<Known> {
  const articles = tx.objectStore('articles');
  const byKey = await articles.index('byKey').get([feedId, incoming.key]);
  if (byKey?.title === incoming.title) return { byKey, byOtherKey: undefined, byUrl: [], byFingerprint: [] };
  const byOtherKey = await articles.index('byKey').get([feedId, incoming.otherKey]);
  if (byKey) return { byKey, byOtherKey, byUrl: [], byFingerprint: [] };
  const isFree = (article: Article): boolean => article.feedId === feedId && !served.has(article.key);
  const byUrl = incoming.urlKey === null ? [] : await articles.index('byUrl').getAll(incoming.urlKey);
  const { fingerprint } = incoming;
  const byFingerprint = fingerprint === null ? [] : await articles.index('byFingerprint').getAll(fingerprint);
  return { byKey, byOtherKey, byUrl: byUrl.filter(isFree), byFingerprint: byFingerprint.filter(isFree) };
}

/** What remains of an article that this item is, by the same rules; undefined if nothing does. */
export async function findTombstone(
  tx: ArticleTransaction,
  feedId: number,
  { key, urlKey, urlIsUnique, fingerprint }: IncomingArticle,
  served: ReadonlySet<string>,
): Promise<Tombstone | undefined> {
  const tombstones = tx.objectStore('tombstones');
  const byKey = await tombstones.get([feedId, key]);
  if (byKey) return byKey;
  const isFree = (tombstone: Tombstone): boolean => !served.has(tombstone.key);
  if (urlIsUnique && urlKey !== null) {
    const byUrl = (await tombstones.index('byUrl').getAll([feedId, urlKey])).filter(isFree);
    if (byUrl.length === 1) return byUrl[0];
  }
  if (fingerprint === null) return undefined;
  return (await tombstones.index('byFingerprint').getAll([feedId, fingerprint])).find(isFree);
}
