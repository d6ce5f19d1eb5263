/** Pictures of an article: where the reader wants them, each with one address, its size, and nothing to tell. */
import { isPrivateHost } from '../text/private-host.ts';
import { absolute } from './settle-link.ts';

/** Pictures of no more pixels than this in either direction count visits. */
const COUNTER_PIXELS = 3;
const MOST_PIXELS = 20_000;

/** Elements that hold nothing once their picture is gone. */
const HOLDERS = ['a', 'center', 'div', 'figure', 'p', 'span'];

/** Keeps a picture with what it needs to be drawn in a box of its own; drops it where it has no place here. */
export function settlePicture(
  picture: HTMLImageElement,
  {
    base,
    home = null,
    how,
  }: { base: string | null; home?: string | null | undefined; how: 'direct' | 'held' },
): void {
  const address = pictureAddress(picture.getAttribute('src'), base, home);
  const [width, height] = [pixels(picture, 'width'), pixels(picture, 'height')];
  const isCounter = [width, height].some((size) => size !== null && size <= COUNTER_PIXELS);
  if (address === null || isCounter) {
    dropPicture(picture);
    return;
  }
  picture.removeAttribute('src');
  if (width === null || height === null) {
    picture.removeAttribute('width');
    picture.removeAttribute('height');
  } else {
    picture.setAttribute('width', String(width));
    picture.setAttribute('height', String(height));
  }
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  picture.setAttribute('referrerpolicy', 'no-referrer');
  picture.setAttribute(how === 'held' ? 'data-address' : 'src', address);
}

/**
 * A picture's whole http(s) address, or null where it has another kind, or names a machine of the reader's own network
 * other than `home`, the host of the article's source, which the reader confirmed. An article's own address is no such
 * word: every feed can name a machine there.
 */
export function pictureAddress(
  address: string | null,
  base: string | null,
  home: string | null = null,
): string | null {
  const url = absolute(address, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return isPrivateHost(url.hostname) && url.hostname !== home ? null : url.href;
}

/** Takes a picture out, and what held nothing but it. */
export function dropPicture(picture: HTMLImageElement): void {
  let gone: Element = picture;
  for (let around = gone.parentElement; around !== null; around = around.parentElement) {
    const isHolder = HOLDERS.includes(around.localName);
    if (!isHolder || around.childElementCount > 1 || around.textContent?.trim() !== '') break;
    gone = around;
  }
  gone.remove();
}

function pixels(picture: HTMLImageElement, name: 'width' | 'height'): number | null {
  const size = Number.parseInt(picture.getAttribute(name) ?? '', 10);
  // A share of the room is no size.
  const isShare = picture.getAttribute(name)?.includes('%') ?? false;
  return !isShare && size >= 0 && size <= MOST_PIXELS ? size : null;
}
