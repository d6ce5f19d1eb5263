import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Headline } from '../latest/headline.tsx';
import type { LatestActions } from '../latest/state.ts';
import { hashOf } from './route.ts';

const TITLES = 9;

/** Top news as titles, beside what is read; nothing where there are none. */
export function TopBeside({ actions }: { readonly actions: LatestActions }) {
  const { text } = useLede();
  const { value: page } = useAnswer((surface) => surface.top(TITLES));
  if (page?.kind !== 'ranked' || page.rows.length === 0) return null;
  return (
    <section class="top-beside" aria-labelledby="top-beside">
      <h2 id="top-beside">
        <a href={hashOf({ page: 'top' })}>{text('reader.top')}</a>
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
      <ol role="list">
        {page.rows.slice(0, TITLES).map((row) => (
          <li key={row.story.id}>
            <Headline row={row} id={`top-${row.id}`} actions={actions} />
            <a class="count" href={hashOf({ page: 'story', id: row.story.id })}>
              {text('reader.sources', { n: row.sources })}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
