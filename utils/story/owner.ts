/** Whose voice a source is: several papers of one owner are one. */
import type { Feed } from '../model/feed.ts';
import { hostOf } from '../text/host.ts';
import { siteOf } from '../text/site.ts';

/** The owner as the pack names him, else the site that the source belongs to. */
export function ownerOf({ facts, siteUrl, url }: Pick<Feed, 'facts' | 'siteUrl' | 'url'>): string {
  return facts?.owner?.name ?? siteOf(hostOf(siteUrl ?? url));
}
