/**
 * A backup beside what is here: what is not here is added, nothing that is here changes but that what was read or saved
 * in either is. A second time there is nothing to add.
 */
import type { AccountPlace } from '../model/account.ts';
import {
  type AllRead,
  type Article,
  articleTime,
  isRead,
  type Mark,
  NO_STORY,
  TWINS_STORY,
} from '../model/article.ts';
import type { Restored } from '../model/backup-format.ts';
import type { BackupRow, BackupRows } from '../model/backup-rows.ts';
import { dueAsItStands, type Feed } from '../model/feed.ts';
import { withFeeds } from '../model/settings.ts';
import type { Binding } from '../model/story.ts';
import { ArticleWriter, type BodyOf } from './article-writer.ts';
import { addBinding } from './bindings.ts';
import { findTwin } from './find-twin.ts';
import { changeMarksWithin } from './marks.ts';
import { ALL_ARTICLES, asAllRead, NOTHING_READ } from './records.ts';
import type { RestoreTransaction, RowWriter } from './row-writer.ts';

/** Takes the rows of a backup in their order; `finish` ends it. */
export class MergeWriter implements RowWriter {
  readonly #tx: RestoreTransaction;
  readonly #writer: ArticleWriter;
  readonly #now: number;
  /** From the backup's numbers to those here. */
  readonly #feeds = new Map<number, Feed>();
  readonly #articles = new Map<number, number>();
  readonly #marks = new Map<number, Mark>();
  /** Articles that were added, by the backup's number: their bodies follow. */
  readonly #added = new Map<number, number>();
  readonly #read: number[] = [];
  readonly #saved: number[] = [];
  #allRead: AllRead = NOTHING_READ;
  readonly #allReadHere: AllRead;
  #newFeeds = 0;
  /** Whether the backup's account is the one here: its sources are local ones else. */
  #isItsAccount = false;
  #settings: unknown;
  /** Whether a source that was removed here is followed again. */
  #shows = false;

  private constructor(tx: RestoreTransaction, writer: ArticleWriter, now: number, allReadHere: AllRead) {
    this.#tx = tx;
    this.#writer = writer;
    this.#now = now;
    this.#allReadHere = allReadHere;
  }

  static async within(tx: RestoreTransaction, now: number): Promise<MergeWriter> {
    const allReadHere = asAllRead(await tx.objectStore('records').get('allRead'));
    return new MergeWriter(tx, await ArticleWriter.within(tx as never), now, allReadHere);
  }

  async write({ store, row }: BackupRow): Promise<void> {
    switch (store) {
      case 'records':
        return this.#record(row);
      case 'hosts':
        return this.#host(row.host);
      case 'feeds':
        return this.#feed(row);
      case 'marks':
        this.#marks.set(row.articleId, row);
        return;
      case 'articles':
        return this.#article(row);
      case 'bodies':
        return this.#body(row.articleId, row);
      case 'tombstones':
        return this.#tombstone(row);
      case 'bindings':
        return this.#binding(row);
      default:
      // Stories are told anew, of what is here and what came.
    }
  }

