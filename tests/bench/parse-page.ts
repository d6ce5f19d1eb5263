/**
 * What the bench of parsing runs in a page: the product's parser, and beside it what a page can do with the browser alone,
 * DOMParser and questions to its document. Built by `parse-browser.ts`; gives its functions to the page's globals.
 */
import { parseFeed } from '../../utils/feed/index.ts';

const decoder = new TextDecoder();
const policy = (
  globalThis as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): string } };
  }
).trustedTypes.createPolicy('lede-inert', { createHTML: (text: string) => text });
let feeds: Uint8Array[] = [];

/** Headline, address, time and text of each item; none where the document is no feed to it. */
function byDom(bytes: Uint8Array): (string | null)[][] {
  const page = new DOMParser().parseFromString(policy.createHTML(decoder.decode(bytes)), 'text/xml');
  if (page.querySelector('parsererror')) return [];
  return Array.from(page.querySelectorAll('item, entry'), (item) => [
    item.querySelector('title')?.textContent ?? null,
    item.querySelector('link')?.getAttribute('href') ?? item.querySelector('link')?.textContent ?? null,
    item.querySelector('guid, id')?.textContent ?? null,
    item.querySelector('pubDate, published, updated')?.textContent ?? null,
    item.querySelector('description, summary')?.textContent ?? null,
    item.querySelector('encoded, content')?.textContent ?? null,
  ]);
}

const byLede = (bytes: Uint8Array): boolean =>
  parseFeed({ bytes, url: 'https://a.example/', contentType: null }).ok;

function timed(read: (bytes: Uint8Array) => unknown): number {
  const began = performance.now();
  for (const bytes of feeds) read(bytes);
  return performance.now() - began;
}

Object.assign(globalThis, {
  parsing: {
    /** Fetches so many feeds and keeps those that both can read; gives how many, and their bytes. */
    async load(count: number): Promise<{ kept: number; bytes: number }> {
      const all: Uint8Array[] = [];
      for (let at = 0; at < count; at += 1) {
        all.push(new Uint8Array(await (await fetch(`feeds/${at}`)).arrayBuffer()));
      }
      feeds = all.filter((bytes) => byLede(bytes) && byDom(bytes).length > 0);
      return { kept: feeds.length, bytes: feeds.reduce((sum, { length }) => sum + length, 0) };
    },
    /** Both once over all of them: ms. */
    run: (): { own: number; other: number } => ({ own: timed(byLede), other: timed(byDom) }),
  },
});
