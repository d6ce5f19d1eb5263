/** What the press writes down of every request: all that the judge goes by. */

export interface RequestEntry {
  readonly feed: number;
  readonly host: string;
  readonly url: string;
  /** UTC ms of the virtual clock. */
  readonly at: number;
  /** When it was answered, given up, or its asker killed; null while it is under way. */
  end: number | null;
  /** As sent, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** What else the asker told its browser; absent where only the request itself was seen. */
  readonly options: {
    readonly credentials?: string;
    readonly referrerPolicy?: string;
    readonly cache?: string;
  };
  /** Whether the reader asked for it. */
  readonly isManual: boolean;
  /** A request that follows no redirect, part of the check before it. */
  readonly isProbe: boolean;
  /** Its asker was killed before it could store the answer. */
  isCutOff: boolean;
  answer: Answered | null;
}

/** What was answered, as far as it binds the asker. */
export interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Whether a body came whole and was closed. */
  readonly isWhole: boolean;
  /** UTC ms before which the answer need not be asked for again, or null. */
  readonly freshUntil: number | null;
  /** UTC ms before which the host is to be left alone, or null. */
  readonly waitUntil: number | null;
}
