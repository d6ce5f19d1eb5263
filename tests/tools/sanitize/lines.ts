/** Input of the tool: a payload, or a whole feed whose items' contents are joined. */
import * as z from 'zod/mini';
import { parseFeed } from '../../../utils/feed/index.ts';
import { type Piece, UNKNOWN_ADDRESS } from './page.ts';

export const lineSchema = z.union([
  z.object({ id: z.string(), payload: z.string() }),
  z.object({ id: z.string(), feed: z.string() }),
]);

export type Line = z.infer<typeof lineSchema>;

/** The pieces of markup that a line holds, as the extension would store them. A feed that cannot be read has none. */
export function piecesOf(line: Line): Piece[] {
  if ('payload' in line) return [{ html: line.payload, base: UNKNOWN_ADDRESS }];
  const bytes = new TextEncoder().encode(line.feed);
  const feed = parseFeed({ bytes, url: UNKNOWN_ADDRESS, contentType: null });
  if (!feed.ok) return [];
  return feed.value.items.map((item) => ({
    html: item.content ?? item.summary ?? '',
    base: item.url ?? UNKNOWN_ADDRESS,
  }));
}
