/** Wires the toolbar popup: headlines are asked for before anything else is known. */
import { start } from '../../components/app/app.tsx';
import { PAGE_SIZE } from '../../components/latest/controller.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { collectPageLinks } from '../../utils/page/page-links.ts';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface({
  asksInTab: import.meta.env.FIREFOX,
  pageLinks: collectPageLinks,
  leave: () => window.close(),
});
const first = surface.latest(null, PAGE_SIZE);
void start(surface, <Popup first={first} />);
