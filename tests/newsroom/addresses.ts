/** Addresses of articles, pictures and sections, in the shape each outlet prefers. */
import type { Outlet, Topic } from './types.ts';

/** A stable number of five or six digits for an article, as publishing systems give (FNV-1a of its key). */
export function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const char of key) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return 10_000 + (hash % 890_000);
}

/** The canonical address of an article. */
export function articleUrl(outlet: Outlet, slug: string, topic: Topic, publishedAt: number): string {
  const number = numberOf(`${outlet.id}/${slug}`);
  const day = new Date(publishedAt).toISOString().slice(0, 10).replaceAll('-', '/');
  const paths: Record<Outlet['addresses'], string> = {
    dated: `${day}/${slug}`,
    numbered: `news/${slug}-${number}.html`,
    section: `${topic}/${slug}/`,
    query: `story?id=${number}`,
    short: `a/${number}`,
    html: `${topic}/${slug}.html`,
  };
  return outlet.siteUrl + paths[outlet.addresses];
}

/** The part of an address by which the press finds an article again: campaign parameters do not count. */
export function lookupKey(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  const id = searchParams.get('id');
  return `${host}${pathname}${id === null ? '' : `?id=${id}`}`;
}

/** The address of the picture of an article. */
export const imageUrl = (outlet: Outlet, topic: Topic, slug: string): string =>
  `${outlet.siteUrl}img/${topic}-${numberOf(`${outlet.id}/${slug}`)}.svg`;

/** The address of the list of one topic. */
export const sectionUrl = (outlet: Outlet, topic: Topic): string => `${outlet.siteUrl}section/${topic}`;
