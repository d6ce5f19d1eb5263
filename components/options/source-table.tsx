import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { SourceFolder } from './source-folder.tsx';
import { byFolder } from './source-folders.ts';

interface SourceTableProps {
  readonly rows: readonly SourceRow[];
  /** UTC ms. */
  readonly now: number;
  /** Shows the outcome of an action in words. */
  readonly say: (words: string) => void;
}

/** So many sources are shown with all folders open; with more, folders are opened one by one. */
const MOST_OPEN = 200;

/** All sources with how they stand, folder by folder. On a narrow page its rows are stacked. */
export function SourceTable({ rows, now, say }: SourceTableProps) {
  const { text } = useLede();
  return (
    <table class="sources" aria-labelledby="followed">
      <thead>
        <tr>
          <th scope="col">{text('sources.source')}</th>
          <th scope="col">{text('sources.state')}</th>
          <th scope="col">{text('sources.lastSuccess')}</th>
          <th scope="col">{text('sources.next')}</th>
          <th scope="col">
            <span class="hidden-text">{text('sources.actions')}</span>
          </th>
        </tr>
      </thead>
      {byFolder(rows, text.language).map((folder) => (
        <SourceFolder
          key={folder.key}
          folder={folder}
          startsOpen={folder.name === '' || rows.length <= MOST_OPEN}
          now={now}
          say={say}
        />
      ))}
    </table>
  );
}
