/** The part of the reading page's address behind `#` that names a search. */

/** UTF-16 units of a query that an address carries. */
const MOST_CHARACTERS = 2_000;

/** The address of a search for what was typed, from `#` on. */
export function searchHash(typed: string): string {
  const q = typed.slice(0, MOST_CHARACTERS);
  return q.trim() === '' ? '#/search' : `#/search?${new URLSearchParams({ q })}`;
}
