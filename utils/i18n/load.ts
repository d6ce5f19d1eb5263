import { type Text, textFrom } from './catalogue.ts';
import type { Language } from './language.ts';

/** The texts of a language, which is loaded by itself: a page never carries a language that nobody reads. */
export async function loadText(language: Language): Promise<Text> {
  switch (language) {
    case 'en':
      return textFrom(language, (await import('./en.ts')).EN);
    case 'uk':
      return textFrom(language, (await import('./uk.ts')).UK);
  }
}
