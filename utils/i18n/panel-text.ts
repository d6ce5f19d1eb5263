/** The texts of the panel, in every language and at once: they are few. */
import { type Text, textFrom } from './catalogue.ts';
import type { Language } from './language.ts';
import { PANEL_EN } from './panel-en.ts';
import { PANEL_UK } from './panel-uk.ts';

const CATALOGUES = { en: PANEL_EN, uk: PANEL_UK } as const satisfies Record<Language, unknown>;

/** Texts of the keys `panel.*` and those of short times; every other key gives nothing. */
export function createPanelText(language: Language): Text {
  return textFrom(language, CATALOGUES[language]);
}
