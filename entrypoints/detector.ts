/**
 * Runs in every page of the sites where the panel is wanted: tells the background of an article, once a page. Loaded so
 * often that it is the one place which calls the browser itself, carries no library and imports no more than it must.
 */
import type { PageFacts } from '../utils/model/page-facts.ts';
import { detect } from '../utils/page/detect/index.ts';

/** Both browsers know this name. After an update of the extension `id` is gone from scripts that live on. */
declare const chrome: {
  readonly runtime?: { readonly id?: string; sendMessage(message: object): Promise<unknown> };
};
/** What scripts of the extension share in a page; the page's own scripts do not see it. */
type Shared = typeof globalThis & {
  lede?: { ask: () => PageFacts | null; leave?: () => void };
  /** Not in every supported Firefox. */
  readonly navigation?: EventTarget;
};

/** A page that is drawn by scripts may become an article later: it is looked at so often, so many ms apart. */
const LOOKS = 3;
const APART = 1200;

export default { main: watch };

function watch(): void {
  const shared: Shared = globalThis;
  if (shared.lede) return;
  let seen: string;
  /** What the page said of itself when it was last asked about. */
  let last: string;

  const tell = (request: PageFacts): void => {
    if (chrome.runtime?.id) chrome.runtime.sendMessage({ verb: 'findRelated', request }).catch(() => {});
  };
  const look = (left: number): void => {
    requestIdleCallback(
      () => {
        const page = detect(document, location.href);
        const said = `${page?.titles}${page?.headings}`;
        // After a step within a site the address is new sooner than the page.
        if (page && said !== last) {
          last = said;
          tell(page);
        } else if (left > 1) setTimeout(look, APART, left - 1);
      },
      { timeout: 1000 },
    );
  };
  const moved = (): void => {
    const address = location.pathname + location.search;
    if (address === seen) return;
    if (seen) shared.lede?.leave?.();
    seen = address;
    look(LOOKS);
  };
  shared.lede = { ask: () => detect(document, location.href, true) };
  shared.navigation?.addEventListener('navigatesuccess', moved);
  addEventListener('popstate', moved);
  addEventListener('pageshow', ({ persisted }) => {
    // Back from the browser's cache: what the reader set meanwhile holds.
    if (!persisted) return;
    shared.lede?.leave?.();
    seen = last = '';
    moved();
  });
  moved();
}
