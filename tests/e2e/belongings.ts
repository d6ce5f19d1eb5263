/** What a reader has in Lede: all that an update must keep. */
import type { Page, Session } from '../browsers/session.ts';
import { say } from '../browsers/verbs.ts';
import { detectorPatterns } from './in-panel.ts';

export interface Belongings {
  readonly sources: readonly string[];
  readonly settings: object;
  readonly unread: number;
  readonly articles: number;
  readonly saved: readonly string[];
  readonly read: readonly string[];
  readonly origins: readonly string[];
  readonly alarms: readonly string[];
  readonly snapshot: object;
  readonly badge: string;
  /** Sites that the detector is loaded into. */
  readonly detector: number;
}

interface Row {
  readonly title: string;
  readonly unread: boolean;
}

interface ExtensionApi {
  permissions: { getAll(): Promise<{ origins: string[] }> };
  alarms: { getAll(): Promise<{ name: string }[]> };
  storage: { local: { get(keys: string[]): Promise<object> } };
}

/** Asks for all of it, on a page of the extension's that is open. */
export async function belongings(session: Session, page: Page): Promise<Belongings> {
  const { rows } = await say<{ rows: Row[] }>(page, 'latest', { after: null, limit: 200 });
  const { unread, articles } = await say<{ unread: number; articles: number }>(page, 'status');
  return {
    sources: (await say<{ url: string }[]>(page, 'sources')).map(({ url }) => url).sort(),
    settings: await say<object>(page, 'settings'),
    unread,
    articles,
    saved: (await say<Row[]>(page, 'saved')).map(({ title }) => title),
    read: rows
      .filter(({ unread }) => !unread)
      .map(({ title }) => title)
      .sort(),
    ...(await page.evaluate(ofBrowser)),
    badge: await session.badge(),
    detector: (await detectorPatterns(session)).length,
  };
}

/** Runs in the page. */
async function ofBrowser(): Promise<Pick<Belongings, 'origins' | 'alarms' | 'snapshot'>> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  return {
    origins: (await chrome.permissions.getAll()).origins.sort(),
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name).sort(),
    snapshot: await chrome.storage.local.get(['snapshot.mark', 'snapshot.latest']),
  };
}
