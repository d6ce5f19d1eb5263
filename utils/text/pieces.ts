/** A text parted where something in it is marked. */
import type { SearchHighlight } from '../model/search.ts';

export interface Piece {
  readonly words: string;
  readonly isMarked: boolean;
}

/** The pieces of a text, those that were searched for apart. Marks that the text has no place for are left out. */
export function piecesOf(text: string, highlights: readonly SearchHighlight[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) pieces.push({ words: text.slice(start, end), isMarked });
  };
  let at = 0;
  for (const { start, end } of highlights) {
    if (start < at || end > text.length || isInsideCharacter(text, start) || isInsideCharacter(text, end))
      continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return pieces;
}

/** Whether an offset lies between the two halves of a surrogate pair. */
function isInsideCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
