/** Search from the address bar and from the menu over a selection. */
import { chooseSuggestion } from '../../utils/app/commands/choose-suggestion.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { suggestions } from '../../utils/app/queries/suggestions.ts';
import { offerSelectionSearch, onSelectionSearch } from '../../utils/platform/context-menu.ts';
import { serveOmnibox } from '../../utils/platform/omnibox.ts';
import { onBrowserStart, onInstalled, ownUrl } from '../../utils/platform/runtime.ts';
import { openWhere } from '../../utils/platform/tabs.ts';
import { searchHash } from '../../utils/text/search-address.ts';

/** Adds its listeners. Call synchronously. */
export function serveSearch(deps: Deps): void {
  const markup = import.meta.env.FIREFOX ? 'plain' : 'xml';
  const searchPage = (typed: string) => `${ownUrl('reader.html')}${searchHash(typed)}`;
  serveOmnibox({
    markup,
    suggest: async (typed) => suggestions(await deps.database(), typed, markup, deps.now()),
    choose: async (entered, where) =>
      openWhere((await chooseSuggestion(deps, entered)) ?? searchPage(entered), where),
  });
  onInstalled(async () => offerSelectionSearch());
  onBrowserStart(async () => offerSelectionSearch());
  onSelectionSearch((selected) => openWhere(searchPage(selected), 'newForegroundTab'));
}
