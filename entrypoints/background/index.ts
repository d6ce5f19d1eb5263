/** The background: wires the browser's events to use cases. Every listener is added before anything is awaited. */
import { defineBackground } from 'wxt/utils/define-background';
import { code } from '../../utils/app/code.ts';
import { carryIfOn } from '../../utils/app/commands/carry-if-on.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { startUp, wake } from '../../utils/app/commands/wake.ts';
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
    onNotification(async (id, pressed) => {
      const { answerNotification } = await code.answerAlert();
      await answerNotification(deps, id, pressed === 'second' ? 'later' : 'open');
    });
  listenToNotifications();
  onAlarm(() => poll(deps));
  onCarryAlarm(() => carryIfOn(deps));
  onSyncItems(() => carryIfOn(deps));
  onBrowserStart(() => startUp(deps));
  onInstalled(async (isNew) => {
    offerInPageMenu();
    void sweepPanels();
    if (isNew) await (await code.welcome()).welcome(deps);
    await startUp(deps);
  });
  onPageMenu(async (tabId, url) => (await code.relatedToTab()).relatedToTab(deps, tabId, url));
  onAccessGranted(async () => {
    listenToNotifications();
    await (await code.retryWaiting()).retryWaiting(deps);
  });
  onAccessRemoved(async () => (await code.noteLostAccess()).noteLostAccess(deps));
  serveSearch(deps);
  void closeLocalToPages();
  void wake(deps);
});
