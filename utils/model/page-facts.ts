/** What a page says of itself, as the detector takes it and the background reads it. */

export interface PageFacts {
  /** The canonical address. */
  readonly url: string;
  /** What it calls itself (JSON-LD, Open Graph, its title), the most telling first; the last is the document's title. */
  readonly titles: readonly string[];
  /** Its headings of the first rank. */
  readonly headings: readonly string[];
  /** Names of its site. */
  readonly sites: readonly string[];
  /** Lead and first paragraphs, capped. */
  readonly summary: string;
  /** As stated, empty where nothing is. */
  readonly language: string;
  /** When it was published, as stated in one way and another. */
  readonly dates: readonly string[];
}

/** Most entries of a list of these, and characters of one entry, of the summary and of the address. */
export const PAGE_LIMITS = { entries: 12, entry: 500, summary: 2400, url: 4000 } as const;
