/** What a catalogue of texts is, and how a text is made of it: plural forms are those of CLDR. */
import { once } from '../text/once.ts';
import type { EN } from './en.ts';
import type { Language } from './language.ts';

type English = typeof EN;

/** The name of a text. */
export type TextKey = keyof English;

/** A catalogue of another language: the same keys, plain texts where English has plain texts, else all its plural forms. */
export type Catalogue<Forms extends string> = {
  readonly [K in TextKey]: English[K] extends string ? string : Readonly<Record<Forms, string>>;
};

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<K extends TextKey> = English[K] extends string
  ? Names<English[K]>
  : 'n' | Names<English[K]['other' & keyof English[K]] & string>;
type Values<K extends TextKey> = { readonly [N in NamesOf<K>]: N extends 'n' ? number : string };
type Parameters<K extends TextKey> = [NamesOf<K>] extends [never] ? [] : [values: Values<K>];

/** Gives the text of a key in one language. A missing or misnamed parameter does not compile. */
export interface Text {
  <K extends TextKey>(key: K, ...values: Parameters<K>): string;
  readonly language: Language;
}

type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The texts of a language over its catalogue. Numbers are grouped and plurals chosen as that language does. */
export function textFrom(language: Language, catalogue: Readonly<Partial<Record<TextKey, Message>>>): Text {
  const plurals = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));

  const text = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string => {
    const message = catalogue[key] ?? '';
    const pattern =
      typeof message === 'string' ? message : (message[plurals().select(Number(values.n))] ?? '');
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers().format(value) : (value ?? '');
    });
  };
  return Object.assign(text, { language }) as Text;
}
