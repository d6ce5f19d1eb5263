import '../latest/latest.css';
import type { LatestRow } from '../../utils/model/view.ts';
import { useNow } from '../app/moment.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useLede } from '../options/context.ts';
import { SourceBadge } from '../parts/source-badge.tsx';

/** So many are shown: enough to see that it works. */
const SHOWN = 6;

/** The newest headlines, as they come in. */
export function Arrivals() {
  const { text } = useLede();
  const now = useNow();
  const { value } = useAnswer((surface) => surface.latest(null, SHOWN, null));
  if (value === null || value.rows.length === 0) return null;
  return (
    <section class="card arrivals" aria-label={text('latest.news')}>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets */}
      <ul role="list">
        {value.rows.slice(0, SHOWN).map((row) => (
          <Arrival key={row.id} row={row} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Arrival({ row, now }: { readonly row: LatestRow; readonly now: number }) {
  const { surface, text, times } = useLede();
  const headline = (
    <span class="headline" dir="auto" lang={row.title === '' ? undefined : (row.language ?? undefined)}>
      {row.title || text('row.noHeadline')}
    </span>
  );
  const open = (event: MouseEvent) => {
    event.preventDefault();
    void surface.openArticle(row, event.ctrlKey || event.metaKey ? 'background' : 'tab');
  };
  return (
    <li class={row.unread ? 'row unread' : 'row'}>
      <time class="gutter" dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {times.short(row.at, now)}
      </time>
      <div>
        {row.url === null ? (
          headline
        ) : (
          <a class="headline-link" href={row.url} target="_blank" rel="noopener noreferrer" onClick={open}>
            {headline}
          </a>
        )}
        <div class="meta">
          <SourceBadge source={row.source} />
        </div>
      </div>
    </li>
  );
}
