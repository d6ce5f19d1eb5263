/** Which permission a source waits for. */
import type { Feed } from '../model/feed.ts';
import { hostOf } from '../text/host.ts';

/**
 * The hosts whose permission it needs; where it is sent on to a host that cannot be told, those that its pack names
 * as the publisher's.
 */
export function waitsFor({ problem, url, facts }: Feed): string[] {
  if (problem?.code === 'no-permission') return [problem.host ?? hostOf(url)];
  if (problem?.code === 'redirected') return [...(facts?.articleHosts ?? [])];
  return [];
}
