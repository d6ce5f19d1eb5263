/** Dark or light by the page that the panel stands on. */

/** Below this share of full light a ground is dark. */
const DARK = 0.35;

/** The theme of a page: by the ground that it draws, else by what it leaves to the browser. */
export function themeOf(doc: Document): 'light' | 'dark' {
  for (const tag of [doc.body, doc.documentElement]) {
    const light = tag === null ? null : lightOf(getComputedStyle(tag).backgroundColor);
    if (light !== null) return light < DARK ? 'dark' : 'light';
  }
  const schemes = getComputedStyle(doc.documentElement).colorScheme;
  const isDark =
    /dark/.test(schemes) && (!/light/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'dark' : 'light';
}

/** 0 to 1, or null for what is mostly transparent or in no numbers of red, green and blue. */
function lightOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '')
    .split(/[\s,/]+/)
    .map(Number);
  if (red === undefined || green === undefined || blue === undefined || !(alpha > 0.5)) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
