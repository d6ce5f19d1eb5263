import type { SearchHighlight } from '../../utils/model/search.ts';

interface Piece {
  readonly words: string;
  readonly isMarked: boolean;
}

/** The pieces of a text, those that were searched for apart. Offsets that the text does not have are left out. */
export function piecesOf(text: string, highlights: readonly SearchHighlight[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) pieces.push({ words: text.slice(start, end), isMarked });
  };
  let at = 0;
  for (const { start, end } of highlights) {
    if (start < at || end > text.length) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return pieces;
}

interface MarkedProps {
  readonly words: string;
  readonly highlights: readonly SearchHighlight[];
}

/** A text in which what was searched for is marked. */
export function Marked({ words, highlights }: MarkedProps) {
  if (highlights.length === 0) return <>{words}</>;
  return (
    <>
      {piecesOf(words, highlights).map((piece, at) =>
        piece.isMarked ? <mark key={at}>{piece.words}</mark> : piece.words,
      )}
    </>
  );
}
