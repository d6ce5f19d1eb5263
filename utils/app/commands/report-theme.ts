/** What colours the toolbar has: only pages can tell. */
import type { Theme } from '../../model/toolbar.ts';
import { refreshBadge } from '../changed.ts';
import type { Deps } from '../deps.ts';

/** Remembers the theme that a page sees, and draws the button in its colours. */
export async function reportTheme(deps: Deps, theme: Theme): Promise<void> {
  await (await deps.database()).put('records', theme, 'toolbarTheme');
  await refreshBadge(deps);
}
