/** The background: wires the browser's events to use cases. Every listener is added before anything is awaited. */
import { defineBackground } from 'wxt/utils/define-background';
import { chooseSuggestion } from '../../utils/app/commands/choose-suggestion.ts';
import { noteLostAccess } from '../../utils/app/commands/note-lost-access.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { retryWaiting } from '../../utils/app/commands/retry-waiting.ts';
import { startUp, wake } from '../../utils/app/commands/wake.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { suggestions } from '../../utils/app/queries/suggestions.ts';
import { onAlarm } from '../../utils/platform/alarms.ts';
import { offerSelectionSearch, onSelectionSearch } from '../../utils/platform/context-menu.ts';
import { serveOmnibox } from '../../utils/platform/omnibox.ts';
import { onAccessGranted, onAccessRemoved } from '../../utils/platform/permissions.ts';
import { onBrowserStart, onInstalled, ownUrl } from '../../utils/platform/runtime.ts';
import { openWhere } from '../../utils/platform/tabs.ts';
import { serve } from '../../utils/protocol/server.ts';
import { searchHash } from '../../utils/text/search-address.ts';
import { createDeps } from './deps.ts';

export default defineBackground(() => {
  const deps = createDeps();
  const handlers = createHandlers(deps);
  serve(handlers);
  onAlarm(() => poll(deps));
  onBrowserStart(() => begin(deps));
  onInstalled(() => begin(deps));
  onAccessGranted(() => retryWaiting(deps));
  onAccessRemoved(() => noteLostAccess(deps));
  serveSearch(deps);
  void wake(deps);
});

function begin(deps: Deps): Promise<void> {
  offerSelectionSearch();
  return startUp(deps);
}

/** Search from the address bar and from the menu over a selection. */
function serveSearch(deps: Deps): void {
  const markup = import.meta.env.FIREFOX ? 'plain' : 'xml';
  const searchPage = (typed: string) => `${ownUrl('reader.html')}${searchHash(typed)}`;
  serveOmnibox({
    markup,
    suggest: async (typed) => suggestions(await deps.database(), typed, markup, deps.now()),
    choose: async (entered, where) =>
      openWhere((await chooseSuggestion(deps, entered)) ?? searchPage(entered), where),
  });
  onSelectionSearch((selected) => openWhere(searchPage(selected), 'newForegroundTab'));
}
