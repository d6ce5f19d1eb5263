/** Has the detector run on the hosts where the panel is wanted, and nowhere else. */
import type { Deps } from '../deps.ts';
import { panelHosts } from '../panel-hosts.ts';

/**
 * To be called after everything that may change where the panel is wanted, and at every start: an update of the extension
 * drops what was registered. Running it twice does no harm.
 */
export async function syncPanel(deps: Deps): Promise<void> {
  const wanted = (await panelHosts(deps)).map((host) => `*://${host}/*`).sort();
  const registered = (await deps.panel.registered()) ?? [];
  if (wanted.join() === [...registered].sort().join()) return;
  await deps.panel.register(wanted);
  await deps.panel.announce();
}