  async finish(): Promise<Restored> {
    await this.#writer.finish();
    const marking = this.#tx as never;
    if (this.#read.length > 0)
      await changeMarksWithin(marking, this.#read, this.#now, { field: 'read', value: true });
    if (this.#saved.length > 0)
      await changeMarksWithin(marking, this.#saved, this.#now, { field: 'saved', value: true });
    const records = this.#tx.objectStore('records');
    if (this.#settings !== undefined)
      await records.put(
        withFeeds(this.#settings, (id) => this.#feeds.get(id)?.id),
        'settings',
      );
    if (this.#added.size > 0 || this.#shows) await records.put(ALL_ARTICLES, 'muting');
    return { sources: this.#newFeeds, articles: this.#added.size };
  }

  async #record({ name, value }: BackupRows['records']): Promise<void> {
    if (name === 'allRead') this.#allRead = value as AllRead;
    const records = this.#tx.objectStore('records');
    // Written when the numbers of sources are known that they name.
    if (name === 'settings' && (await records.get(name)) === undefined) this.#settings = value;
    if (name === 'accountPlace') await this.#account(value as AccountPlace);
  }

  /** An account that is here stays; where there is none the backup's comes, without what lets anybody in. */
  async #account(place: AccountPlace): Promise<void> {
    const records = this.#tx.objectStore('records');
    const here = (await records.get('accountPlace')) as AccountPlace | undefined;
    if (here === undefined) await records.put(place, 'accountPlace');
    this.#isItsAccount = here === undefined || (here.base === place.base && here.user === place.user);
  }

  async #host(host: string): Promise<void> {
    const known = await this.#tx.objectStore('hosts').get(host);
    if (known?.isConfirmed) return;
    await this.#tx.objectStore('hosts').put({ host, waitUntil: known?.waitUntil ?? null, isConfirmed: true });
  }

  async #feed({ id, ...row }: Feed): Promise<void> {
    const feeds = this.#tx.objectStore('feeds');
    const known = await feeds.index('byUrl').get(row.url);
    if (known?.removedAt !== undefined) return this.#followAgain(id, known);
    if (known) return void this.#feeds.set(id, known);
    // What was removed there and not deleted yet is no source to bring here.
    if (row.removedAt !== undefined) return;
    const { account: _, ...local } = row;
    const own = this.#isItsAccount ? row : local;
    const added = dueAsItStands({ ...own, stored: 0 }, this.#now);
    // The store gives the id; its type has no way to say "not yet".
    this.#feeds.set(id, { ...added, id: await feeds.add(added as Feed) });
    this.#newFeeds += 1;
  }

  /** A source that was removed here a moment ago comes back with the backup. */
  async #followAgain(id: number, { removedAt: _, ...known }: Feed): Promise<void> {
    const feed = dueAsItStands(known, this.#now);
    await this.#tx.objectStore('feeds').put(feed);
    this.#feeds.set(id, feed);
    this.#shows = true;
    this.#newFeeds += 1;
  }

  async #article(row: Article): Promise<void> {
    const feed = this.#feeds.get(row.feedId);
    if (!feed) return;
    const known = await this.#tx.objectStore('articles').index('byKey').get([feed.id, row.key]);
    const mark = this.#marks.get(row.id);
    const id = known?.id ?? (await this.#add(row, feed, mark?.saved ?? false));
    if (id === null) return;
    this.#articles.set(row.id, id);
    const here = await this.#tx.objectStore('marks').get(id);
    if (isRead(row.id, mark, this.#allRead) && !isRead(id, here, this.#allReadHere)) this.#read.push(id);
    if (mark?.saved && !here?.saved) this.#saved.push(id);
  }

  /** Adds an article; one that was let go here stays so, unless it was saved there. */
  async #add({ id, ...row }: Article, feed: Feed, isSaved: boolean): Promise<number | null> {
    const buried = await this.#tx.objectStore('tombstones').getKey([feed.id, row.key]);
    if (buried && !isSaved) return null;
    if (buried) await this.#tx.objectStore('tombstones').delete(buried);
    const twin = await this.#twinOf(row, feed);
    const { muted: _, ...plain } = row;
    const added = await this.#writer.add(
      {
        ...plain,
        ...(plain.hidden && { muted: true as const }),
        feedId: feed.id,
        twinOf: twin?.id ?? null,
        newestFirst: twin ? null : -articleTime(row),
        story: twin ? TWINS_STORY : NO_STORY,
        // It is no news here: it adds to stories, and makes none break.
        isBacklog: true,
      },
      EMPTY_BODY,
    );
    this.#added.set(id, added);
    return added;
  }

  /** What the row is a twin of here: of what another source here has, else of what it is one of there. */
  async #twinOf(row: Omit<Article, 'id'>, feed: Feed): Promise<Article | undefined> {
    const found = await findTwin(this.#tx as never, feed, { ...row, html: '' }, false);
    if (found || row.twinOf === null) return found;
    const articles = this.#tx.objectStore('articles');
    const same = await articles.get(this.#articles.get(row.twinOf) ?? 0);
    return typeof same?.twinOf === 'number' ? articles.get(same.twinOf) : same;
  }

  async #body(articleId: number, { html, categories, history, page }: BodyOf): Promise<void> {
    const added = this.#added.get(articleId);
    if (added === undefined) return;
    await this.#tx
      .objectStore('bodies')
      .put({ articleId: added, html, categories, history, ...(page && { page }) });
  }

  async #tombstone(row: BackupRows['tombstones']): Promise<void> {
    const feed = this.#feeds.get(row.feedId);
    if (!feed) return;
    const tombstones = this.#tx.objectStore('tombstones');
    if (await tombstones.getKey([feed.id, row.key])) return;
    if (await this.#tx.objectStore('articles').index('byKey').getKey([feed.id, row.key])) return;
    // Its number was another's here.
    await tombstones.put({ ...row, feedId: feed.id, was: null });
  }

  async #binding({ id: _, ...row }: Binding): Promise<void> {
    const here = (ids: readonly number[]): number[] => ids.flatMap((id) => this.#articles.get(id) ?? []);
    const binding = { ...row, one: here(row.one), other: here(row.other) };
    if (binding.one.length === 0 || binding.other.length === 0) return;
    const bindings = this.#tx.objectStore('bindings');
    const text = JSON.stringify([binding.kind, binding.at, binding.one, binding.other]);
    const isKnown = (await bindings.getAll()).some(
      ({ kind, at, one, other }) => JSON.stringify([kind, at, one, other]) === text,
    );
    if (!isKnown) await addBinding(this.#tx as never, binding);
  }
}

const EMPTY_BODY: BodyOf = { html: '', categories: [], history: [] };
