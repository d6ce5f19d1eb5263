import { MAX_WORD_LENGTH } from '../../utils/model/settings.ts';
import { useLede } from './context.ts';
import { type Added, TAKEN, TokenField } from './token-field.tsx';

interface WordFieldProps {
  readonly name: string;
  readonly help: string;
  readonly words: readonly string[];
  /** So many can be held. */
  readonly most: number;
  readonly onChange: (words: readonly string[]) => void;
}

/** Words and phrases that stand for themselves. */
export function WordField({ name, help, words, most, onChange }: WordFieldProps) {
  const { text } = useLede();
  const add = (typed: string): Added => {
    const fresh = newWords(typed, words);
    if (fresh.length === 0) return { note: text('words.known', { word: typed.trim() }), stays: false };
    if (words.length + fresh.length > most) return { note: text('words.most', { n: most }), stays: true };
    onChange([...words, ...fresh]);
    return TAKEN;
  };
  return (
    <TokenField
      name={name}
      help={help}
      tokens={words.map((word) => ({ key: word, label: word }))}
      onAdd={add}
      onRemove={({ key }) => onChange(words.filter((one) => one !== key))}
    />
  );
}

/** What was typed, or pasted with commas or lines between, without what is there already. */
function newWords(typed: string, words: readonly string[]): string[] {
  const known = new Set(words.map((word) => word.toLowerCase()));
  const fresh: string[] = [];
  for (const word of wordsTyped(typed)) {
    if (known.has(word.toLowerCase())) continue;
    known.add(word.toLowerCase());
    fresh.push(word);
  }
  return fresh;
}

/** The parts of what was typed or pasted with commas or lines between. */
export function wordsTyped(typed: string): string[] {
  return typed
    .split(/[,\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' ').slice(0, MAX_WORD_LENGTH))
    .filter((word) => word !== '');
}
