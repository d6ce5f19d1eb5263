/** The texts of rows and stories, in every language and at once: they are few. */
import { type Text, textFrom } from './catalogue.ts';
import type { Language } from './language.ts';
import { ROWS_EN } from './rows-en.ts';
import { ROWS_UK } from './rows-uk.ts';

const CATALOGUES = { en: ROWS_EN, uk: ROWS_UK } as const satisfies Record<Language, unknown>;

/** Texts of what `ROWS_EN` names; every other key gives nothing. */
export function createRowsText(language: Language): Text {
  return textFrom(language, CATALOGUES[language]);
}
