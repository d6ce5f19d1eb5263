/** Articles of a server as items of a feed, so that they go the way of all articles. */
import { imageInHtml } from '../feed/images.ts';
import type { ParsedItem } from '../model/parsed-feed.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/space.ts';
import { pageUrl } from '../text/url.ts';
import type { ServerItem } from './wire.ts';

const DAY = 24 * 3_600_000;

/** An article as an item of a feed. Its guid is the server's id: no two articles of a server share one. */
export function asItem({ id, url, title, html, author, publishedAt }: ServerItem): ParsedItem {
  const page = url === null ? null : pageUrl(url, url);
  return {
    guid: guidOf(id),
    url: page,
    title: oneLine(title),
    summary: null,
    content: html === '' ? null : html,
    author: author === null ? null : oneLine(author),
    published: publishedAt === null ? null : { at: publishedAt, offset: null },
    updated: null,
    image: imageInHtml(html, page ?? ''),
    categories: [],
    language: null,
  };
}

/** The key that an article of this id has among those of its source (`utils/story/identity`). */
export function keyOfItem(id: string): string {
  return `g:${guidOf(id)}`;
}

function guidOf(id: string): string {
  return `server ${id}`;
}

/**
 * When an article arrived at the server, UTC ms, limited by our clock; null where the server does not say, or says a time
 * over a day before it was published: then one of the clocks is wrong, and nothing follows from it.
 */
export function arrivalOf({ arrivedAt, publishedAt }: ServerItem, now: number): number | null {
  if (arrivedAt === null) return null;
  if (publishedAt !== null && publishedAt <= now && arrivedAt < publishedAt - DAY) return null;
  return Math.min(arrivedAt, now);
}

/** Whether two headlines are one but for what servers alter in them: marks, white space, width of letters. */
export function isSameTitle(one: string, other: string): boolean {
  return one === other || fold(one) === fold(other);
}

/** Whether two articles of a source appeared at one time: servers keep whole seconds. */
export function isSameSecond(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && Math.floor(one / 1000) === Math.floor(other / 1000);
}
