/**
 * All texts that a reader sees, in every language Lede speaks: keys and their parameters are types. `en.ts` is the
 * list of keys; `problem.ts` gives the sentences of failures, `time.ts` those of times. Pages use `load.ts`, so that
 * each loads one language.
 */
import { type Text, textFrom } from './catalogue.ts';
import { EN } from './en.ts';
import type { Language } from './language.ts';
import { UK } from './uk.ts';

const CATALOGUES = { en: EN, uk: UK } as const satisfies Record<Language, unknown>;

/** The texts of a language, at once. */
export function createText(language: Language): Text {
  return textFrom(language, CATALOGUES[language]);
}
