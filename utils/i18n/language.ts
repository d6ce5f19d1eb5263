/** Which language Lede speaks. */

/** The languages that there is a catalogue for, best known first. */
export const LANGUAGES = ['en', 'uk'] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language to speak: the one the reader set, else the first of the browser's languages (BCP 47 tags, most wanted
 * first) that there is a catalogue for, else English.
 */
export function resolveLanguage(setting: 'auto' | Language, browserLanguages: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  const wanted = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag))[0] ?? 'en';
}
