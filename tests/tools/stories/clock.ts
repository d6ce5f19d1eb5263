/** When an article counts as published and as seen, as the contract of the tools has it. */

export interface Times {
  /** UTC ms: published, but never later than seen. */
  readonly at: number;
  readonly seenAt: number;
}

interface Dated {
  readonly publishedAt?: string | null | undefined;
  readonly seenAt?: string | null | undefined;
}

/** Reads the times of lines in their order: a missing date is that of the line before. */
export class Clock {
  readonly #until: number;
  #last = 0;

  /** Nothing is later than `until` (UTC ms). */
  constructor(until = Number.POSITIVE_INFINITY) {
    this.#until = until;
  }

  times({ publishedAt, seenAt }: Dated): Times {
    const published = millis(publishedAt);
    const seen = millis(seenAt);
    const at = Math.min(published ?? seen ?? this.#last, this.#until);
    this.#last = at;
    return { at: Math.min(at, seen ?? at), seenAt: seen ?? at };
  }
}

function millis(date: string | null | undefined): number | null {
  const value = Date.parse(date ?? '');
  return Number.isNaN(value) ? null : value;
}
