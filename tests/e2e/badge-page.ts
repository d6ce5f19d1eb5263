/** What a page that shows Latest says of the number on the badge. */

/** Runs in the page: rows above the line of what is new; 0 where there is no line. */
export function aboveLine(): number {
  const line = document.querySelector('.new-since');
  if (line === null) return 0;
  return Array.from(document.querySelectorAll('.headline')).filter(
    (row) => (row.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  ).length;
}

/** Runs in the page: the number on the Latest tab. */
export function onTab(): string {
  return document.querySelector('#tab-latest .unread-count')?.textContent ?? '';
}
