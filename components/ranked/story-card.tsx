import './story-card.css';
import { useState } from 'preact/hooks';
import type { RankedRow, RankReason } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useRowHandle } from '../keyboard/row-handles.ts';
import { Headline } from '../latest/headline.tsx';
import { UnreadDot } from '../latest/row-actions.tsx';
import type { LatestActions } from '../latest/state.ts';
import { Icon } from '../parts/icon.tsx';
import { SourceBadge } from '../parts/source-badge.tsx';
import { Reports } from '../stories/also-in.tsx';

interface StoryCardProps {
  readonly row: RankedRow;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** A story with its rank, its best headline and why it stands there; a press shows every outlet's own headline. */
export function StoryCard({ row, now, actions }: StoryCardProps) {
  const { text } = useLede();
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const element = useRowHandle({ row, unfold: () => setUnfolded(!unfolded) });
  const headlineId = `ranked-${row.id}`;
  const listId = `told-${row.story.id}`;
  return (
    <li ref={element} class={row.unread ? 'story-card unread' : 'story-card'} data-row>
      <span class="rank">
        {row.unread && <UnreadDot />}
        {row.rank}
      </span>
      <div>
        <Headline row={row} id={headlineId} actions={actions} />
        {unfolded && row.snippet !== '' && (
          <p class="snippet" dir="auto" lang={row.language ?? undefined}>
            {row.snippet}
          </p>
        )}
        <button
          type="button"
          class="why"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          onClick={() => setOpen(!open)}
        >
          <SourceBadge source={row.source} />
          <span class="reason">
            <Reason reason={row.reason} />
          </span>
          <Icon name="chevron" />
        </button>
        {row.story.origin !== null && (
          <p class="also-origin">{text('also.origin', { name: row.story.origin })}</p>
        )}
        {open && <Reports row={row} listId={listId} now={now} actions={actions} />}
      </div>
    </li>
  );
}

function Reason({ reason }: { readonly reason: RankReason }) {
  const { text } = useLede();
  if (reason.kind === 'growing') {
    return <>{text('why.growing', { n: reason.count, minutes: String(reason.minutes) })}</>;
  }
  return (
    <>
      <b>{text('why.sources', { n: reason.count })}</b> {text('why.hours', { n: reason.hours })}
    </>
  );
}
