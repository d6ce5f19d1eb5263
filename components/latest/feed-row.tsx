import './latest.css';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { SourceBadge } from '../parts/source-badge.tsx';
import type { LatestActions } from './controller.ts';
import { Headline } from './headline.tsx';
import { RowActions, UnreadDot } from './row-actions.tsx';

interface RowsProps {
  readonly rows: readonly LatestRow[];
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** The list of the popup: one row an article, in the order given. */
export function FeedList({ rows, now, actions }: RowsProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets
    <ul role="list">
      {rows.map((row) => (
        <FeedRow key={row.id} row={row} now={now} actions={actions} />
      ))}
    </ul>
  );
}

/** Time, headline, source and what can be done. Reading it changes colours alone: nothing moves. */
function FeedRow({ row, now, actions }: Omit<RowsProps, 'rows'> & { readonly row: LatestRow }) {
  const { times } = useLede();
  const headlineId = `headline-${row.id}`;
  return (
    <li class={row.unread ? 'row unread' : 'row'}>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {row.unread && <UnreadDot />}
        {times.short(row.at, now)}
      </time>
      <div>
        <Headline row={row} id={headlineId} actions={actions} />
        <div class="meta">
          <SourceBadge source={row.source} />
          <RowActions row={row} headlineId={headlineId} actions={actions} />
        </div>
      </div>
    </li>
  );
}
