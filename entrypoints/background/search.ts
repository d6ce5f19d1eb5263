/** Search from the address bar and from the menu over a selection. */
import { code } from '../../utils/app/code.ts';
import type { Deps } from '../../utils/app/deps.ts';
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
    suggest: async (typed) =>
      (await code.suggestions()).suggestions(await deps.database(), typed, markup, deps.now()),
    choose: async (entered, where) =>
      openWhere(
        (await (await code.chooseSuggestion()).chooseSuggestion(deps, entered)) ?? searchPage(entered),
        where,
      ),
  });
  onInstalled(async () => offerSelectionSearch());
  onBrowserStart(async () => offerSelectionSearch());
  onSelectionSearch((selected) => openWhere(searchPage(selected), 'newForegroundTab'));
}
