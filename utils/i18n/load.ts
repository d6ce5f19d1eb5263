import { type FullText, fullTextFrom, type Text, textFrom } from './catalogue.ts';
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

/** The same with those of options and the welcome page, which are more than all others together. */
export async function loadFullText(language: Language): Promise<FullText> {
  switch (language) {
    case 'en': {
      const [{ EN }, { OPTIONS_EN }] = await Promise.all([import('./en.ts'), import('./options-en.ts')]);
      return fullTextFrom(language, { ...EN, ...OPTIONS_EN });
    }
    case 'uk': {
      const [{ UK }, { OPTIONS_UK }] = await Promise.all([import('./uk.ts'), import('./options-uk.ts')]);
      return fullTextFrom(language, { ...UK, ...OPTIONS_UK });
    }
  }
}
