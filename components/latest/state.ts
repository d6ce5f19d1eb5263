/** What Latest is at a moment, and what a reader can do with it. */
import type { Problem, Result } from '../../utils/model/problem.ts';
import type {
  LatestPage,
  LatestRow,
  Narrowing,
  RefreshProgress,
  RefreshResult,
  Status,
} from '../../utils/model/view.ts';

/** Something that the reader did and can take back. */
export interface Undoable {
  readonly kind: 'split' | 'join' | 'mark-all' | 'hide' | 'mute-source' | 'mute-word';
  /** The story, source or word that it was done to; empty where there is no one such. */
  readonly name: string;
  readonly undo: () => Promise<Result<unknown>>;
}

export interface LatestState {
  /** What is shown; null until the first answer. */
  readonly page: LatestPage | null;
  /** Rows that arrived while this page is shown, and wait until they are asked for. */
  readonly waiting: number;
  /** The newest rows of all, shown or waiting: what the ticker takes its turns from. */
  readonly newest: readonly LatestRow[] | null;
  readonly narrowing: Narrowing;
  readonly status: Status | null;
  /** Why rows or status could not be had when last asked. */
  readonly problem: Problem | null;
  /** Why the reader's last action did not work. */
  readonly refused: Problem | null;
  /** How many rows 'More news' last added. */
  readonly added: number;
  readonly checking: boolean;
  /** How far the refresh that runs is, whoever began it; null where none does. */
  readonly progress: RefreshProgress | null;
  /** What the reader's last refresh came to, where it asked nobody. */
  readonly askedNobody: RefreshResult | null;
  /** The reader's last step that can be taken back. */
  readonly undoable: Undoable | null;
  /** The row for which the reader looks for another that tells the same story. */
  readonly joining: LatestRow | null;
  /** The row of which the reader is choosing a word to mute. */
  readonly muting: LatestRow | null;
}

export const START: LatestState = {
  page: null,
  waiting: 0,
  newest: null,
  narrowing: {},
  status: null,
  problem: null,
  refused: null,
  added: 0,
  checking: false,
  progress: null,
  askedNobody: null,
  undoable: null,
  joining: null,
  muting: null,
};

/** What a reader can do with Latest. */
export interface LatestActions {
  more(): void;
  /** Shows the rows that wait. */
  showNew(): void;
  /** Shows only what fits. */
  narrow(narrowing: Narrowing): void;
  /** Shows everything again, in all languages. */
  widen(): void;
  /** Shows headlines of one language (BCP 47 without region), in all lists, or of `all`. */
  chooseLanguage(language: string): void;
  refresh(): void;
  /** Ends the refresh that runs. */
  cancel(): void;
  /** Takes the note about sources that have been failing for days away, for good. */
  knowFailures(): void;
  /** The same of the note about a database that was lost. */
  knowRecovery(): void;
  open(row: LatestRow, where: 'tab' | 'background'): void;
  /** The publisher's page, also where Lede holds more than the row. */
  openSite(row: LatestRow): void;
  mark(row: LatestRow, read: boolean): void;
  save(row: LatestRow, saved: boolean): void;
  markAll(): Promise<void>;
  /** Shows nothing of the row's story, nor of what is told of it later. */
  hide(row: LatestRow): void;
  /** Shows nothing of the row's source. */
  muteSource(row: LatestRow): void;
  /** Begins to choose a word of the row to mute; null ends it. */
  chooseWord(row: LatestRow | null): void;
  muteWord(word: string): void;
  /** 'Not the same story': this article leaves the story that it was put in. */
  part(articleId: number): void;
  /** Begins to look for the row that tells the same story as this one. */
  beginJoin(row: LatestRow): void;
  /** 'Same story': the row that was looked for. */
  joinWith(row: LatestRow): void;
  cancelJoin(): void;
  /** Takes the last step back. */
  undo(): void;
  /** Straight from a click: the browser asks the reader. */
  allow(hosts: readonly string[]): void;
  /** Finds the feeds of the page in the tab in front, and shows them in options. */
  followThisTab(): void;
  /** Shows on the page in front what is related to it; `done` is called where it went well. */
  relatedToThisTab(done: () => void): void;
  /** Takes the message about the last action away. */
  dismiss(): void;
}
