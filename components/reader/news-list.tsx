import '../latest/latest.css';
import './reader.css';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import type { LatestActions } from '../latest/controller.ts';
import { Headline } from '../latest/headline.tsx';
import { RowActions, UnreadDot } from '../latest/row-actions.tsx';
import { SourceBadge } from '../parts/source-badge.tsx';
import { byDay } from './days.ts';

interface NewsListProps {
  readonly rows: readonly LatestRow[];
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** The list of the reading page: a heading a day, since its rows have the time of day alone. */
export function NewsList({ rows, now, actions }: NewsListProps) {
  const { times } = useLede();
  return (
    <>
      {byDay(rows, times.dayNumber).map((day) => (
        <section key={day.number} aria-labelledby={`day-${day.number}`}>
          <h2 class="day" id={`day-${day.number}`}>
            {times.day(day.rows[0]?.at ?? now, now)}
          </h2>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
          <ul role="list">
            {day.rows.map((row) => (
              <NewsRow key={row.id} row={row} actions={actions} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NewsRow({ row, actions }: { readonly row: LatestRow; readonly actions: LatestActions }) {
  const { times } = useLede();
  const headlineId = `headline-${row.id}`;
  return (
    <li class={row.unread ? 'news unread' : 'news'}>
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
          <RowActions row={row} headlineId={headlineId} actions={actions} />
        </div>
      </div>
    </li>
  );
}
