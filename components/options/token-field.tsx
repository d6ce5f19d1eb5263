import './word-field.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { MAX_WORD_LENGTH } from '../../utils/model/settings.ts';
import { IconButton } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import { SettingName } from './setting.tsx';

interface Token {
  readonly key: string;
  readonly label: string;
}

/** What became of what was typed: a sentence about it, or none, and whether it stays in the field to be mended. */
export interface Added {
  readonly note: string;
  readonly stays: boolean;
}

/** It stands in the list now. */
export const TAKEN: Added = { note: '', stays: false };

interface TokenFieldProps {
  readonly name: string;
  readonly help: string;
  readonly tokens: readonly Token[];
  /** Whether tokens look as they are marked in headlines. */
  readonly isMark?: boolean;
  /** Takes what was typed. */
  readonly onAdd: (typed: string) => Added;
  readonly onRemove: (token: Token) => void;
  /** What stands beside the field. */
  readonly children?: ComponentChildren;
}

/** A list of words and phrases: Enter or a comma adds what was typed, Backspace in the empty field goes to the last. */
export function TokenField(props: TokenFieldProps) {
  const { name, help, tokens, isMark = false, onAdd, onRemove, children } = props;
  const { text } = useLede();
  const [fieldId, helpId] = [useId(), useId()];
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);

  const add = () => {
    if (typed.trim() === '') return setTyped('');
    const { note, stays } = onAdd(typed);
    setNote(note);
    if (!stays) setTyped('');
  };
  const remove = (token: Token) => {
    onRemove(token);
    setNote(text('words.removed', { word: token.label }));
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
    <div class={isMark ? 'setting words marks' : 'setting words'}>
      <SettingName name={name} help={help} fieldId={fieldId} helpId={helpId} />
      {tokens.length > 0 && (
        <ul ref={list} aria-label={name}>
          {tokens.map((token) => (
            <li key={token.key} onKeyDown={(event) => event.key === 'Backspace' && remove(token)}>
              <bdi>{token.label}</bdi>
              <IconButton
                icon="close"
                label={text('words.remove', { word: token.label })}
                onPress={() => remove(token)}
              />
            </li>
          ))}
        </ul>
      )}
      <div
        class="words-entry"
        onFocusOut={({ currentTarget, relatedTarget }) => {
          // Not on the way to what is chosen beside it.
          if (!currentTarget.contains(relatedTarget as Node | null)) add();
        }}
      >
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
        />
        {children}
      </div>
      <p class="help" role="status">
        {note}
      </p>
    </div>
  );
}
