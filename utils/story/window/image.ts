/** A window as it lies in memory: what is stored of it beside its rows, so that a start need not take 50,000 of them in. */
import type { PostingsParts } from './postings.ts';
import type { TermTableParts } from './term-table.ts';

/** Fields of articles by place; what they mean stands where the window has them. */
interface WindowFields {
  readonly minutes: Uint32Array<ArrayBuffer>;
  readonly language: Uint8Array<ArrayBuffer>;
  readonly cues: Uint8Array<ArrayBuffer>;
  readonly day: Uint8Array<ArrayBuffer>;
  readonly owner: Uint32Array<ArrayBuffer>;
  readonly story: Uint32Array<ArrayBuffer>;
  readonly ids: Float64Array<ArrayBuffer>;
  readonly norm: Float32Array<ArrayBuffer>;
  readonly crossNorm: Float32Array<ArrayBuffer>;
}

/** All that a window is made of: about 300 bytes an article. */
export interface WindowParts {
  readonly fields: WindowFields;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly shapeStarts: Uint32Array<ArrayBuffer>;
  readonly shapes: Uint8Array<ArrayBuffer>;
  readonly entries: Uint32Array<ArrayBuffer>;
  readonly languages: Uint32Array<ArrayBuffer>;
  readonly first: number;
  readonly end: number;
  readonly table: TermTableParts;
  readonly postings: PostingsParts;
}

/** What the engine holds of its window. An image is good only for code that lays it out alike. */
export interface WindowImage {
  readonly layout: number;
  readonly window: WindowParts;
  /** The latest clock of the window, minutes. */
  readonly now: number;
}

/** Grows with every change of what the arrays of a window mean: an image of another layout is not read. */
export const LAYOUT = 1;
