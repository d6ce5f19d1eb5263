import './latest.css';
import { useState } from 'preact/hooks';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useRowHandle } from '../keyboard/row-handles.ts';
import { SourceBadge } from '../parts/source-badge.tsx';
import { AlsoIn, Reports } from '../stories/also-in.tsx';
import { NewSince } from '../stories/new-since.tsx';
import { Headline } from './headline.tsx';
import { keyOf } from './hold-back.ts';
import { RowActions, UnreadDot } from './row-actions.tsx';
import type { Rows } from './situation.ts';
import type { LatestActions } from './state.ts';

interface RowsProps {
  readonly rows: Rows;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** The list of the popup: what is new since the last visit, then the rest, each in the order given. */
export function FeedList({ rows, now, actions }: RowsProps) {
  const draw = (some: readonly LatestRow[]) => (
    // biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets
    <ul role="list">
      {some.map((row) => (
        <FeedRow key={keyOf(row)} row={row} joining={rows.joining} now={now} actions={actions} />
      ))}
    </ul>
  );
  return (
    <>
      {rows.fresh.length > 0 && draw(rows.fresh)}
      {rows.fresh.length > 0 && rows.since !== null && <NewSince since={rows.since} now={now} />}
      {rows.older.length > 0 && draw(rows.older)}
    </>
  );
}

interface FeedRowProps extends Omit<RowsProps, 'rows'> {
  readonly row: LatestRow;
  readonly joining: LatestRow | null;
}

/** Time, headline, source and what can be done. Reading it changes colours alone: nothing moves. */
function FeedRow({ row, joining, now, actions }: FeedRowProps) {
  const { times } = useLede();
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const unfold = () => setUnfolded(!unfolded);
  const element = useRowHandle({ row, unfold });
  const headlineId = `headline-${row.id}`;
  const listId = `reports-${row.id}`;
  return (
    <li ref={element} class={row.unread ? 'row unread' : 'row'} data-row>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {row.unread && <UnreadDot />}
        {times.short(row.at, now)}
      </time>
      <div>
        <Headline row={row} id={headlineId} actions={actions} />
        {unfolded && row.snippet !== '' && (
          <p class="snippet" dir="auto" lang={row.language ?? undefined}>
            {row.snippet}
          </p>
        )}
        <div class="meta">
          <SourceBadge source={row.source} />
          {row.story && (
            <AlsoIn story={row.story} listId={listId} open={open} onPress={() => setOpen(!open)} />
          )}
          <RowActions
            row={row}
            joining={joining}
            headlineId={headlineId}
            actions={actions}
            onUnfold={unfold}
          />
        </div>
        {open && row.story && (
          <Reports row={{ ...row, story: row.story }} listId={listId} now={now} actions={actions} />
        )}
      </div>
    </li>
  );
}
