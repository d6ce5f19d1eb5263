/** Feeds that are test material, as tests read them. */
import { parseFeed } from '../../utils/feed/index.ts';
import type { ParsedFeed } from '../../utils/model/parsed-feed.ts';

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
