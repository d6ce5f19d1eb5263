import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Headline } from '../latest/headline.tsx';
import { asRows } from './as-rows.ts';
import { Gone } from './gone.tsx';
import { NewsList } from './news-list.tsx';
import type { PageProps } from './page-props.ts';
import { TopBeside } from './top-beside.tsx';
import { Waiting } from './waiting.tsx';

/** A story with every report of it, the newest first. */
export function StoryPage({ id, latest, now, actions }: PageProps & { readonly id: number }) {
  const { text, times } = useLede();
  const { value, problem } = useAnswer(
    async (surface) => {
      const answer = await surface.story(id);
      return answer.ok ? { ok: true, value: { story: answer.value } } : answer;
    },
    [id],
  );
  if (value === null) return <Waiting problem={problem} />;
  const { story } = value;
  const first = story?.rows.at(-1);
  if (story === null || first === undefined) return <Gone what="story" />;
  const sources = new Set(story.rows.map(({ source }) => source.id)).size;
  return (
    <div class="columns">
      <div class="column">
        <div class="story-head">
          <p class="kicker">{text('story.title')}</p>
          <h1 dir="auto" lang={first.language ?? undefined}>
            {first.title || text('row.noHeadline')}
          </h1>
          <p class="story-facts">
            {text('reader.sources', { n: sources })} ·{' '}
            {text('story.first', { when: times.moment(story.firstAt, now) })} ·{' '}
            {text('story.last', { when: times.moment(story.lastAt, now) })}
            {story.origin !== null && <> · {text('also.origin', { name: story.origin })}</>}
          </p>
        </div>
        <NewsList rows={asRows(story.rows, latest)} now={now} actions={actions} />
        {story.earlier && (
          <section class="story-earlier" aria-labelledby="story-earlier">
            <h2 class="section-title" id="story-earlier">
              {text('also.earlier')}
            </h2>
            <Headline row={story.earlier} id={`earlier-${story.earlier.id}`} actions={actions} />
            <p class="when">{times.ago(story.earlier.at, now)}</p>
          </section>
        )}
      </div>
      <TopBeside actions={actions} />
    </div>
  );
}
