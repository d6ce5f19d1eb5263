/** Headlines as a real page shows them, and how they look in a terminal. */
import type { Page } from '../../browsers/session.ts';

export interface Shown {
  readonly time: string;
  readonly source: string;
  readonly headline: string;
}

const SOURCE_WIDTH = 24;

/** The rows that the popup or the reading page shows, from the top. */
export function shownRows(page: Page): Promise<Shown[]> {
  return page.evaluate(() => {
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const words = (row: Element, selector: string): string =>
      plain(row.querySelector(selector)?.textContent ?? '');
    // The mark of an unread row stands inside the time as an element of its own.
    const timeOf = (row: Element): string =>
      plain(
        Array.from(row.querySelector('time')?.childNodes ?? [], (node) =>
          node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '',
        ).join(''),
      );
    return Array.from(document.querySelectorAll('.row, .news'), (row) => ({
      time: timeOf(row),
      source: words(row, '.source .name'),
      headline: words(row, '.headline'),
    })).filter(({ headline }) => headline !== '');
  });
}

/** How many different sources the rows come from. */
export function countOutlets(rows: readonly Shown[]): number {
  return new Set(rows.map(({ source }) => source)).size;
}

/** The rows as lines of a table, cut to a width in characters. */
export function table(rows: readonly Shown[], width: number): string {
  const columns = {
    time: Math.max(0, ...rows.map(({ time }) => time.length)),
    source: SOURCE_WIDTH,
  };
  const rest = Math.max(20, width - columns.time - columns.source - 4);
  return rows
    .map(({ time, source, headline }) =>
      [
        time.padStart(columns.time),
        cut(source, columns.source).padEnd(columns.source),
        cut(headline, rest),
      ].join('  '),
    )
    .join('\n');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
