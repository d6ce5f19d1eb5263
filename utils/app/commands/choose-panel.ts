/** What a reader sets on the panel itself, for the site of its page: the site is the sender's, never a request's. */

import { PANEL_SITE, type PanelSite, type PanelStanding } from '../../model/panel.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { MOST_PANEL_SITES } from '../../model/settings.ts';
import type { SendingPage } from '../../protocol/server.ts';
import type { Request } from '../../protocol/verbs.ts';
import { changeStoredSettings, loadSettings } from '../../store/records.ts';
import { hostOf } from '../../text/host.ts';
import { isNeverTouched } from '../../text/never-touched.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { isPanelWanted } from '../panel-hosts.ts';
import { syncPanel } from './sync-panel.ts';

type Choice = Request<'choosePanel'>['choice'];

const CHANGES: Readonly<Record<Choice, Partial<PanelSite>>> = {
  off: { isOff: true },
  collapsed: { isCollapsed: true },
  open: { isCollapsed: false },
  'to-start': { side: 'start' },
  'to-end': { side: 'end' },
  'bar-off': { isBarOff: true },
};

/** Remembers a choice for the site; the oldest of too many sites is forgotten. */
export async function choosePanel(
  deps: Deps,
  choice: Choice,
  page: SendingPage | null,
): Promise<Result<null>> {
  if (page === null) return fail('forbidden');
  // A private window leaves nothing behind; the panel has done it on its page already.
  if (page.isPrivate) return ok(null);
  const host = hostOf(page.url);
  await changeStoredSettings(await deps.database(), ({ panelSites }) => {
    const before = panelSites.find((site) => site.host === host) ?? { host, ...PANEL_SITE };
    const others = panelSites.filter((site) => site.host !== host);
    return { panelSites: [...others, { ...before, ...CHANGES[choice] }].slice(-MOST_PANEL_SITES) };
  });
  if (choice === 'off' || choice === 'bar-off') await syncPanel(deps);
  await changed(deps);
  return ok(null);
}

/** Names a host on which the panel is wanted; problem `kept-off` for those that Lede never looks at. */
export async function panelOn(deps: Deps, host: string): Promise<Result<null>> {
  if (isNeverTouched(`https://${host}/`)) return fail('kept-off');
  await changeStoredSettings(await deps.database(), ({ panelSites, panelHosts }) => ({
    panelSites: panelSites.map((site) => (site.host === host ? { ...site, isOff: false } : site)),
    panelHosts: [...panelHosts.filter((one) => one !== host), host].slice(-MOST_PANEL_SITES),
  }));
  await syncPanel(deps);
  await changed(deps);
  return ok(null);
}

/** Whether the panel may stay on its page. */
export async function panelStanding(deps: Deps, page: SendingPage | null): Promise<Result<PanelStanding>> {
  if (page === null) return fail('forbidden');
  const settings = await loadSettings(await deps.database());
  return ok({ isWanted: await isPanelWanted(deps, page, settings) });
}

/** Opens options: to follow the site of the page, or at the settings of the panel. */
export async function openFromPanel(
  deps: Deps,
  what: Request<'openFromPanel'>['page'],
  page: SendingPage | null,
): Promise<Result<null>> {
  if (page === null) return fail('forbidden');
  const add = { page: new URL(page.url).origin, links: [] };
  await deps.panel.openOptions(
    what === 'follow' ? `#add?${encodeURIComponent(JSON.stringify(add))}` : '#panel',
  );
  return ok(null);
}
