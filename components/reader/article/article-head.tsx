import type { ArticleView } from '../../../utils/model/article-view.ts';
import { useLede } from '../../app/context.ts';
import { SourceBadge } from '../../parts/source-badge.tsx';
import { hashOf } from '../route.ts';

interface ArticleHeadProps {
  readonly view: ArticleView;
  /** UTC ms. */
  readonly now: number;
}

const DAY = 24 * 3_600_000;
/** Days after which an article says how old it is. */
const OLD_DAYS = 2;

/** Whose article it is, when it was published there and here, and its headline with the ones before. */
export function ArticleHead({ view, now }: ArticleHeadProps) {
  const { text } = useLede();
  const { row, labels, author } = view;
  const days = Math.floor((now - row.at) / DAY);
  return (
    <header>
      <p class="byline">
        <a href={hashOf({ page: 'source', id: row.source.id })}>
          <SourceBadge source={row.source} />
        </a>
        <Times view={view} now={now} />
      </p>
      {labels.length > 0 && (
        <p class="labels">
          {labels.map((label) => (
            <span key={label}>{text(`label.${label}`)}</span>
          ))}
        </p>
      )}
      <h1 dir="auto" lang={row.title === '' ? undefined : (row.language ?? undefined)}>
        {row.title || text('row.noHeadline')}
      </h1>
      {author !== null && (
        <p class="author">
          <bdi>{text('article.by', { author })}</bdi>
        </p>
      )}
      {days >= OLD_DAYS && <p class="old">{text('article.old', { n: days })}</p>}
      <History view={view} now={now} />
    </header>
  );
}

/** The reader's own time and how long ago that was; below it what the clock showed where it was published. */
function Times({ view, now }: ArticleHeadProps) {
  const { text, times } = useLede();
  const { row, published } = view;
  const zoned =
    published === null || published.offset === null ? null : times.zoned(published.at, published.offset);
  return (
    <span class="times">
      <time dateTime={new Date(row.at).toISOString()} title={zoned ?? undefined}>
        {times.full(row.at)}
      </time>
      <span class="ago"> · {times.ago(row.at, now)}</span>
      {zoned !== null && <span class="zoned">{text('article.zoned', { time: zoned })}</span>}
    </span>
  );
}

function History({ view, now }: ArticleHeadProps) {
  const { text, times } = useLede();
  const { history, row } = view;
  if (history.length === 0) return null;
  return (
    <details class="history">
      <summary>{text('article.history', { n: history.length })}</summary>
      <ol>
        {history.map(({ title, until }) => (
          <li key={until}>
            <span dir="auto" lang={row.language ?? undefined}>
              {title || text('row.noHeadline')}
            </span>{' '}
            <time dateTime={new Date(until).toISOString()}>
              {text('article.until', { when: times.moment(until, now) })}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
