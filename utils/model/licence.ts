/** A package of others whose code is part of Lede. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  /** As it lies in the package; null where it holds none. */
  readonly text: string | null;
}
