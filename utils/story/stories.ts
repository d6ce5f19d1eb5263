/**
 * Groups articles into stories, one article at a time in their order of arrival. Pure: it holds the articles of the last
 * days in memory, says what it decided, and whoever uses it stores that; loaded from what was stored it goes on
 * as if it had never stopped.
 */

import type { Join } from '../model/story.ts';
import { Apart } from './apart.ts';
import { LONER } from './cues.ts';
import { type ArticleText, featuresOf, type Knowledge } from './features.ts';
import { CandidateSearch, QUICK } from './match/candidates.ts';
import { Comparison } from './match/compare.ts';
import { earlierChapter } from './match/earlier.ts';
import { type Evidence, EvidenceGatherer, type StoryMembers } from './match/evidence.ts';
import { judge, type Model } from './match/judge.ts';
import { total } from './match/measures.ts';
import { ownerOfName } from './match/owned.ts';
import { type Query, queryFrom, weigh } from './match/query.ts';
import { termOf } from './term.ts';
import { LAYOUT, type WindowImage } from './window/image.ts';
import { Window } from './window/index.ts';
import { Members } from './window/members.ts';
import { pack, partsOf, RowReader } from './window/packed.ts';

export interface StoryArticle extends ArticleText {
  readonly id: number;
  /** Whose voice it is: the owner's where one is known, else the source's. */
  readonly owner: string;
  /** UTC ms: published, but never later than seen. */
  readonly at: number;
  /** UTC ms at which it arrived. */
  readonly seenAt: number;
}

export interface Assignment {
  readonly id: number;
  readonly story: number;
  /** Stories that were joined because of this article, in order; `from` lives on as `into`. */
  readonly merges: readonly { readonly from: number; readonly into: number }[];
  /** Where it begins a story: an earlier one of the same kind that this one continues, or null. */
  readonly earlier: number | null;
  /** To be stored beside the story, and handed back by `load`. */
  readonly packed: Uint8Array;
}

export interface Options {
  readonly knowledge: Knowledge;
  readonly model: Model;
  /** Number of a new story; numbers must grow. */
  readonly nextStory: () => number;
  /** How long articles stay in the window, ms. */
  readonly keep?: number;
  /** Asked in place of the model: for learning. Gives the story to join, or null. */
  readonly teacher?: (article: StoryArticle, evidence: readonly Evidence[], query: Query) => number | null;
}

export const KEEP = 72 * 60 * 60 * 1000;
export const MOST_ARTICLES = 50_000;
const MINUTE = 60_000;
const LOOKED_AT = 24;
const STORIES_LOOKED_AT = 6;
const HOUR = 60;
/** A story this near to a new article may be the same as the one that it joined. */
const NEAR = 0.6;
/** What a later chapter must score at least, in parts of what a join needs. */
const CHAPTER = 0.2;
/** What one article can say at most, in parts of what a join needs: one copy must not decide for all. */
const MOST_SAID = 2;
/** So many articles of a story are asked whether it is the same as another. */
const ASKED = 4;

/** The engine of one window; what it is handed is rows in their order of arrival. */
export class Stories {
  readonly window = new Window();
  readonly members = new Members(this.window);
  readonly options: Options;
  readonly search = new CandidateSearch();
  readonly gatherer = new EvidenceGatherer();
  /** What the reader wants kept apart. */
  readonly apart = new Apart();
  #scratch = new Uint16Array(0);
  #reader = new RowReader(new Uint8Array(0));
  /** The latest clock of the window, minutes. */
  #now = 0;

  constructor(options: Options) {
    this.options = options;
  }

  /** Assigns an article that has just arrived. */
  add(article: StoryArticle): Assignment {
    const { teacher, model, nextStory } = this.options;
    const minutes = Math.max(0, Math.round(Math.min(article.at, article.seenAt) / MINUTE));
    this.#evict(minutes, Math.round(article.seenAt / MINUTE));
    const query = this.query(article, minutes);
    const evidence = this.evidence(query);
    const isAlone = (query.cues & LONER) !== 0;
    const joined = teacher
      ? teacher(article, evidence, query)
      : isAlone
        ? null
        : (decide(model, evidence, query.language) ?? this.#chapterOf(query, evidence));
    const story = joined ?? nextStory();
    this.window.add(article.id, story, query);
    this.members.added();
    const merges = joined === null || teacher ? [] : this.#merge(story, query, evidence);
    const now = merges.at(-1)?.into ?? story;
    const earlier = joined === null && !isAlone ? earlierChapter(evidence) : null;
    return { id: article.id, story: now, merges, earlier, packed: pack(query) };
  }

  /** The story that an article continues by its name, if what else it says speaks for it at all. */
  #chapterOf(query: Query, evidence: readonly Evidence[]): number | null {
    const story = ownerOfName(this.window, query, this.options.knowledge.common);
    const found = evidence.find((one) => one.story === story);
    return found && judge(this.options.model, found, query.language).score >= CHAPTER ? story : null;
  }

  /** An article as it would be compared with the window now. */
  query(article: StoryArticle, minutes: number): Query {
    const { knowledge } = this.options;
    const facts = { minutes, owner: termOf(0, article.owner) };
    return weigh(featuresOf(article, knowledge), facts, this.window, knowledge.common);
  }

