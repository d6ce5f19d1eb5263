/** What components of options and of the welcome page may use: all texts, which these pages load (`start` in `app.tsx`). */
import { type FullText, isFullText } from '../../utils/i18n/catalogue.ts';
import { type Lede, useLede as useAnyLede } from '../app/context.ts';

export interface FullLede extends Omit<Lede, 'text'> {
  readonly text: FullText;
}

/** The surface and all texts of the page. Only inside an `App` that was given all texts. */
export function useLede(): FullLede {
  const lede = useAnyLede();
  const { text } = lede;
  if (!isFullText(text)) throw new Error('A component of options was drawn on a page without its texts');
  return { ...lede, text };
}
