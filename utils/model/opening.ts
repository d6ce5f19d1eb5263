import type { LatestRow } from './view.ts';

/**
 * Whether a click on a row opens the reading page: only if that holds more than the row, a text clearly longer than the
 * snippet or a story that several sources tell. Else the publisher's page is what the reader wants.
 */
export function opensInReader({ url, isLong, story }: Pick<LatestRow, 'url' | 'isLong' | 'story'>): boolean {
  return url === null || isLong === true || (story?.others ?? 0) > 0;
}
