import type { Article } from '../model/article.ts';
import { canonicalUrl } from '../text/url.ts';
import type { Database } from './schema.ts';

/** The stored articles of an address, those that lists show first. */
export async function articlesByAddress(db: Database, url: string): Promise<readonly Article[]> {
  const found = await db.getAllFromIndex('articles', 'byUrl', canonicalUrl(url));
  return found.sort((a, b) => Number(a.newestFirst === null) - Number(b.newestFirst === null));
}
