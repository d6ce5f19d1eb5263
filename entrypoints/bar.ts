/** Draws the bar in pages of the sites where the reader wants it: registered for these alone, and only while it is on. */
import { createPanelText } from '../utils/i18n/panel-text.ts';
import { type Bar, drawBar } from '../utils/page/bar/index.ts';
import { isOrphan } from '../utils/platform/panel.ts';
import { onPanelChange } from '../utils/platform/panel-news.ts';
import { createClient } from '../utils/protocol/client.ts';

/** What scripts of the extension share in a page; the page's own scripts do not see it. */
type Shared = typeof globalThis & { ledeBar?: true };

/** How often it looks whether its extension still runs, in ms: nothing tells it of an update. */
const ALIVE_EVERY = 3_000;
/** How often a page that is seen asks for newer headlines, in ms. */
const ASK_EVERY = 120_000;

export default { main: stand };

function stand(): void {
  const shared: Shared = globalThis;
  if (shared.ledeBar) return;
  shared.ledeBar = true;
  const client = createClient();
  let bar: Bar | null = null;
  let [isHidden, askedAt] = [false, 0];

  const leave = (): void => {
    bar?.leave();
    bar = null;
  };
  const ask = async (): Promise<void> => {
    if (isHidden) return;
    askedAt = Date.now();
    const answer = await client.showBar({});
    if (!answer.ok || isHidden) return;
    if (answer.value === null || answer.value.items.length === 0) leave();
    else if (bar) bar.update(answer.value);
    else
      bar = drawBar(answer.value, createPanelText(answer.value.language), {
        turnOff: () => void client.choosePanel({ choice: 'bar-off' }),
        hidden: () => {
          isHidden = true;
          bar = null;
        },
        now: () => Date.now(),
      });
  };
  const askIfOld = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - askedAt > ASK_EVERY) void ask();
  };
  onPanelChange(() => void ask());
  const timer = setInterval(() => {
    if (!isOrphan()) return askIfOld();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', askIfOld);
    isHidden = true;
    leave();
  }, ALIVE_EVERY);
  document.addEventListener('visibilitychange', askIfOld);
  // Back from the browser's cache: what the reader set meanwhile holds.
  addEventListener('pageshow', ({ persisted }) => void (persisted && ask()));
  void ask();
}
