import type { ArticleView } from '../../../utils/model/article-view.ts';
import { useLede } from '../../app/context.ts';
import { Headline } from '../../latest/headline.tsx';
import type { LatestActions } from '../../latest/state.ts';
import { SourceBadge } from '../../parts/source-badge.tsx';
import { hashOf } from '../route.ts';

interface AlsoReportedProps {
  readonly view: ArticleView;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** Reports that are shown; the page of the story has all. */
const MOST = 9;

/** The other outlets that tell the story, each with its own headline and time, and whom they all cite. */
export function AlsoReported({ view, now, actions }: AlsoReportedProps) {
  const { text, times } = useLede();
  const { story, row } = view;
  const others = story?.rows.filter(({ id, source }) => id !== row.id && source.id !== row.source.id) ?? [];
  if (story === null || others.length === 0) return null;
  const sources = new Set(others.map(({ source }) => source.id)).size;
  return (
    <section class="also-reported" aria-labelledby="also-reported">
      <div class="section-head">
        <h2 class="section-title" id="also-reported">
          {text('article.also')}
        </h2>
        <span>
          {text('reader.sources', { n: sources })}
          {story.origin !== null && <> · {text('also.origin', { name: story.origin })}</>}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
      <ul class="strip" role="list">
        {others.slice(0, MOST).map((report) => (
          <li key={report.id}>
            <SourceBadge source={report.source} />
            <Headline row={report} id={`also-${report.id}`} actions={actions} />
            <time dateTime={new Date(report.at).toISOString()} title={times.full(report.at)}>
              {times.moment(report.at, now)}
            </time>
          </li>
        ))}
      </ul>
      <p>
        <a class="whole-story" href={hashOf({ page: 'story', id: story.id })}>
          {text('article.wholeStory', { n: story.rows.length })}
        </a>
      </p>
    </section>
  );
}
