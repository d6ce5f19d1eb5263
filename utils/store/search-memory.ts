/** What is packed for searching, held in memory and kept true: what changed since is read from the articles themselves. */
import type { Article } from '../model/article.ts';
import { type Feed, feedName } from '../model/feed.ts';
import type { LoadedBlock, SearchedSource } from '../search/look.ts';
import { isSearched, type PackedHeads, type PackedTexts, packArticle, putTogether } from '../search/pack.ts';
import { hostOf } from '../text/host.ts';
import type { BlockKey, Database, Transaction } from './schema.ts';

/** Articles that are not packed yet, or packed as they were, which are looked at one by one: about 10 ms. */
const MOST_SINGLE = 1_000;
/** Blocks change seldom, and never so often while they are read. */
const MOST_TRIES = 5;
/** Names of sources are read again after so many ms. */
const NAMES_LAST_MS = 10_000;

/** What is searched at a moment. */
export interface Searched {
  readonly blocks: readonly LoadedBlock[];
  readonly sources: readonly SearchedSource[];
  /** Whether these are all articles. */
  readonly isComplete: boolean;
}

const STORES = ['searchHeads', 'searchChanges', 'counters', 'articles', 'feeds'] as const;
type Reading = Transaction<[...typeof STORES], 'readonly'>;

/** What tells that nothing has changed. */
interface Standing {
  readonly keys: readonly BlockKey[];
  readonly upTo: number;
  /** The latest change and the newest article. */
  readonly lastChange: number;
  readonly newest: number;
}

interface Single {
  /** Articles that are found as they are now, or not at all, whatever blocks say of them. */
  readonly changed: ReadonlySet<number>;
  readonly block: LoadedBlock;
  readonly isComplete: boolean;
}

/** The packed texts of one database, as far as they were asked for. */
export class SearchMemory {
  readonly #db: Database;
  readonly #heads = new Map<number, PackedHeads>();
  readonly #leads = new Map<number, PackedTexts>();
  #sources: { readonly at: number; readonly all: readonly SearchedSource[] } | null = null;
  #standing: Standing | null = null;
  #single: Single | null = null;
  #refreshing: Promise<void> | null = null;
  #views: { heads: Searched | null; all: Searched | null } = { heads: null, all: null };

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * What is searched now. Where nothing has changed it costs a look at a few keys.
   *
   * @param leads false: headlines alone
   * @param now UTC ms
   */
  async searched(leads: boolean, now: number): Promise<Searched> {
    await this.#refresh(now);
    for (let tries = 0; leads && !this.#hasLeads() && tries < MOST_TRIES; tries += 1) {
      await this.#loadLeads();
      // Blocks that were put together meanwhile have theirs under another key.
      if (!this.#hasLeads()) await this.#refresh(now);
    }
    return this.#view(leads);
  }

  /** What was searched last, at once: true if nothing has changed since. Null where too little is loaded. */
  known(leads: boolean): Searched | null {
    return leads ? this.#views.all : this.#views.heads;
  }

  /** One at a time, so that two that begin together do not read everything twice. */
  #refresh(now: number): Promise<void> {
    this.#refreshing ??= this.#readChanges(now).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #readChanges(now: number): Promise<void> {
    const tx = this.#db.transaction([...STORES]);
    const isFirst = this.#standing === null;
    const isOld = this.#sources === null || Math.abs(now - this.#sources.at) > NAMES_LAST_MS;
    const [standing, all, names] = await Promise.all([
      standingNow(tx),
      isFirst ? tx.objectStore('searchHeads').getAll() : [],
      isOld ? tx.objectStore('feeds').getAll() : null,
    ]);
    const before = this.#standing;
    const isChanged = before === null || !isSame(before, standing);
    if (isFirst) {
      for (const [at, [, , serial]] of standing.keys.entries()) {
        const heads = all[at];
        if (heads) this.#heads.set(serial, heads);
      }
    }
    const [, single, feeds] = await Promise.all([
      isChanged ? this.#readBlocks(tx, standing.keys) : null,
      isChanged ? readSingle(tx, standing) : null,
      isChanged && !names ? tx.objectStore('feeds').getAll() : names,
    ]);
    if (feeds) this.#sources = { at: now, all: feeds.map(asSource) };
    if (single) this.#single = single;
    this.#standing = standing;
    if (single || feeds) this.#views = { heads: null, all: null };
  }

