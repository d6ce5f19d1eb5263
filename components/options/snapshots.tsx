import './lists.css';
import './snapshots.css';
import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import { Question } from './question.tsx';

/** The daily snapshots of sources and settings, each with a way back to it. */
export function Snapshots() {
  const { surface, text, times } = useLede();
  const { value: list } = useAnswer(async (asked) => ({ ok: true, value: await asked.snapshots() }));
  const [asked, setAsked] = useState<number | null>(null);
  const [outcome, setOutcome] = useState('');
  const restore = async (at: number) => {
    setAsked(null);
    const result = await surface.restoreSnapshot(at);
    setOutcome(
      result.ok ? text('snapshots.done', { n: result.value.sources }) : problemText(text, result.problem),
    );
  };
  return (
    <section class="card lists" aria-labelledby="snapshots">
      <h2 id="snapshots">{text('snapshots.title')}</h2>
      <p class="help">{text('snapshots.help')}</p>
      {list?.length === 0 && <p class="help">{text('snapshots.none')}</p>}
      <ul class="snapshots">
        {list?.map(({ at, sources }) => (
          <li key={at}>
            <span>{text('snapshots.row', { when: times.full(at), n: sources })}</span>
            <Button
              look="small"
              label={text('snapshots.restoreOf', { when: times.full(at) })}
              onPress={() => setAsked(at)}
            >
              {text('snapshots.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Question
          title={text('snapshots.restoreOf', { when: times.full(asked) })}
          sentences={[text('snapshots.ask')]}
          no={text('snapshots.no')}
          onNo={() => setAsked(null)}
          answers={[{ words: text('snapshots.yes'), onPress: () => void restore(asked) }]}
        />
      )}
      <p class="outcome" role="status">
        {outcome}
      </p>
    </section>
  );
}
