/**
 * Writing stories within one transaction: articles join them, one becomes part of another, and at the end each that
 * changed is described anew and the total of unread ones is made right.
 */
import { type AllRead, type Article, isRead } from '../model/article.ts';
import type { Story } from '../model/story.ts';
import type { Description, Member } from '../story/describe.ts';
import { addToCounter, type Countable, countsAsUnread, isStoryRead, tick } from './marks.ts';
import { asAllRead } from './records.ts';
import { asDraft, type Draft, emptyDraft, keepOf, leave, sortByArrival } from './story-draft.ts';
import { StoryMembers } from './story-members.ts';
import type { StoryTransaction } from './story-stores.ts';
import { Writes } from './writes.ts';

/** From the articles of a story to what its row says. */
export type Describe = (members: readonly Member[]) => Description;

export class StoryWriter {
  /** What its stories are described by. */
  readonly members: StoryMembers;
  readonly #tx: StoryTransaction;
  readonly #describe: Describe;
  readonly #now: number;
  readonly #allRead: AllRead;
  readonly #drafts = new Map<number, Draft>();
  /** What is read later in the transaction is read after them, so none is waited for by itself. */
  readonly #writes = new Writes();
  #unread = 0;
  #unreadArticles = 0;

  private constructor(tx: StoryTransaction, describe: Describe, now: number, allRead: AllRead) {
    this.#tx = tx;
    this.members = new StoryMembers(tx);
    this.#describe = describe;
    this.#now = now;
    this.#allRead = allRead;
  }

  /** A writer within a transaction; whoever makes one calls `finish` before the transaction ends. */
  static async within(tx: StoryTransaction, describe: Describe, now: number): Promise<StoryWriter> {
    const allRead = asAllRead(await tx.objectStore('records').get('allStoriesRead'));
    return new StoryWriter(tx, describe, now, allRead);
  }

