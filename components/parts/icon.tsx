/** Icons on a 16 grid, drawn with the colour of the text around them. Decoration: the words beside them say it all. */
import { CHEVRON } from './chevron.ts';

const SHAPES = {
  check: 'M3 8.5 6.5 12 13 4.5',
  'check-all': 'M1.5 8.5 4.5 11.5 10 5M7.5 11 8 11.5 14.5 5',
  unread: 'M4 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  open: 'M6 3.5H3.5v9h9V10M9 3h4v4M13 3 7.5 8.5',
  aside: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  search: 'M2.8 7a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.3 3.3',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  settings:
    'M2 5h6M12 5h2M2 11h2M8 11h6M8.2 5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M4.2 11a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0',
  offline: 'M2 2l12 12M3 7a8 8 0 0 1 2.6-1.6M13 7a8 8 0 0 0-4.3-2M5.3 9.6A4.4 4.4 0 0 1 8 8.7M8 12.5v.1',
  key: 'M2.5 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M7.5 8H14v2.5M11.5 8v2',
  error: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 4.8v4M8 11v.2',
  working: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M5.2 8.2l2 2 3.6-4',
  clock: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 4.5V8l2.5 1.5',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: CHEVRON,
  bell: 'M3.5 11.5h9c-1-1-1.3-2-1.3-4a3.2 3.2 0 0 0-6.4 0c0 2-.3 3-1.3 4zM6.8 13.5h2.4',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5v9l7.5-4.5z',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  save: 'M4.5 2.5h7v11L8 10.5 4.5 13.5z',
  saved: 'M4.5 2.5h7v11L8 10.5 4.5 13.5zM6 5h4M6 7h4',
  more: 'M2.8 8h.6M7.7 8h.6M12.6 8h.6',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  plus: 'M8 3v10M3 8h10',
  related: 'M3 3h7v6H3zM6 12h7V6',
  join: 'M3 3v3a2 2 0 0 0 2 2h8M3 13v-3a2 2 0 0 1 2-2M10.5 5.5 13 8l-2.5 2.5',
  text: 'M1.5 12.5 5 3.5l3.5 9M2.7 9.5h4.6M9.5 12.5l2.2-5.5 2.3 5.5M10.3 10.7h2.9',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  pin: 'M6 2.5h4l-.5 4 2 2.5h-7l2-2.5zM8 9v4.5',
  part: 'M3 8h3a2 2 0 0 0 2-2V3h5M6 8a2 2 0 0 1 2 2v3h5M11 1l2 2-2 2M11 11l2 2-2 2',
} as const;

export type IconName = keyof typeof SHAPES;

/** An icon of `size` CSS pixels, 16 unless given. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class={`icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}

/** The mark of Lede: a drop cap whose foot is the ticker, with two headlines beside it. */
export function Glyph({ size }: { readonly size: number }) {
  return (
    <svg class="glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path class="drop-cap" d="M2 2h3v9h9v3H2z" />
      <path class="lines" d="M7 2h7v2H7zM7 6h5v2H7z" />
    </svg>
  );
}
