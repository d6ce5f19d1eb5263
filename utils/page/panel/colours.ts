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
