/** Draws the front of a tab into the popup's static page, in place of the rows that are not there yet. */
import { resolveLanguage } from '../../utils/i18n/language.ts';
import { createRowsText } from '../../utils/i18n/rows-text.ts';
import { createTimes } from '../../utils/i18n/time.ts';
import type { Front } from '../../utils/model/front.ts';
import { dressPage } from '../app/dress-page.ts';
import { drawRows } from './draw-rows.ts';
import { drawStories } from './draw-stories.ts';

/** Nothing is drawn where the application was quicker. `now` is UTC ms. */
export function drawFront(front: Front, tab: 'latest' | 'top', now: number): void {
  const skeleton = document.querySelector('#app .popup-list > .skeleton');
  if (skeleton === null) return;
  const text = createRowsText(resolveLanguage(front.language, navigator.languages));
  dressPage(text.language, front);
  if (tab === 'top') skeleton.replaceWith(drawStories(front.top, text));
  else skeleton.replaceWith(...drawRows(front, { text, times: createTimes(text), now }));
}
