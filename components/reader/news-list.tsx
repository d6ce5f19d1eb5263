import '../latest/latest.css';
import './reader.css';
import { useState } from 'preact/hooks';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useRowHandle } from '../keyboard/row-handles.ts';
import { Headline } from '../latest/headline.tsx';
import { RowActions, UnreadDot } from '../latest/row-actions.tsx';
import type { Rows } from '../latest/situation.ts';
import type { LatestActions } from '../latest/state.ts';
import { SourceBadge } from '../parts/source-badge.tsx';
import { AlsoIn, Reports } from '../stories/also-in.tsx';
import { NewSince } from '../stories/new-since.tsx';
import { byDay } from './days.ts';

interface NewsListProps {
  readonly rows: Rows;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** The list of the reading page: a heading a day, since its rows have the time of day alone. */
export function NewsList({ rows, now, actions }: NewsListProps) {
  return (
    <>
      {rows.fresh.length > 0 && <Days part="new" list={rows.fresh} rows={rows} now={now} actions={actions} />}
      {rows.fresh.length > 0 && rows.since !== null && <NewSince since={rows.since} now={now} />}
      <Days part="day" list={rows.older} rows={rows} now={now} actions={actions} />
    </>
  );
}

interface DaysProps extends NewsListProps {
  /** What ids of headings begin with: the same day may stand in both parts. */
  readonly part: string;
  readonly list: readonly LatestRow[];
}

function Days({ part, list, rows, now, actions }: DaysProps) {
  const { times } = useLede();
  return (
    <>
      {byDay(list, times.dayNumber).map((day) => (
        <section key={day.number} aria-labelledby={`${part}-${day.number}`}>
          <h2 class="day" id={`${part}-${day.number}`}>
            {times.day(day.rows[0]?.at ?? now, now)}
          </h2>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
          <ul role="list">
            {day.rows.map((row) => (
              <NewsRow key={row.id} row={row} joining={rows.joining} now={now} actions={actions} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface NewsRowProps extends Pick<NewsListProps, 'now' | 'actions'> {
  readonly row: LatestRow;
  readonly joining: LatestRow | null;
}

function NewsRow({ row, joining, now, actions }: NewsRowProps) {
  const { times } = useLede();
  const [open, setOpen] = useState(false);
  // Its first lines are shown anyway.
  const element = useRowHandle({ row, unfold: () => {} });
  const headlineId = `headline-${row.id}`;
  const listId = `reports-${row.id}`;
  return (
    <li ref={element} class={row.unread ? 'news unread' : 'news'} data-row>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {row.unread && <UnreadDot />}
        {times.clock(row.at)}
      </time>
      <div>
        <Headline row={row} id={headlineId} actions={actions} />
        {row.snippet !== '' && (
          <p class="snippet" dir="auto" lang={row.language ?? undefined}>
            {row.snippet}
          </p>
        )}
        <div class="meta">
          <SourceBadge source={row.source} />
          {row.story && (
            <AlsoIn story={row.story} listId={listId} open={open} onPress={() => setOpen(!open)} />
          )}
          <RowActions row={row} joining={joining} headlineId={headlineId} actions={actions} />
        </div>
        {open && row.story && (
          <Reports row={{ ...row, story: row.story }} listId={listId} now={now} actions={actions} />
        )}
      </div>
    </li>
  );
}
