/** Feeds that are test material, as tests read them. */
import { describe, it } from 'vitest';
import { parseFeed } from '../../utils/feed/index.ts';
import type { ParsedFeed } from '../../utils/model/parsed-feed.ts';
import { NO_MATERIAL } from './folder.ts';

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

/** A group of tests over a folder of the corpora; where there is none, one test that is left out and says why. */
export function describeWhere(folder: string | null, title: string, tests: () => void): void {
  if (folder !== null) describe(title, tests);
  else it(title, ({ skip }) => skip(NO_MATERIAL));
}