  /** What speaks for each story that a query may belong to. */
  evidence(query: Query): Evidence[] {
    const { window } = this;
    const { same, cross } = this.search.find(window, query, QUICK, KEEP / MINUTE);
    const comparison = this.compare(query);
    const scored = [
      ...same.map(({ place }) => ({ place, score: comparison.with(place).cosine })),
      ...cross.map(({ place }) => ({ place, score: total(comparison.with(place)) })),
    ].sort((one, two) => two.score - one.score || two.place - one.place);
    const ids = new Set<number>();
    for (const { place } of scored) {
      if (ids.size === STORIES_LOOKED_AT) break;
      if (((window.cues[place] ?? 0) & LONER) !== 0) continue;
      ids.add(window.story[place] ?? 0);
    }
    const stories = Array.from(ids, (story) => this.#membersOf(story));
    const found = this.gatherer.gather(window, comparison, stories);
    comparison.close();
    return found;
  }

  /** A comparison of a query with the window; to be closed before the next. */
  compare(query: Query): Comparison {
    if (this.#scratch.length < this.window.slots) this.#scratch = new Uint16Array(this.window.slots);
    return new Comparison(this.window, query, this.#scratch);
  }

  /** Lets articles go whose time has passed; after the computer's clock went back, also those of the future. */
  #evict(minutes: number, seen: number): void {
    const { window } = this;
    const keep = (this.options.keep ?? KEEP) / MINUTE;
    this.#now = seen < this.#now - keep ? seen : Math.max(this.#now, minutes);
    while (window.size > 0) {
      const clock = window.minutes[window.first] ?? 0;
      const stays = clock >= this.#now - keep && clock <= this.#now + HOUR;
      if (stays && window.size < MOST_ARTICLES) break;
      this.members.dropping(window.first);
      window.dropFirst();
    }
  }

  /**
   * After a story gained an article: is another story that the article is near to the same? Asked of the newest articles
   * of the story, each against the other story as if it had just arrived.
   */
  #merge(story: number, query: Query, evidence: readonly Evidence[]): { from: number; into: number }[] {
    const { model } = this.options;
    const merges: { from: number; into: number }[] = [];
    let into = story;
    for (const one of evidence) {
      if (
        one.story === story ||
        this.apart.forbids(into, one.story) ||
        judge(model, one, query.language).score < NEAR
      )
        continue;
      if (!this.#areAlike(into, one.story, model.thresholds.merge)) continue;
      const [older, younger] = into < one.story ? [into, one.story] : [one.story, into];
      this.join(younger, older);
      merges.push({ from: younger, into: older });
      into = older;
    }
    return merges;
  }

  /** Whether what the newest articles of a story say to another story comes to `least` in the mean. */
  #areAlike(story: number, other: number, least: number): boolean {
    const places = this.members.of(story, ASKED);
    const members = this.#membersOf(other);
    let missing = least * places.length;
    for (const [at, place] of places.entries()) {
      const query = queryFrom(this.window.row(place));
      const comparison = this.compare(query);
      const [evidence] = this.gatherer.gather(this.window, comparison, [members]);
      comparison.close();
      missing -= evidence
        ? Math.min(MOST_SAID, judge(this.options.model, evidence, query.language).score)
        : 0;
      if (missing > MOST_SAID * (places.length - at - 1)) return false;
    }
    return places.length > 0 && missing <= 0;
  }

  /** Makes all of a story part of another. */
  join(from: number, into: number): void {
    this.members.move(this.members.of(from, Number.POSITIVE_INFINITY), into);
    this.apart.joined(from, into);
  }

  /** Puts articles into a story, as the reader wants; those that have left the window are passed over. */
  move(ids: readonly number[], story: number): void {
    const wanted = new Set(ids);
    const { window } = this;
    const places: number[] = [];
    for (let place = window.first; place < window.end; place += 1) {
      if (wanted.has(window.ids[place] ?? 0)) places.push(place);
    }
    this.members.move(places, story);
  }

  #membersOf(story: number): StoryMembers {
    return { story, places: this.members.of(story, LOOKED_AT), size: this.members.size(story) };
  }

  /** Makes room for stored articles whose rows take so many bytes, before they are taken in. */
  reserve(articles: number, bytes: number): void {
    if (articles > 0) this.window.reserve(articles, ...partsOf(articles, bytes));
  }

  /** The engine's memory of its window, not copied. */
  get image(): WindowImage {
    return { layout: LAYOUT, window: this.window.parts, now: this.#now };
  }

  /** Goes on in an image, in place of what it held; gives whether it could: one of another layout is not read. */
  become({ layout, window, now }: WindowImage): boolean {
    if (layout !== LAYOUT) return false;
    this.window.become(window);
    this.#now = now;
    return true;
  }

  /** Makes stories part of others, in the order in which they were joined since an image. */
  joinAll(joins: readonly Join[]): void {
    const { story } = this.window;
    for (const [from, into] of joins)
      for (let at = story.indexOf(from); at >= 0; at = story.indexOf(from, at + 1)) story[at] = into;
    this.members.forget();
  }

  /**
   * Takes a stored article in as it was; rows must come in their order of arrival. Gives where the next row begins, or
   * null where the bytes hold none.
   */
  load(id: number, story: number, packed: Uint8Array, offset = 0): number | null {
    if (!this.#reader.isOf(packed)) this.#reader = new RowReader(packed);
    const read = this.#reader.read(offset);
    if (!read) return null;
    this.window.add(id, story, read.row);
    this.members.forget();
    this.#now = Math.max(this.#now, read.row.minutes);
    return read.next;
  }
}

/** The story that an article joins by its evidence, or null. */
export function decide(model: Model, evidence: readonly Evidence[], language: number): number | null {
  const verdicts = evidence.map((one) => judge(model, one, language)).filter(({ joins }) => joins);
  const best = verdicts.reduce<{ story: number; score: number } | null>(
    (first, one) => (first === null || one.score > first.score ? one : first),
    null,
  );
  return best?.story ?? null;
}
