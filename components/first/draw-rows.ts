/**
 * The rows of Latest, and what stories of Top share with them, without the library that draws all else: what `FeedList`
 * draws, but for the controls that show under a pointer. A test holds the two to each other.
 */
import type { Text } from '../../utils/i18n/catalogue.ts';
import type { Times } from '../../utils/i18n/time.ts';
import type { Front, FrontRow } from '../../utils/model/front.ts';
import { hueOf, letterOf } from '../../utils/text/monogram.ts';

/** How rows are drawn. */
export interface Ink {
  readonly text: Text;
  readonly times: Times;
  /** UTC ms. */
  readonly now: number;
}

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** The rows and the line between new and known ones, as `FeedList` has them. */
export function drawRows({ rows, fresh, since }: Front, ink: Ink): HTMLElement[] {
  const list = (some: readonly FrontRow[]) =>
    some.length === 0 ? [] : [element('ul', { role: 'list' }, ...some.map((row) => drawRow(row, ink)))];
  const line = fresh > 0 && since !== null ? [drawLine(since, ink)] : [];
  return [...list(rows.slice(0, fresh)), ...line, ...list(rows.slice(fresh))];
}

function drawRow(row: FrontRow, { text, times, now }: Ink): HTMLElement {
  return element(
    'li',
    { class: row.unread ? 'row unread' : 'row', 'data-row': 'true' },
    element(
      'time',
      { class: 'gutter', datetime: new Date(row.at).toISOString() },
      ...(row.unread ? [drawDot(text)] : []),
      times.short(row.at, now),
    ),
    element(
      'div',
      {},
      drawHeadline(row, text, 'headline'),
      element('div', { class: 'meta' }, drawSource(row), ...drawStory(row, text), roomForActions(row)),
    ),
  );
}

/** The mark of what is unread. */
export function drawDot(text: Text): HTMLElement {
  return element('span', { class: 'dot' }, element('span', { class: 'hidden-text' }, text('row.unread')));
}

/** A headline; `idBegin` is what the list's ids begin with. */
export function drawHeadline(
  { id, title, url, language }: FrontRow,
  text: Text,
  idBegin: string,
): HTMLElement {
  const lang = title === '' ? null : language;
  return element(
    'a',
    {
      class: 'headline-link',
      href: url ?? `reader.html#/article/${id}`,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    element(
      'h3',
      { id: `${idBegin}-${id}`, class: 'headline', dir: 'auto', lang },
      title || text('row.noHeadline'),
    ),
  );
}

/** A source's monogram and name. */
export function drawSource({ source }: Pick<FrontRow, 'source'>): HTMLElement {
  const name = source.name || source.host;
  return element(
    'span',
    { class: 'source' },
    element('span', { class: `monogram hue-${hueOf(source.host)}`, 'aria-hidden': 'true' }, letterOf(name)),
    element('bdi', { class: 'name', title: name }, name),
  );
}

function drawStory({ story }: FrontRow, text: Text): HTMLElement[] {
  if (story === null || (story.others === 0 && story.more === 0)) return [];
  const { others, more, origin } = story;
  const words = others > 0 ? text('also.in', { n: others }) : text('also.again');
  return [
    element(
      'span',
      { class: 'also' },
      element('button', { type: 'button', class: 'also-in', 'aria-expanded': 'false' }, words),
      ...(more > 0 ? [element('span', { class: 'also-more' }, text('row.more', { n: more }))] : []),
      ...(origin === null
        ? []
        : [element('span', { class: 'also-origin' }, text('also.origin', { name: origin }))]),
    ),
  ];
}

/** The controls that show under a pointer take their room before they are there. */
function roomForActions({ url }: FrontRow): HTMLElement {
  const buttons = Array.from({ length: url === null ? 3 : 4 }, () =>
    element('span', { class: 'icon-button' }),
  );
  return element('span', { class: 'row-actions', 'aria-hidden': 'true' }, ...buttons);
}

function drawLine(since: number, { text, times, now }: Ink): HTMLElement {
  const isToday = times.dayNumber(since) === times.dayNumber(now);
  const time = isToday ? times.clock(since) : `${times.clock(since)}, ${times.day(since, now)}`;
  return element('p', { class: 'new-since' }, element('span', {}, text('line.newSince', { time })));
}

/** An element of HTML. */
export function element(name: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
