/**
 * The code of pages in three pieces where the bundler would make a dozen of small ones: what all pages begin with, what
 * every page with lists does, and each page's own. Styles go with their code, so that a popup reads two files of them.
 */
import { join } from 'node:path';
import type { InlineConfig, Rolldown } from 'vite';

const PAGES = ['popup', 'sidepanel', 'reader', 'options', 'welcome'];
/** The page whose code all pages with lists share. */
const LISTS = 'popup';

/** Changes WXT's build of the pages. */
export function groupPageCode({ build }: InlineConfig): void {
  const output = build?.rollupOptions?.output;
  if (!output || Array.isArray(output)) throw new Error('the pages are built in another way');
  let begun: Readonly<Record<string, ReadonlySet<string>>> | null = null;
  const group = (id: string, modules: Rolldown.ChunkingContext): string | null => {
    if (PAGES.some((page) => id === mainOf(page))) return null;
    begun ??= Object.fromEntries(PAGES.map((page) => [page, startOf(page, modules)]));
    // WXT names a module of its own in every page, which is empty.
    if (id.includes('wxt-html-plugins') || Object.values(begun).every((start) => start.has(id)))
      return 'base';
    return begun[LISTS]?.has(id) ? 'lists' : null;
  };
  output.codeSplitting = { groups: [{ name: group }] };
}

/** What a page runs before it can draw: its first script with all that this imports, styles included, by their ids. */
function startOf(page: string, modules: Rolldown.ChunkingContext): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [mainOf(page)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}

/** A page's first script. */
function mainOf(page: string): string {
  return join(import.meta.dirname, 'entrypoints', page, 'main.tsx');
}
