/** The feeds of a tab, as the popup hands them on in the address of options. */
import type { FeedLink } from '../../utils/model/discovery.ts';

export interface TabLinks {
  /** Address of the page that names them. */
  readonly page: string;
  readonly links: readonly FeedLink[];
}

const SCOPES: readonly unknown[] = ['site', 'section', 'comments'];

/** The feeds in a fragment `#add?…`; null where there are none, or the fragment is not what the popup writes. */
export function linksFromHash(hash: string): TabLinks | null {
  if (!hash.startsWith('#add?')) return null;
  try {
    const handed: unknown = JSON.parse(decodeURIComponent(hash.slice('#add?'.length)));
    return isTabLinks(handed) ? handed : null;
  } catch {
    return null;
  }
}

function isTabLinks(value: unknown): value is TabLinks {
  if (!isRecord(value) || typeof value.page !== 'string' || !Array.isArray(value.links)) return false;
  return value.links.every(
    (link: unknown) =>
      isRecord(link) &&
      typeof link.url === 'string' &&
      typeof link.title === 'string' &&
      SCOPES.includes(link.scope),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
