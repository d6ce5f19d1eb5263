import type { ArticleView } from '../../../utils/model/article-view.ts';
import { useLede } from '../../app/context.ts';
import { Headline } from '../../latest/headline.tsx';
import type { LatestActions } from '../../latest/state.ts';
import { SourceBadge } from '../../parts/source-badge.tsx';

interface BelowProps {
  readonly view: ArticleView;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** Later reports of the story, with what they say that the article could not: in their words, and linked. */
export function SinceWritten({ view, now, actions }: BelowProps) {
  const { text, times } = useLede();
  if (view.since.length === 0) return null;
  return (
    <section class="since" aria-labelledby="since">
      <h2 class="section-title" id="since">
        {text('article.since')}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
      <ul role="list">
        {view.since.map(({ row, numbers, names }) => (
          <li key={row.id}>
            {numbers.map(({ was, now: is }) => (
              <p key={was} class="change">
                <bdi>{text('article.sinceWas', { was, now: is })}</bdi>
              </p>
            ))}
            {names.length > 0 && (
              <p class="change">
                <bdi>{text('article.sinceNames', { names: names.join(', ') })}</bdi>
              </p>
            )}
            <Headline row={row} id={`since-${row.id}`} actions={actions} />
            <p class="meta">
              <SourceBadge source={row.source} />
              <time dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
                {times.ago(row.at, now)}
              </time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
