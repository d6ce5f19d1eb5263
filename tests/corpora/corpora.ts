/** Test material that is not part of the project: where it lies, and what to say where it does not. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '../../utils/feed/index.ts';
import type { ParsedFeed } from '../../utils/model/parsed-feed.ts';

const ROOT = path.resolve(import.meta.dirname, '../..', process.env.LEDE_CORPORA ?? '../shared/corpora');

/** A folder of the corpora; null, with a line that says so, where there is none. */
export function corpus(name: string): string | null {
  const folder = path.join(ROOT, name);
  if (existsSync(folder)) return folder;
  console.warn(`skipped: no test material at ${folder} (LEDE_CORPORA names its folder)`);
  return null;
}

/** An address for documents whose own is not known: relative links become absolute, and nobody answers there. */
export const UNKNOWN_ADDRESS = 'https://unknown.invalid/';

/** Reads a document that is expected to be a feed. */
export function read(
  bytes: Uint8Array,
  url = UNKNOWN_ADDRESS,
  contentType: string | null = null,
): ParsedFeed {
  const result = parseFeed({ bytes, url, contentType });
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.problem)}`);
  return result.value;
}
