/** What the reading page does with markup of others: loaded with its first article. */
export { sanitise } from './sanitise.ts';

/** The article in a publisher's page (`full-text`): its code is larger than all else, and few articles are read in full. */
export async function fullText(html: string, url: string): Promise<string | null> {
  return (await import('./full-text.ts')).fullText(html, url);
}
