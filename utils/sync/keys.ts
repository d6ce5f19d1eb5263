/** Keys of what is carried. A source's is a hash of its address, so that what was removed leaves no address behind. */
import { hashText } from '../text/hash.ts';

/** 48 bits: of two thousand addresses, two share one by a chance of one in a hundred million. */
const HASH_DIGITS = 12;

/** `source`: it is followed. `details`: what the reader set of it. `setting`, and `word`: one of a setting that is a list. */
export type KeyKind = 'source' | 'details' | 'setting' | 'word';
const PREFIX: Readonly<Record<KeyKind, string>> = { source: 's', details: 'd', setting: 'o', word: 'w' };
const KINDS = new Map(Object.entries(PREFIX).map(([kind, prefix]) => [prefix, kind as KeyKind]));

/** The key of a source. */
export function sourceKey(url: string): string {
  return PREFIX.source + addressHash(url);
}

/** The key of what the reader set of a source. */
export function detailsKey(url: string): string {
  return PREFIX.details + addressHash(url);
}

/** The hash by which a source is known, 12 hexadecimal digits. */
export function addressHash(url: string): string {
  return hashText(url).slice(0, HASH_DIGITS);
}

/** The key of a setting that has one value. */
export function settingKey(name: string): string {
  return PREFIX.setting + name;
}

/** The key of one text of a setting that is a list of texts. */
export function wordKey(list: string, word: string): string {
  return `${PREFIX.word}${list}\n${word}`;
}

/** What a key is of; null where it is none. */
export function kindOf(key: string): KeyKind | null {
  return KINDS.get(key.charAt(0)) ?? null;
}

/** A key without its kind: a hash, a name, or a list and a word. */
export function restOf(key: string): string {
  return key.slice(1);
}

/** List and word of a word's key. */
export function wordOf(key: string): { readonly list: string; readonly word: string } {
  const rest = restOf(key);
  const end = rest.indexOf('\n');
  return { list: rest.slice(0, end), word: rest.slice(end + 1) };
}
