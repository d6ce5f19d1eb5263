import type { Language } from '../../utils/i18n/language.ts';
import type { Settings } from '../../utils/model/settings.ts';

/** Gives the page its language, colours and density. */
export function dressPage(language: Language, { theme, density }: Pick<Settings, 'theme' | 'density'>): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = density;
}
