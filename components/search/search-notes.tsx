import type { SearchNote } from '../../utils/model/search.ts';
import { useLede } from '../app/context.ts';

/** Parts of the query that were passed over, each with the reason. */
export function Notes({ notes }: { readonly notes: readonly SearchNote[] }) {
  const { text } = useLede();
  if (notes.length === 0) return null;
  return (
    <div class="search-notes" role="status">
      {notes.map((note) => (
        <p key={`${note.code} ${note.text}`} dir="auto">
          {text(`search.note.${note.code}`, { part: note.text })}
        </p>
      ))}
    </div>
  );
}
