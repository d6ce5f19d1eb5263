import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Headline } from '../latest/headline.tsx';
import type { LatestActions } from '../latest/state.ts';
import { IconButton } from '../parts/buttons.tsx';
import { hashOf } from './route.ts';

interface AwayProps {
  /** UTC ms of the visit before, or null. */
  readonly since: number | null;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
  readonly onClose: () => void;
}

/** 'While you were away': the stories of the time since, a line each, then an end. */
export function Away({ since, now, actions, onClose }: AwayProps) {
  const { text, times } = useLede();
  const { value: rows } = useAnswer((surface) => surface.away(since), [since]);
  if (rows === null || rows.length === 0) return null;
  return (
    <section class="away" aria-labelledby="away">
      <div class="away-head">
        <h2 id="away">{text('away.title')}</h2>
        {since !== null && <time dateTime={new Date(since).toISOString()}>{times.ago(since, now)}</time>}
        <IconButton icon="close" label={text('away.close')} onPress={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
      <ol role="list">
        {rows.map((row) => (
          <li key={row.story.id}>
            <Headline row={row} id={`away-${row.id}`} actions={actions} />
            <a class="count" href={hashOf({ page: 'story', id: row.story.id })}>
              {text('reader.sources', { n: row.sources })}
            </a>
          </li>
        ))}
      </ol>
      <p class="away-end">{text('away.end')}</p>
    </section>
  );
}
