/**
 * `utils/platform` holds every call to the browser but fetch, IndexedDB and messages, one file an area, so that the
 * rest can run without a browser. This file: the toolbar button.
 */
import { browser } from 'wxt/browser';
import type { Theme, Toolbar } from '../model/toolbar.ts';

/** Ground and words of the badge; the ground of a number by the theme, which the light one stands for until it is known. */
const GROUND = { breaking: '#B0241B', watch: '#FFE78A', light: '#45494F', dark: '#5B6068' };
const WORDS = { breaking: '#FFFFFF', watch: '#191A1C', count: '#FFFFFF' };
const SIZES = [16, 32];

/** What this background showed last; another start of it shows anew. */
let shown: string | null = null;
let shownIcon: string | null = null;

/** Shows the toolbar button like this. */
export async function showToolbar(toolbar: Toolbar): Promise<void> {
  const { text, tone, theme, isGrey } = toolbar;
  const wanted = JSON.stringify(toolbar);
  if (wanted === shown) return;
  shown = wanted;
  const ground = tone === 'count' ? (theme ?? 'light') : tone;
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: GROUND[ground] }),
    setBadgeTextColor(WORDS[tone]),
    browser.action.setBadgeText({ text }),
    showIcon(isGrey ? 'grey' : theme),
  ]);
}

/** Chrome's worker knows no theme and is told by pages; Firefox takes what its manifest names for each theme. */
async function showIcon(look: Theme | 'grey' | null): Promise<void> {
  const own = import.meta.env.FIREFOX && look !== 'grey' ? null : look;
  const name = own ?? 'default';
  if (name === shownIcon) return;
  shownIcon = name;
  await browser.action.setIcon(own === null ? manifestIcon() : { path: paths(`${own}-`) });
}

/** What puts the icon of the manifest back. */
function manifestIcon(): { path: Record<string, string> } {
  // Firefox falls back to its manifest, with an icon for each theme, where it is given none.
  return { path: import.meta.env.FIREFOX ? {} : paths('') };
}

function paths(prefix: string): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/icon/${prefix}${size}.png`]));
}

async function setBadgeTextColor(color: string): Promise<void> {
  await browser.action.setBadgeTextColor({ color });
}
