/** The tokens of the design that the panel draws with. Pages decide which: no media query does. */
export const COLOURS = {
  light: {
    paper: '#fff',
    sunken: '#eeeeea',
    hover: '#f6f6f3',
    line: '#e1e1db',
    'line-strong': '#c8c8c0',
    edge: '#83837b',
    ink: '#191a1c',
    'ink-2': '#4b4e53',
    'ink-3': '#66696e',
    accent: '#14539e',
    'on-accent': '#fff',
  },
  dark: {
    paper: '#17181b',
    sunken: '#232529',
    hover: '#1e2023',
    line: '#2e3135',
    'line-strong': '#484c53',
    edge: '#787d84',
    ink: '#ecece9',
    'ink-2': '#b7babf',
    'ink-3': '#989ca2',
    accent: '#8ab9f3',
    'on-accent': '#0b1420',
  },
} as const;

/** Ground and letter of a source's monogram, by its hue: the design's eight, in both themes at least 6.8 to 1. */
const MONOGRAMS = {
  light: [
    ['#fddad4', '#70322b'],
    ['#f8ddc9', '#6b3909'],
    ['#ebe3c6', '#574600'],
    ['#d3ead3', '#245427'],
    ['#c6ece9', '#005652'],
    ['#c8e9f7', '#00516c'],
    ['#d3e4fe', '#274777'],
    ['#fcd9df', '#6e3041'],
  ],
  dark: [
    ['#4e302c', '#fed2cc'],
    ['#4b3321', '#f8d7be'],
    ['#40391d', '#e8deb9'],
    ['#2a402b', '#cae7ca'],
    ['#19413e', '#b9e9e5'],
    ['#1c3e4b', '#bce6f7'],
    ['#2a3a51', '#cae0ff'],
    ['#4d2f36', '#fcd1d9'],
  ],
} as const;

/** A rule for each hue. */
export function monogramRules(theme: keyof typeof MONOGRAMS): string {
  return MONOGRAMS[theme]
    .map(([ground, letter], hue) => `.hue-${hue}{background:${ground};color:${letter}}`)
    .join('');
}

/** Ground and letters of the bar, and the same where something breaks. */
export const BANDS = {
  light: { band: '#1c1e21', 'band-hover': '#33363b', 'on-band': '#f5f5f2', 'on-band-2': '#b5b8bd' },
  dark: { band: '#26292e', 'band-hover': '#383c43', 'on-band': '#f3f3f0', 'on-band-2': '#b5b8bd' },
  breakingLight: { band: '#a3211a', 'band-hover': '#7a1914', 'on-band': '#f5f5f2', 'on-band-2': '#ffdad5' },
  breakingDark: { band: '#9c241c', 'band-hover': '#751b15', 'on-band': '#f3f3f0', 'on-band-2': '#ffdad5' },
} as const;

/** Which of them it is. */
export function bandOf(theme: 'light' | 'dark', isBreaking: boolean): string {
  const name =
    theme === 'light' ? (isBreaking ? 'breakingLight' : 'light') : isBreaking ? 'breakingDark' : 'dark';
  return Object.entries(BANDS[name])
    .map(([key, colour]) => `--${key}:${colour}`)
    .join(';');
}
