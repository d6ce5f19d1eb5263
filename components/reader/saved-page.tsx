import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { EmptyState } from '../parts/note.tsx';
import { asRows } from './as-rows.ts';
import { NewsList } from './news-list.tsx';
import type { PageProps } from './page-props.ts';
import { hashOf } from './route.ts';
import { Waiting } from './waiting.tsx';

/** What the reader saved, last first. */
export function SavedPage({ latest, now, actions }: PageProps) {
  const { text } = useLede();
  const { value: rows, problem } = useAnswer((asked) => asked.saved());
  if (rows === null) return <Waiting problem={problem} />;
  return (
    <div class="column">
      <div class="reader-title">
        <h1>{text('saved.title')}</h1>
      </div>
      {rows.length === 0 ? (
        <EmptyState kind="empty" title={text('saved.none')} sentence={text('saved.noneText')}>
          <a class="button primary" href={hashOf({ page: 'news' })}>
            {text('gone.toNews')}
          </a>
        </EmptyState>
      ) : (
        <NewsList rows={asRows(rows, latest)} now={now} actions={actions} />
      )}
    </div>
  );
}
