/** Wires the toolbar popup: headlines are asked for before anything else is known. */
import { start } from '../../components/app/app.tsx';
import { MAX_ROWS_ASKED, PAGE_SIZE } from '../../components/latest/controller.ts';
import { readPlace } from '../../components/popup/place.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { collectPageLinks } from '../../utils/page/page-links.ts';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface({
  asksInTab: import.meta.env.FIREFOX,
  pageLinks: collectPageLinks,
  leave: () => window.close(),
});
const left = readPlace(localStorage, Date.now());
const rows = Math.min(left?.rows || PAGE_SIZE, MAX_ROWS_ASKED);
const first = Promise.all([surface.latest(null, rows, undefined, left?.narrowing), surface.status()]);
void start(
  surface,
  first.then(([page, status]) => <Popup first={{ page, status }} left={left} />),
);
