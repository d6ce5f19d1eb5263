/** On which hosts panel and bar are wanted: those of followed sources and those that the reader named, where access is granted. */
import type { Feed } from '../model/feed.ts';
import type { PanelSite } from '../model/panel.ts';
import type { Settings } from '../model/settings.ts';
import { allFeeds } from '../store/feeds.ts';
import { loadSettings } from '../store/records.ts';
import { hostOf } from '../text/host.ts';
import { coversHost } from '../text/host-pattern.ts';
import { isNeverTouched } from '../text/never-touched.ts';
import type { Deps } from './deps.ts';

/** Both stand on the same pages, and each is turned on and off by itself. */
export type OnPages = 'panel' | 'bar';

/** The hosts, in alphabetical order; none where it is turned off. */
export async function panelHosts(deps: Deps, what: OnPages): Promise<string[]> {
  const db = await deps.database();
  const settings = await loadSettings(db);
  if (what === 'panel' ? settings.panel === 'off' : !settings.panelBar) return [];
  const [feeds, granted] = await Promise.all([allFeeds(db), deps.panel.granted()]);
  const isOff = (site: PanelSite): boolean => (what === 'panel' ? site.isOff : site.isBarOff);
  const off = new Set(settings.panelSites.filter(isOff).map(({ host }) => host));
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

/** Whether it may come by itself to a page. */
export async function isPanelWanted(
  deps: Deps,
  page: { readonly url: string; readonly isPrivate: boolean },
  settings: Settings,
  what: OnPages = 'panel',
): Promise<boolean> {
  if (page.isPrivate && !settings.panelPrivate) return false;
  return !isNeverTouched(page.url) && (await panelHosts(deps, what)).includes(hostOf(page.url));
}
