/** Draws the panel in a page: run there by the background once it has found something, and handed what it found. */
import { createPanelText } from '../utils/i18n/panel-text.ts';
import type { PanelView } from '../utils/model/panel.ts';
import { drawPanel } from '../utils/page/panel/index.ts';
import { isOrphan } from '../utils/platform/panel.ts';
import { onPanelChange } from '../utils/platform/panel-news.ts';
import { createClient } from '../utils/protocol/client.ts';

/** What scripts of the extension share in a page; the page's own scripts do not see it. */
type Shared = typeof globalThis & {
  ledePanel?: (view: PanelView) => void;
  lede?: { leave?: () => void };
};

/** How often a panel looks whether its extension still runs, in ms: nothing tells it of an update. */
const ALIVE_EVERY = 3000;

export default { main: offer };

function offer(): void {
  const shared: Shared = globalThis;
  shared.ledePanel ??= (view) => show(shared, view);
}

function show(shared: Shared, view: PanelView): void {
  shared.lede?.leave?.();
  // The tab may have gone on while the background searched.
  if (location.href.split('#')[0] !== view.address.split('#')[0]) return;
  const client = createClient();
  const panel = drawPanel(view, createPanelText(view.language), {
    choose: (choice) => void client.choosePanel({ choice }),
    open: (page) => void client.openFromPanel({ page }),
    now: () => Date.now(),
  });
  const check = async (): Promise<void> => {
    const standing = await client.panelStanding({});
    if (standing.ok && !standing.value.isWanted && !view.isAsked) leave();
  };
  const stopListening = onPanelChange(() => void check());
  const timer = setInterval(() => isOrphan() && leave(), ALIVE_EVERY);
  function leave(): void {
    clearInterval(timer);
    panel.leave();
    if (!isOrphan()) stopListening();
    if (shared.lede) delete shared.lede.leave;
  }
  shared.lede = Object.assign(shared.lede ?? {}, { leave });
}
