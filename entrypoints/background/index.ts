/** The background: wires the browser's events to use cases. Every listener is added before anything is awaited. */
import { defineBackground } from 'wxt/utils/define-background';
import { answerNotification } from '../../utils/app/commands/answer-alert.ts';
import { carry } from '../../utils/app/commands/carry.ts';
import { noteLostAccess } from '../../utils/app/commands/note-lost-access.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { relatedToTab } from '../../utils/app/commands/related-to-tab.ts';
import { retryWaiting } from '../../utils/app/commands/retry-waiting.ts';
import { startUp, wake } from '../../utils/app/commands/wake.ts';
import { welcome } from '../../utils/app/commands/welcome.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { onAlarm, onCarryAlarm } from '../../utils/platform/alarms.ts';
import { closeLocalToPages } from '../../utils/platform/local.ts';
import { onNotification } from '../../utils/platform/notifications.ts';
import { offerInPageMenu, onPageMenu } from '../../utils/platform/page-menu.ts';
import { sweepPanels } from '../../utils/platform/panel.ts';
import { onAccessGranted, onAccessRemoved } from '../../utils/platform/permissions.ts';
import { onBrowserStart, onInstalled } from '../../utils/platform/runtime.ts';
import { onSyncItems } from '../../utils/platform/sync-storage.ts';
import { serve } from '../../utils/protocol/server.ts';
import { createDeps } from './deps.ts';
import { serveSearch } from './search.ts';

export default defineBackground(() => {
  const deps = createDeps();
  const handlers = createHandlers(deps);
  serve(handlers);
  // The buttons are 'Open' and 'Later'.
  const listenToNotifications = () =>
    onNotification(
      (id, pressed) => void answerNotification(deps, id, pressed === 'second' ? 'later' : 'open'),
    );
  listenToNotifications();
  onAlarm(() => poll(deps));
  onCarryAlarm(() => carry(deps));
  onSyncItems(() => carry(deps));
  onBrowserStart(() => startUp(deps));
  onInstalled(async (isNew) => {
    offerInPageMenu();
    void sweepPanels();
    if (isNew) await welcome(deps);
    await startUp(deps);
  });
  onPageMenu((tabId, url) => relatedToTab(deps, tabId, url));
  onAccessGranted(() => {
    listenToNotifications();
    return retryWaiting(deps);
  });
  onAccessRemoved(() => noteLostAccess(deps));
  serveSearch(deps);
  void closeLocalToPages();
  void wake(deps);
});
