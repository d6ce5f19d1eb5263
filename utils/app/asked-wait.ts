/** What an answer says of leaving its host alone: it binds everything that asks, polls and looks alike. */
import { backedOff, LONGEST_WAIT_MS, type Pace } from '../feed/schedule.ts';
import type { FeedAnswer } from '../net/fetch-feed.ts';
import { rememberWaits } from '../store/hosts.ts';
import { hostOf } from '../text/host.ts';
import type { Deps } from './deps.ts';
import type { Finding } from './finding.ts';

/** How long a host is left alone that asks for it without saying how long, in ms; doubled each time. */
const UNSAID_WAIT_MS = 15 * 60_000;

/** UTC ms until which the host is to be left alone, or null where it did not ask for that. */
export function askedWait(
  answer: Finding | FeedAnswer,
  failures: number,
  pace: Pace,
  now: number,
): number | null {
  if (answer.kind !== 'failed') return null;
  const { problem, retryAfterMs } = answer;
  if (retryAfterMs !== null) return now + Math.min(retryAfterMs, LONGEST_WAIT_MS);
  if (problem.status !== 429 && problem.status !== 503) return null;
  return now + backedOff(UNSAID_WAIT_MS, failures, pace);
}

/** The host that was asked, and the one that answered. */
export function hostsToWaitFor(url: string, { exchange }: Finding | FeedAnswer): string[] {
  const hosts = [hostOf(url), hostOf(exchange?.finalUrl ?? url)];
  return [...new Set(hosts)].filter((host) => host !== '');
}

/** Remembers what an answer that no source's row stores has asked for. */
export async function heedWait(deps: Deps, url: string, answer: Finding | FeedAnswer): Promise<void> {
  const until = askedWait(answer, 1, deps.pace, deps.now());
  if (until !== null) await rememberWaits(await deps.database(), hostsToWaitFor(url, answer), until);
}
