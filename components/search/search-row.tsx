import '../latest/latest.css';
import type { SearchHit } from '../../utils/model/search.ts';
import { useLede } from '../app/context.ts';
import type { LatestActions } from '../latest/controller.ts';
import { Headline } from '../latest/headline.tsx';
import { RowActions, UnreadDot } from '../latest/row-actions.tsx';
import { SourceBadge } from '../parts/source-badge.tsx';
import { excerptOf } from './excerpt.ts';
import { Marked } from './marked.tsx';

interface SearchRowProps {
  readonly hit: SearchHit;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** A row as in Latest, with what was searched for marked; of its first lines those that were found. */
export function SearchRow({ hit, now, actions }: SearchRowProps) {
  const { times } = useLede();
  const { row, highlights } = hit;
  const headlineId = `found-${row.id}`;
  const excerpt = excerptOf(row.snippet, highlights.snippet);
  return (
    <li class={row.unread ? 'row unread' : 'row'}>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {row.unread && <UnreadDot />}
        {times.short(row.at, now)}
      </time>
      <div>
        <Headline row={row} id={headlineId} actions={actions} highlights={highlights.title} />
        {highlights.snippet.length > 0 && (
          <p class="found-lines" dir="auto" lang={row.language ?? undefined}>
            <Marked words={excerpt.words} highlights={excerpt.highlights} />
          </p>
        )}
        <div class="meta">
          <SourceBadge source={row.source} />
          <RowActions row={row} joining={null} headlineId={headlineId} actions={actions} />
        </div>
      </div>
    </li>
  );
}