  /** Reads stories that are to change side by side; those after `last`, the latest that is stored, are not there yet. */
  async prepare(stories: Iterable<number>, last: number): Promise<void> {
    const wanted = [...new Set(stories)].filter((id) => !this.#drafts.has(id));
    for (const id of wanted) if (id > last) this.#drafts.set(id, emptyDraft());
    await Promise.all(wanted.filter((id) => id <= last).map((id) => this.#draft(id)));
  }

  /**
   * Puts an article into a story, which is made where it is not there. One that was read here before reads the story; one
   * that the account's server brought as read does where all others of it are read.
   */
  async add(article: Article, story: number, wasRead: boolean, earlier: number | null = null): Promise<void> {
    const draft = await this.#draft(story);
    const reads = wasRead && ((await this.#isOfReader(article)) || (await this.#areRead(draft.articles)));
    if (earlier !== null && draft.articles.length === 0) draft.kept.earlier = earlier;
    draft.articles.push(article.id);
    draft.feeds.push(article.feedId);
    if (draft.kept.hidden) await this.#hide({ ...article, story });
    else await this.#put({ ...article, story });
    if (reads) await this.#mark(story, draft, true);
  }

  /**
   * Makes a story part of another. It is read if both were: an article of a story that was never opened is not hidden
   * in one that was. Of a story that the reader hid and one that he did not, the longer
   * decides whether the one they become is shown; what was hidden before stays so.
   */
  async merge(from: number, into: number): Promise<void> {
    const [gone, draft] = [await this.#draft(from), await this.#draft(into)];
    const unread = !this.#isRead(from, gone) || !this.#isRead(into, draft);
    const hidden = gone.articles.length > draft.articles.length ? gone.kept.hidden : draft.kept.hidden;
    const differ = gone.kept.hidden !== draft.kept.hidden;
    await this.move(gone.articles, into);
    if (hidden) draft.kept.hidden = hidden;
    else delete draft.kept.hidden;
    if (hidden && differ) await this.#hideAll(draft.articles);
    draft.seen += gone.seen;
    keepOf(gone.kept, draft.kept, into);
    if (unread && this.#isRead(into, draft)) await this.#mark(into, draft, false);
    await this.#tx.objectStore('redirects').put({ from, into });
  }

  /** Moves articles from the stories that they are in to another, which is made where it is not there. */
  async move(ids: readonly number[], into: number): Promise<void> {
    const articles = this.#tx.objectStore('articles');
    const target = await this.#draft(into);
    for (const id of [...ids]) {
      const article = await articles.get(id);
      if (!article || article.story === into) continue;
      const left = await this.#draft(article.story);
      leave(left, id);
      // What leaves a story that was alerted is no news either.
      if (target.articles.length === 0) keepOf(left.kept, target.kept, into);
      target.articles.push(id);
      target.feeds.push(article.feedId);
      await this.#put({ ...article, story: into });
    }
    sortByArrival(target);
  }

  /** Marks a story. */
  async mark(story: number, read: boolean): Promise<void> {
    await this.#mark(story, await this.#draft(story), read);
  }

  /** Has a story described anew whatever else happens to it. */
  async touch(story: number): Promise<void> {
    await this.#draft(story);
  }

  /** Writes all that changed, and gives it. Nothing may be added after it. */
  async finish(): Promise<Story[]> {
    const written: Story[] = [];
    const drafts = [...this.#drafts];
    const members = await this.members.of(drafts);
    for (const [at, [id, draft]] of drafts.entries()) {
      const story = await this.#write(id, draft, members[at] ?? []);
      if (story) written.push(story);
    }
    await this.#writes.settle();
    await addToCounter(this.#tx.objectStore('counters'), 'unreadStories', this.#unread);
    await addToCounter(this.#tx.objectStore('counters'), 'unread', this.#unreadArticles);
    return written;
  }

  async #isOfReader({ id }: Article): Promise<boolean> {
    return (await this.#tx.objectStore('serverItems').index('byArticle').getKey(id)) === undefined;
  }

  async #areRead(ids: readonly number[]): Promise<boolean> {
    const allRead = asAllRead(await this.#tx.objectStore('records').get('allRead'));
    for (const id of ids) if (!isRead(id, await this.#tx.objectStore('marks').get(id), allRead)) return false;
    return true;
  }

  async #hideAll(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      const article = await this.#tx.objectStore('articles').get(id);
      if (article && !article.hidden) await this.#hide(article);
    }
  }

  /** Stores an article as part of a story that the reader hid. */
  async #hide(article: Article): Promise<void> {
    await this.#put({ ...article, muted: true, hidden: true });
    await this.#tx.objectStore('searchChanges').add({ articleId: article.id });
    if (article.muted || article.uncounted) return;
    const allRead = asAllRead(await this.#tx.objectStore('records').get('allRead'));
    const mark = await this.#tx.objectStore('marks').get(article.id);
    if (!isRead(article.id, mark, allRead)) this.#unreadArticles -= 1;
  }

  /** Writes an article's row. */
  async #put(article: Article): Promise<void> {
    this.members.take(article);
    await this.#writes.add(this.#tx.objectStore('articles').put(article));
  }

  async #write(id: number, draft: Draft, members: readonly Member[]): Promise<Story | null> {
    if (members.length === 0) {
      this.#unread -= Number(draft.wasUnread);
      await this.#tx.objectStore('stories').delete(id);
      return null;
    }
    const { articles, feeds, mark, seen, kept } = draft;
    const story = { id, articles, feeds, mark, seen, ...kept, ...this.#describe(members) };
    this.#unread += Number(this.#isUnread(story)) - Number(draft.wasUnread);
    await this.#writes.add(this.#tx.objectStore('stories').put(story));
    return story;
  }

  async #draft(id: number): Promise<Draft> {
    const known = this.#drafts.get(id);
    if (known) return known;
    const story = await this.#tx.objectStore('stories').get(id);
    const draft = story ? asDraft(story, this.#isUnread(story)) : emptyDraft();
    this.#drafts.set(id, draft);
    return draft;
  }

  async #mark(id: number, draft: Draft, read: boolean): Promise<void> {
    if (read) draft.seen = draft.articles.length;
    if (this.#isRead(id, draft) === read) return;
    draft.mark = { read, at: await tick(this.#tx.objectStore('counters'), this.#now) };
  }

  #isUnread(story: Countable): boolean {
    return countsAsUnread(story, this.#allRead);
  }

  #isRead(id: number, { mark }: Pick<Draft, 'mark'>): boolean {
    return isStoryRead({ id, mark }, this.#allRead);
  }
}
