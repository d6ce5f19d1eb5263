/**
 * The few words of notifications, which the background shows: it carries no catalogue, and cannot load one. Kept apart
 * from the catalogues for that reason alone.
 */
import type { Language } from './language.ts';

interface Words {
  /** Of a story that breaks, by the plural form of how many sources tell it. */
  readonly breaking: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  readonly watch: string;
  readonly noHeadline: string;
  readonly open: string;
  readonly later: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    breaking: { one: 'Breaking · {n} source', other: 'Breaking · {n} sources' },
    watch: '“{word}” · {source}',
    noHeadline: 'No headline',
    open: 'Open',
    later: 'Later',
  },
  uk: {
    breaking: {
      one: 'Терміново · {n}\u00a0джерело',
      few: 'Терміново · {n}\u00a0джерела',
      many: 'Терміново · {n}\u00a0джерел',
      other: 'Терміново · {n}\u00a0джерела',
    },
    watch: '«{word}» · {source}',
    noHeadline: 'Без заголовка',
    open: 'Відкрити',
    later: 'Пізніше',
  },
};

/** What stands under the headline of a story that breaks. */
export function breakingNotice(language: Language, sources: number): string {
  const pattern = WORDS[language].breaking[new Intl.PluralRules(language).select(sources)] ?? '';
  return pattern.replace('{n}', String(sources));
}

/** What stands under the headline where a word was found. */
export function watchNotice(language: Language, word: string, source: string): string {
  // One pass: neither part is searched for what stands for the other.
  return WORDS[language].watch.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'word' ? word : source));
}

/** What stands in place of an empty headline, and on the buttons. */
export function noticeWords(language: Language): Pick<Words, 'noHeadline' | 'open' | 'later'> {
  return WORDS[language];
}
