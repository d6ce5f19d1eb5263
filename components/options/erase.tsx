import './lists.css';
import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import { Button } from '../parts/buttons.tsx';
import { forgetPlace } from '../popup/place.ts';
import { useLede } from './context.ts';
import { Question } from './question.tsx';

/** Erasing all that is kept: says what that is, and asks first. */
export function Erase() {
  const { surface, text } = useLede();
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState('');
  const erase = async () => {
    setAsked(false);
    const result = await surface.eraseEverything();
    // It names a folder, or what was searched for, and only a page can reach it.
    if (result.ok) forgetPlace(localStorage);
    setOutcome(result.ok ? text('erase.done') : problemText(text, result.problem));
  };
  return (
    <section class="card lists" aria-labelledby="erase">
      <h2 id="erase">{text('erase.title')}</h2>
      <p class="help">{text('erase.help')}</p>
      <div class="line">
        <Button look="small" onPress={() => setAsked(true)}>
          {text('erase.button')}
        </Button>
      </div>
      {isAsked && (
        <Question
          title={text('erase.ask')}
          sentences={[text('erase.what')]}
          no={text('erase.no')}
          onNo={() => setAsked(false)}
          answers={[{ words: text('erase.yes'), onPress: () => void erase() }]}
        />
      )}
      <p class="outcome" role="status">
        {outcome}
      </p>
    </section>
  );
}
