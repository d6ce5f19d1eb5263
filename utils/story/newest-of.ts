/** Which items of a very long document are worth keeping. */
import type { IncomingArticle } from './incoming.ts';

/** The keys of the `most` newest items; items without a date are as new as the one before them in the document. */
export function newestOf(
  items: readonly Pick<IncomingArticle, 'key' | 'publishedAt'>[],
  most: number,
): ReadonlySet<string> {
  if (items.length <= most) return new Set(items.map(({ key }) => key));
  let last = Number.MAX_SAFE_INTEGER;
  const dated = items.map(({ key, publishedAt }) => {
    last = publishedAt ?? last;
    return { key, at: last };
  });
  return new Set(
    dated
      .sort((a, b) => b.at - a.at)
      .slice(0, most)
      .map(({ key }) => key),
  );
}
