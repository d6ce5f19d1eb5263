/** The language that the reader wants headlines in. */
import type { Settings } from '../../model/settings.ts';
import type { Narrowing } from '../../model/view.ts';

/** As what lists are narrowed to: nothing where he wants all. */
export function languageOf({ newsLanguage }: Pick<Settings, 'newsLanguage'>): Pick<Narrowing, 'language'> {
  return newsLanguage === 'all' ? {} : { language: newsLanguage };
}
