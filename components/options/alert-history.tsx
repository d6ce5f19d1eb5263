import './alert-history.css';
import type { AlertRow } from '../../utils/model/view.ts';
import { useNow } from '../app/moment.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../parts/buttons.tsx';
import { SourceBadge } from '../parts/source-badge.tsx';
import { useLede } from './context.ts';

/** The alerts that were raised, the newest first, each to be opened, kept for later or done with. */
export function AlertHistory() {
  const { text } = useLede();
  const { value: rows } = useAnswer((surface) => surface.alerts());
  const now = useNow();
  return (
    <section class="card history" aria-labelledby="history-title">
      <div class="setting">
        <div>
          <h2 class="name" id="history-title">
            {text('history.title')}
          </h2>
          <p class="help">{text(rows?.length === 0 ? 'history.none' : 'history.help')}</p>
        </div>
      </div>
      {rows !== null && rows.length > 0 && (
        <ol>
          {rows.map((row) => (
            <HistoryRow key={row.id} row={row} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface HistoryRowProps {
  readonly row: AlertRow;
  /** UTC ms. */
  readonly now: number;
}

function HistoryRow({ row, now }: HistoryRowProps) {
  const { surface, text, times } = useLede();
  const titleId = `alert-${row.id}`;
  return (
    <li class={row.state}>
      <time dateTime={new Date(row.at).toISOString()} title={times.full(row.at)}>
        {times.short(row.at, now)}
      </time>
      <div>
        <AlertTitle row={row} id={titleId} />
        <div class="history-meta">
          <Why row={row} />
          <SourceBadge source={row.source} />
        </div>
      </div>
      <div class="history-actions">
        {row.state === 'later' && <span class="kept">{text('history.kept')}</span>}
        {row.state === 'done' && <span>{text('history.isDone')}</span>}
        {row.state === 'new' && (
          <Button
            look="small"
            describedBy={titleId}
            onPress={() => void surface.answerAlert(row.id, 'later')}
          >
            {text('history.later')}
          </Button>
        )}
        {row.state !== 'done' && (
          <Button look="small" describedBy={titleId} onPress={() => void surface.answerAlert(row.id, 'done')}>
            {text('history.done')}
          </Button>
        )}
      </div>
    </li>
  );
}

function AlertTitle({ row, id }: { readonly row: AlertRow; readonly id: string }) {
  const { surface, text } = useLede();
  const words = (
    <bdi id={id} lang={row.title === '' ? undefined : (row.language ?? undefined)}>
      {row.title || text('row.noHeadline')}
    </bdi>
  );
  if (row.url === null) return <span class="history-title">{words}</span>;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void surface.openAlert(row.id);
  };
  return (
    <a class="history-title" href={row.url} target="_blank" rel="noopener noreferrer" onClick={open}>
      {words}
    </a>
  );
}

function Why({ row }: { readonly row: AlertRow }) {
  const { text } = useLede();
  if (row.kind === 'breaking') {
    return (
      <>
        <b class="breaking">{text('ticker.breaking')}</b>
        <span>{text('breaking.sources', { n: row.voices })}</span>
      </>
    );
  }
  return (
    <>
      {row.words.map((word) => (
        <mark key={word} class="watched">
          {word}
        </mark>
      ))}
    </>
  );
}
