/** What a catalogue of texts is, and how a text is made of it: plural forms are those of CLDR. */
import { once } from '../text/once.ts';
import type { EN } from './en.ts';
import type { Language } from './language.ts';
import type { OPTIONS_EN } from './options-en.ts';

type English = typeof EN & typeof OPTIONS_EN;

/** The name of a text that every page has. */
export type CommonKey = keyof typeof EN;
/** The name of a text that options and the welcome page have besides. */
export type OptionsKey = keyof typeof OPTIONS_EN;
export type TextKey = CommonKey | OptionsKey;

/** A catalogue of another language: the same keys, plain texts where English has plain texts, else all its plural forms. */
export type Catalogue<Keys extends TextKey, Forms extends string> = {
  readonly [K in Keys]: English[K] extends string ? string : Readonly<Record<Forms, string>>;
};

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<K extends TextKey> = English[K] extends string
  ? Names<English[K]>
  : 'n' | Names<English[K]['other' & keyof English[K]] & string>;
type Values<K extends TextKey> = { readonly [N in NamesOf<K>]: N extends 'n' ? number : string };
type Parameters<K extends TextKey> = [NamesOf<K>] extends [never] ? [] : [values: Values<K>];

/** Gives the text of a key in one language. A missing or misnamed parameter does not compile. */
export interface Text {
  <K extends CommonKey>(key: K, ...values: Parameters<K>): string;
  readonly language: Language;
  /** Whether it is a `FullText`. */
  readonly isFull: boolean;
}

/** The same with the texts of options and the welcome page. */
export interface FullText {
  <K extends TextKey>(key: K, ...values: Parameters<K>): string;
  readonly language: Language;
  readonly isFull: true;
}

/** Whether the texts of options and the welcome page are there. */
export function isFullText(text: Text): text is FullText {
  return text.isFull;
}

type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

type Messages<K extends TextKey> = Readonly<Partial<Record<K, Message>>>;

/** The texts of a language over its catalogue. Numbers are grouped and plurals chosen as that language does. */
export function textFrom(language: Language, catalogue: Messages<CommonKey>): Text {
  return Object.assign(lookUp(language, catalogue), { language, isFull: false }) as Text;
}

/** The same over all of its catalogues. */
export function fullTextFrom(language: Language, catalogue: Messages<TextKey>): FullText {
  return Object.assign(lookUp(language, catalogue), { language, isFull: true }) as FullText;
}

function lookUp(language: Language, catalogue: Messages<TextKey>) {
  const plurals = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));

  return (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const message = catalogue[key] ?? '';
    const pattern =
      typeof message === 'string' ? message : (message[plurals().select(Number(values.n))] ?? '');
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers().format(value) : (value ?? '');
    });
  };
}
