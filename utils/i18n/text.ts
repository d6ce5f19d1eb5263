/**
 * All texts that a reader sees, in every language Lede speaks: keys and their parameters are types. `en.ts` is the
 * list of keys; `problem.ts` gives the sentences of failures, `time.ts` those of times. Pages use `load.ts`, so that
 * each loads one language.
 */
import { type FullText, fullTextFrom } from './catalogue.ts';
import { EN } from './en.ts';
import type { Language } from './language.ts';
import { OPTIONS_EN } from './options-en.ts';
import { OPTIONS_UK } from './options-uk.ts';
import { UK } from './uk.ts';

const CATALOGUES = {
  en: { ...EN, ...OPTIONS_EN },
  uk: { ...UK, ...OPTIONS_UK },
} as const satisfies Record<Language, unknown>;

/** The texts of a language, at once. */
export function createText(language: Language): FullText {
  return fullTextFrom(language, CATALOGUES[language]);
}
