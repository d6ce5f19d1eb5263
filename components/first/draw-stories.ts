/** The stories of Top as `RankedPanel` draws them, without the library that draws all else; see `draw-rows`. */
import type { Text } from '../../utils/i18n/catalogue.ts';
import type { FrontStory } from '../../utils/model/front.ts';
import { CHEVRON } from '../parts/chevron.ts';
import { drawDot, drawHeadline, drawSource, element } from './draw-rows.ts';

/** The list. */
export function drawStories(stories: readonly FrontStory[], text: Text): HTMLElement {
  return element('ol', { class: 'stories', role: 'list' }, ...stories.map((story) => drawStory(story, text)));
}

function drawStory(row: FrontStory, text: Text): HTMLElement {
  const { origin } = row.story;
  const citing =
    origin === null ? [] : [element('p', { class: 'also-origin' }, text('also.origin', { name: origin }))];
  return element(
    'li',
    { class: row.unread ? 'story-card unread' : 'story-card', 'data-row': 'true' },
    element('span', { class: 'rank' }, ...(row.unread ? [drawDot(text)] : []), String(row.rank)),
    element(
      'div',
      {},
      drawHeadline(row, text, 'ranked'),
      element(
        'button',
        { type: 'button', class: 'why', 'aria-expanded': 'false' },
        drawSource(row),
        element('span', { class: 'reason' }, ...reasonOf(row, text)),
        drawChevron(),
      ),
      ...citing,
    ),
  );
}

function reasonOf({ reason }: FrontStory, text: Text): (Node | string)[] {
  if (reason.kind === 'growing')
    return [text('why.growing', { n: reason.count, minutes: String(reason.minutes) })];
  return [
    element('b', {}, text('why.sources', { n: reason.count })),
    ' ',
    text('why.hours', { n: reason.hours }),
  ];
}

const SVG = 'http://www.w3.org/2000/svg';

function drawChevron(): SVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', CHEVRON);
  const icon = document.createElementNS(SVG, 'svg');
  const size = { width: '16', height: '16', viewBox: '0 0 16 16' };
  const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.5' };
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries({ class: 'icon-chevron', ...size, ...stroke, ...ends }))
    icon.setAttribute(name, value);
  icon.append(path);
  return icon;
}
