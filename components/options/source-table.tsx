import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from './context.ts';
import { Pick } from './pick.tsx';
import { SourceFolder } from './source-folder.tsx';
import { byFolder } from './source-folders.ts';
import type { Manage } from './use-manage.ts';

interface SourceTableProps {
  readonly rows: readonly SourceRow[];
  /** UTC ms. */
  readonly now: number;
  readonly manage: Manage;
}

/** So many sources are shown with all folders open; with more, folders are opened one by one. */
const MOST_OPEN = 200;

/** All sources with how they stand, folder by folder. On a narrow page its rows are stacked. */
export function SourceTable({ rows, now, manage }: SourceTableProps) {
  const { text } = useLede();
  return (
    <table class="sources" aria-labelledby="followed">
      <thead>
        <tr>
          <th scope="col">
            <span class="pick">
              <Pick label={text('sources.selectAll')} rows={rows} manage={manage} />
              {text('sources.source')}
            </span>
          </th>
          <th scope="col">{text('sources.perDay')}</th>
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
          manage={manage}
        />
      ))}
    </table>
  );
}
