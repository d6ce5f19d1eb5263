import { MOST_MUTED_WORDS } from '../../utils/model/settings.ts';
import { useLede } from '../app/context.ts';
import { Outcome } from './setting.tsx';
import { useSettings } from './use-settings.ts';
import { WordField } from './word-field.tsx';

/** What is read: the words that the reader wants to see nothing of. */
export function ReadingPane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('reading.title')}</h1>
      <p class="lede">{text('reading.lede')}</p>
      {settings !== null && (
        <div class="card">
          <WordField
            name={text('reading.muted')}
            help={text('reading.mutedHelp')}
            words={settings.mutedWords}
            most={MOST_MUTED_WORDS}
            onChange={(mutedWords) => change({ mutedWords: [...mutedWords] })}
          />
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}
