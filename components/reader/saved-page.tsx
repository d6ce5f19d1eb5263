import { useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../parts/buttons.tsx';
import { EmptyState } from '../parts/note.tsx';
import { asRows } from './as-rows.ts';
import { NewsList } from './news-list.tsx';
import type { PageProps } from './page-props.ts';
import { hashOf } from './route.ts';
import { Waiting } from './waiting.tsx';

/** Articles that one step shows. */
const STEP = 100;

/** What the reader saved, last first. */
export function SavedPage({ latest, now, actions }: PageProps) {
  const { text } = useLede();
  const [wanted, setWanted] = useState(STEP);
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
        <NewsList rows={asRows(rows.slice(0, wanted), latest)} now={now} actions={actions} />
      )}
      {rows.length > wanted && (
        <div class="more-row">
          <Button onPress={() => setWanted(wanted + STEP)}>{text('latest.more')}</Button>
        </div>
      )}
    </div>
  );
}