  async #readBlocks(tx: Reading, keys: readonly BlockKey[]): Promise<void> {
    const serials = new Set(keys.map(([, , serial]) => serial));
    for (const serial of this.#heads.keys()) {
      if (serials.has(serial)) continue;
      this.#heads.delete(serial);
      this.#leads.delete(serial);
    }
    const missing = keys.filter(([, , serial]) => !this.#heads.has(serial));
    const heads = await Promise.all(missing.map((key) => tx.objectStore('searchHeads').get(key)));
    for (const [at, [, , serial]] of missing.entries()) {
      const found = heads[at];
      if (found) this.#heads.set(serial, found);
    }
  }

  #hasLeads(): boolean {
    return this.#withoutLeads().length === 0;
  }

  #withoutLeads(): BlockKey[] {
    return (this.#standing?.keys ?? []).filter(([, , serial]) => !this.#leads.has(serial));
  }

  async #loadLeads(): Promise<void> {
    const missing = this.#withoutLeads();
    const tx = this.#db.transaction('searchLeads');
    const leads = await Promise.all(missing.map((key) => tx.store.get(key)));
    for (const [at, [, , serial]] of missing.entries()) {
      const found = leads[at];
      if (found) this.#leads.set(serial, found);
    }
  }

  #view(leads: boolean): Searched {
    const name = leads ? 'all' : 'heads';
    const known = this.#views[name];
    if (known) return known;
    const view = this.#newView(leads);
    this.#views[name] = view;
    return view;
  }

  #newView(leads: boolean): Searched {
    const single = this.#single;
    const packed = [...this.#heads].map(([serial, heads]) => ({
      heads,
      leads: leads ? (this.#leads.get(serial) ?? null) : null,
      gone: goneOf(heads, single?.changed),
    }));
    const own = single ? [{ ...single.block, leads: leads ? single.block.leads : null }] : [];
    return {
      blocks: [...packed, ...own],
      sources: this.#sources?.all ?? [],
      isComplete: single?.isComplete ?? true,
    };
  }
}

async function standingNow(tx: Reading): Promise<Standing> {
  const [keys, upTo, lastChange, newest] = await Promise.all([
    tx.objectStore('searchHeads').getAllKeys(),
    tx.objectStore('counters').get('packedUpTo'),
    tx.objectStore('searchChanges').openKeyCursor(null, 'prev'),
    tx.objectStore('articles').openKeyCursor(null, 'prev'),
  ]);
  return { keys, upTo: upTo ?? 0, lastChange: lastChange?.key ?? 0, newest: newest?.key ?? 0 };
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.upTo === other.upTo &&
    one.lastChange === other.lastChange &&
    one.newest === other.newest &&
    one.keys.length === other.keys.length &&
    one.keys.every(([, , serial], at) => other.keys[at]?.[2] === serial)
  );
}

/** What is looked at one by one: changed since it was packed, or not packed yet; of many the newest. */
async function readSingle(tx: Reading, { upTo, newest }: Standing): Promise<Single> {
  const from = Math.max(upTo, newest - MOST_SINGLE);
  const articles = tx.objectStore('articles');
  const [changes, added] = await Promise.all([
    tx.objectStore('searchChanges').getAll(),
    articles.getAll(IDBKeyRange.lowerBound(from, true)),
  ]);
  const changed = new Set(changes.map(({ articleId }) => articleId).filter((id) => id <= upTo));
  const read = [...changed].sort((one, other) => other - one).slice(0, MOST_SINGLE);
  const rows = await Promise.all(read.reverse().map((id) => articles.get(id)));
  const isThere = (article: Article | undefined): article is Article =>
    article !== undefined && isSearched(article);
  const block = putTogether([...rows, ...added].filter(isThere).map(packArticle));
  return {
    changed,
    block: { ...block, gone: null },
    isComplete: from === upTo && changed.size === read.length,
  };
}

/** Where in a block these articles stand; null where none does. */
function goneOf({ ids }: PackedHeads, changed: ReadonlySet<number> = new Set()): Uint8Array | null {
  let gone: Uint8Array | null = null;
  for (const id of changed) {
    const at = placeOf(ids, id);
    if (at === null) continue;
    gone ??= new Uint8Array(ids.length);
    gone[at] = 1;
  }
  return gone;
}

function placeOf(ids: Uint32Array, id: number): number | null {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

function asSource(feed: Feed): SearchedSource {
  const { id, language } = feed;
  const muted = feed.muted || feed.removedAt !== undefined;
  return { id, language, muted, name: feedName(feed), host: hostOf(feed.siteUrl ?? feed.url) };
}
