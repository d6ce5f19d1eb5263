/** Choosing which word of a headline is muted. */
import { useState } from 'preact/hooks';
import { MAX_WORD_LENGTH } from '../../utils/model/settings.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { Note } from '../parts/note.tsx';
import type { LatestActions } from './state.ts';

/** Words that are offered. */
const MOST_OFFERED = 10;
/** A shorter word would hide nearly everything. */
const SHORTEST = 4;

interface MuteWordProps {
  readonly row: LatestRow;
  readonly actions: LatestActions;
}

/** The words of the headline as buttons, and a field for any other. */
export function MuteWord({ row, actions }: MuteWordProps) {
  const { text } = useLede();
  const [word, setWord] = useState('');
  const mute = (event: SubmitEvent) => {
    event.preventDefault();
    if (word.trim() !== '') actions.muteWord(word.trim().slice(0, MAX_WORD_LENGTH));
  };
  return (
    <Note kind="info" icon="filter" title={text('mute.title')} sentence={text('mute.text')}>
      {wordsOf(row.title).map((offered) => (
        <Button key={offered} look="small" onPress={() => actions.muteWord(offered)}>
          <bdi>{offered}</bdi>
        </Button>
      ))}
      <form class="mute-word" onSubmit={mute}>
        <input
          type="text"
          dir="auto"
          aria-label={text('mute.other')}
          placeholder={text('mute.other')}
          maxLength={MAX_WORD_LENGTH}
          value={word}
          onInput={({ currentTarget }) => setWord(currentTarget.value)}
        />
        <button type="submit" class="button small">
          {text('mute.yes')}
        </button>
      </form>
      <Button look="small quiet" onPress={() => actions.chooseWord(null)}>
        {text('join.cancel')}
      </Button>
    </Note>
  );
}

/** The words of a headline, each once, as they stand in it. */
function wordsOf(title: string): string[] {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'ʼ-]*/gu) ?? [];
  const fit = words.filter((word) => word.length >= SHORTEST && word.length <= MAX_WORD_LENGTH);
  return [...new Set(fit)].slice(0, MOST_OFFERED);
}
