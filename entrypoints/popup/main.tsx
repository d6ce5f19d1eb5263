/** Wires the toolbar popup: headlines are asked for before anything else is known. */
import { start } from '../../components/app/app.tsx';
import { MAX_ROWS_ASKED, PAGE_SIZE } from '../../components/latest/controller.ts';
import { firstAnswers } from '../../components/latest/first-answers.ts';
import { readPlace } from '../../components/popup/place.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { firstStories } from '../../components/ranked/first-stories.ts';
import { collectPageLinks } from '../../utils/page/page-links.ts';
import { createSurface } from '../../utils/surface/create.ts';

const surface = createSurface({
  asksInTab: import.meta.env.FIREFOX,
  pageLinks: collectPageLinks,
  leave: () => window.close(),
});
const left = readPlace(localStorage, Date.now());
const rows = Math.min(left?.rows || PAGE_SIZE, MAX_ROWS_ASKED);
const first = firstAnswers(surface, rows, left?.narrowing);
const stories = left?.tab === 'top' ? firstStories(surface).catch(() => null) : null;
void start(
  surface,
  Promise.all([first, stories]).then(([answers, told]) => (
    <Popup first={answers} left={left} firstStories={told} />
  )),
);
