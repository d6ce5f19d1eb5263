/** Many slow sources at once, for the tests of the full run. */
import type { Newsroom } from '../newsroom/index.ts';

/** A feed with one report, named after the source. */
export function oneReport(title: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><item><guid isPermaLink="false">${title}</guid><title>Report of ${title}</title></item></channel></rss>`;
}

/** Scripts any number of hosts `many-N.example`, each with one report, answered after 200 ms. */
export function scriptMany(newsroom: Newsroom): void {
  newsroom.script({ host: /^many-/ }, ({ host }) => ({ body: oneReport(host), delayMs: 200 }));
}

/** `count` of these, as a list to import. */
export function manySources(count: number): readonly object[] {
  return Array.from({ length: count }, (_, i) => ({
    url: `http://many-${i}.example/rss`,
    title: '',
    siteUrl: null,
    folder: [],
  }));
}
