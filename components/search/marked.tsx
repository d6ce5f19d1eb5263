import type { SearchHighlight } from '../../utils/model/search.ts';
import { piecesOf } from '../../utils/text/pieces.ts';

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
