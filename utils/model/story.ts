/** A story: what several outlets report of one event, as the lists need it. */

/** One independent voice that tells a story: an owner, however many papers he has. */
export interface Voice {
  readonly owner: string;
  /** When it first told it, UTC ms: published, but never later than seen. */
  readonly at: number;
  /** Whether that was seen so late, or at the first fetch, that it is no sign of growth. */
  readonly isLate: boolean;
  /** Whom it cites, or itself where others may cite it: those that have one key confirm nothing to each other. */
  readonly echoes?: string;
}

export interface Story {
  /** Grows; of two stories that turn out to be one the older number lives. */
  readonly id: number;
  /** Ids of its articles in their order of arrival; what another feed of a publisher has as well is not among them. */
  readonly articles: readonly number[];
  /** The source of each of these. */
  readonly feeds: readonly number[];
  /** The newest of them, which Latest shows. */
  readonly newest: number;
  /**
   * Its negated time: ascending order of the index is newest first. Null where all of its articles are muted: no list
   * shows the story then, and no total counts it.
   */
  readonly newestFirst: number | null;
  /** The one whose headline says best what happened. */
  readonly lead: number;
  /** UTC ms of its first and its latest report. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** UTC ms at which the latest of them arrived that was no backlog and is counted; 0 if there is none. */
  readonly arrivedAt: number;
  /** BCP 47 tags, those of most articles first. */
  readonly languages: readonly string[];
  /** The independent voices, earliest first. */
  readonly voices: readonly Voice[];
  /** `lastAt` where two or more voices tell it, else absent: an index then holds only what can be ranked. */
  readonly toldAt?: number;
  /** Whom all outlets cite, if they all cite one; else null. */
  readonly origin: string | null;
  /** What the reader last did with it; null if nothing. */
  readonly mark: StoryMark | null;
  /** How many articles it had when the reader last opened it. */
  readonly seen: number;
  /** An earlier story of the same kind that this one continues (another night, another day's figures); absent if none. */
  readonly earlier?: number;
  /** UTC ms at which an alert was raised for it, or for a story that became part of it; absent if none was. */
  readonly alertedAt?: number;
  /** The same of an alert for a word that the reader watches for. */
  readonly watchedAt?: number;
  /** 1 where the reader hid it: later reports of it are hidden as well; else absent. */
  readonly hidden?: 1;
  /** Which of its articles are muted; absent where none is. The rest of the row is said of the others. */
  readonly muted?: readonly number[];
  /** 1 where all that is shown of it is of sources that are not counted; else absent. */
  readonly uncounted?: 1;
  /** 1 where articles of it went away, so that it must be described anew; else absent. */
  readonly stale?: 1;
}

export interface StoryMark {
  readonly read: boolean;
  /** UTC ms; later than every earlier mark and "mark all". */
  readonly at: number;
}

/** What the reader decided of two articles, whatever the engine thinks: it binds every later join and merge. */
export interface Binding {
  readonly id: number;
  readonly kind: 'apart' | 'together';
  /** The articles that were on each side. */
  readonly one: readonly number[];
  readonly other: readonly number[];
  /** UTC ms. */
  readonly at: number;
}

/** A story became part of another. */
export type Join = readonly [from: number, into: number];

/** Articles that were grouped together, as the window of the story engine is stored. */
export interface WindowChunk {
  readonly id: number;
  readonly articles: readonly number[];
  /** The story each was put in; where stories were joined since, `redirects` tell. */
  readonly stories: readonly number[];
  /** Stories that were joined while these were told, in that order; absent where none was. */
  readonly joins?: readonly Join[];
  /** Their rows one behind the other (`utils/story/window/packed`). */
  readonly bytes: Uint8Array;
  /** UTC ms of the newest of them. */
  readonly newestAt: number;
}
