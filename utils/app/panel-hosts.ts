/** On which hosts the panel is wanted: those of followed sources and those that the reader named, where access is granted. */
import type { Feed } from '../model/feed.ts';
import type { Settings } from '../model/settings.ts';
import { allFeeds } from '../store/feeds.ts';
import { loadSettings } from '../store/records.ts';
import { hostOf } from '../text/host.ts';
import { coversHost } from '../text/host-pattern.ts';
import { isNeverTouched } from '../text/never-touched.ts';
import type { Deps } from './deps.ts';

/** The hosts, in alphabetical order; none where the panel is turned off. */
export async function panelHosts(deps: Deps): Promise<string[]> {
  const db = await deps.database();
  const settings = await loadSettings(db);
  if (settings.panel === 'off') return [];
  const [feeds, granted] = await Promise.all([allFeeds(db), deps.panel.granted()]);
  const off = new Set(settings.panelSites.filter(({ isOff }) => isOff).map(({ host }) => host));
  const hosts = new Set([...feeds.flatMap(hostsOf), ...settings.panelHosts]);
  return [...hosts]
    .filter((host) => host !== '' && !off.has(host) && !isNeverTouched(`https://${host}/`))
    .filter((host) => granted.some((pattern) => coversHost(pattern, host)))
    .sort();
}

/** Hosts that a source's articles lie on. */
export function hostsOf({ siteUrl, url, facts }: Pick<Feed, 'siteUrl' | 'url' | 'facts'>): string[] {
  return [hostOf(siteUrl ?? url), ...(facts?.articleHosts ?? [])];
}

/** Whether the panel may come by itself to a page. */
export async function isPanelWanted(
  deps: Deps,
  page: { readonly url: string; readonly isPrivate: boolean },
  settings: Settings,
): Promise<boolean> {
  if (page.isPrivate && !settings.panelPrivate) return false;
  return !isNeverTouched(page.url) && (await panelHosts(deps)).includes(hostOf(page.url));
}
