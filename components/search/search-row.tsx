import '../latest/latest.css';
import { useState } from 'preact/hooks';
import type { SearchHit } from '../../utils/model/search.ts';
import { useLede } from '../app/context.ts';
import { useRowHandle } from '../keyboard/row-handles.ts';
import { Headline } from '../latest/headline.tsx';
import { RowActions, UnreadDot } from '../latest/row-actions.tsx';
import type { LatestActions } from '../latest/state.ts';
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
  const [isWhole, setWhole] = useState(false);
  const unfold = () => setWhole(!isWhole);
  const { row, highlights } = hit;
  const headlineId = `found-${row.id}`;
  const element = useRowHandle({ row, unfold });
  const lines = isWhole
    ? { words: row.snippet, highlights: highlights.snippet }
    : excerptOf(row.snippet, highlights.snippet);
  const hasLines = isWhole ? row.snippet !== '' : highlights.snippet.length > 0;
  return (
    <li ref={element} class={row.unread ? 'row unread' : 'row'} data-row>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {row.unread && <UnreadDot />}
        {times.short(row.at, now)}
      </time>
      <div>
        <Headline row={row} id={headlineId} actions={actions} highlights={highlights.title} />
        {hasLines && (
          <p
            class={isWhole ? 'found-lines whole' : 'found-lines'}
            dir="auto"
            lang={row.language ?? undefined}
          >
            <Marked words={lines.words} highlights={lines.highlights} />
          </p>
        )}
        <div class="meta">
          <SourceBadge source={row.source} />
          <RowActions row={row} joining={null} headlineId={headlineId} actions={actions} onUnfold={unfold} />
        </div>
      </div>
    </li>
  );
}
