import './word-field.css';
import { useId, useRef, useState } from 'preact/hooks';
import { MAX_WORD_LENGTH } from '../../utils/model/settings.ts';
import { useLede } from '../app/context.ts';
import { IconButton } from '../parts/buttons.tsx';
import { SettingName } from './setting.tsx';

interface WordFieldProps {
  readonly name: string;
  readonly help: string;
  readonly words: readonly string[];
  /** So many can be held. */
  readonly most: number;
  readonly onChange: (words: readonly string[]) => void;
}

/** A list of words and phrases: Enter or a comma adds what was typed, Backspace in the empty field goes to the last. */
export function WordField({ name, help, words, most, onChange }: WordFieldProps) {
  const { text } = useLede();
  const [fieldId, helpId] = [useId(), useId()];
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);

  const add = () => {
    const fresh = newWords(typed, words);
    setTyped('');
    if (typed.trim() !== '' && fresh.length === 0)
      return setNote(text('words.known', { word: typed.trim() }));
    if (words.length + fresh.length > most) return setNote(text('words.most', { n: most }));
    setNote('');
    if (fresh.length > 0) onChange([...words, ...fresh]);
  };
  const remove = (word: string) => {
    onChange(words.filter((one) => one !== word));
    setNote(text('words.removed', { word }));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '') {
      const buttons = list.current?.querySelectorAll('button');
      buttons?.[buttons.length - 1]?.focus();
    }
  };
  return (
    <div class="setting words">
      <SettingName name={name} help={help} fieldId={fieldId} helpId={helpId} />
      {words.length > 0 && (
        <ul ref={list} aria-label={name}>
          {words.map((word) => (
            <li key={word} onKeyDown={(event) => event.key === 'Backspace' && remove(word)}>
              <bdi>{word}</bdi>
              <IconButton icon="close" label={text('words.remove', { word })} onPress={() => remove(word)} />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        id={fieldId}
        class="field"
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={MAX_WORD_LENGTH}
        placeholder={text('words.hint')}
        aria-describedby={helpId}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      <p class="help" role="status">
        {note}
      </p>
    </div>
  );
}

/** What was typed, or pasted with commas or lines between, without what is there already. */
function newWords(typed: string, words: readonly string[]): string[] {
  const known = new Set(words.map((word) => word.toLowerCase()));
  const fresh: string[] = [];
  for (const part of typed.split(/[,\n]/)) {
    const word = part.trim().replace(/\s+/g, ' ').slice(0, MAX_WORD_LENGTH);
    if (word === '' || known.has(word.toLowerCase())) continue;
    known.add(word.toLowerCase());
    fresh.push(word);
  }
  return fresh;
}
