/** What a source's row is after a check: pure, from the row before and what the check found. */
import { backedOff, estimatedInterval, nextCheckAt, type Pace } from '../feed/schedule.ts';
import {
  type DayUse,
  type Feed,
  isAtRest,
  MOST_RECENT,
  NEVER,
  NO_VALIDATORS,
  type Redirect,
} from '../model/feed.ts';
import type { ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem } from '../model/problem.ts';
import { feedLanguage } from '../story/normalise.ts';
import type { Finding } from './finding.ts';

const DAY_MS = 24 * 3_600_000;
/** How long validators are believed before a feed is once asked without them, in ms. */
export const VALIDATORS_LAST_MS = 8 * DAY_MS;
/** How long a redirect leads to the same place before it is followed for good, in ms. */
const REDIRECT_LASTS_MS = 7 * DAY_MS;
/** Checks with a cut body after which its validators are remembered all the same. */
const MOST_CUT = 3;
/** Days of which requests and bytes are remembered. */
const DAYS_OF_USE = 8;

/** What is known besides the row and the finding. */
export interface Circumstances {
  /** UTC ms. */
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
  readonly pace: Pace;
  /** The reader's interval for all sources in minutes, or null. */
  readonly checkMinutes: number | null;
  /** UTC ms before which the host asked not to come, or null. */
  readonly hostUntil: number | null;
  /** Articles that were new. */
  readonly added: number;
}

/** The source's row after a check, with its next one. What a failed check found is its problem alone. */
export function afterFinding(feed: Feed, finding: Finding, known: Circumstances): Feed {
  const after = withUse(settled(feed, finding, known), finding, known.now);
  return { ...after, nextCheckAt: nextCheckOf(after, finding, known) };
}

function settled(feed: Feed, finding: Finding, { now, added }: Circumstances): Feed {
  switch (finding.kind) {
    case 'failed':
      return failedOn(feed, finding.problem, now);
    case 'unchanged':
      return { ...succeeded(feed, finding, now), validators: finding.validators ?? feed.validators };
    case 'feed':
      return {
        ...succeeded(feed, finding, now),
        ...described(feed, finding.parsed),
        ...remembered(feed, finding, now),
        recentAt: recentTimes(feed, finding.parsed, added, now),
      };
  }
}

/** Being offline says nothing of the source: it is a state, and no failure. */
function failedOn(feed: Feed, problem: Problem, now: number): Feed {
  if (problem.code === 'offline') return { ...feed, problem };
  return {
    ...feed,
    problem,
    failures: feed.failures + 1,
    failingSince: Math.min(feed.failingSince ?? now, now),
    stopped: problem.code === 'http' && problem.status === 410,
  };
}

function succeeded(feed: Feed, finding: Exclude<Finding, { kind: 'failed' }>, now: number): Feed {
  return {
    ...feed,
    ...redirected(feed, finding.exchange?.finalUrl ?? null, now),
    lastSuccessAt: now,
    problem: null,
    failures: 0,
    failingSince: null,
    failureTold: false,
    freshMs: finding.exchange?.freshMs ?? null,
  };
}

function described(feed: Feed, parsed: ParsedFeed): Partial<Feed> {
  const { title, siteUrl, supportUrl, pace } = parsed;
  return {
    title: title || feed.title,
    siteUrl: siteUrl ?? feed.siteUrl,
    language: parsed.language ?? feed.language ?? feedLanguage(parsed),
    supportUrl: feed.supportUrl ?? supportUrl ?? null,
    pace,
  };
}

/**
 * What is remembered of a body. Of one that was cut nothing is, so that what is missing is not hidden behind a 304;
 * unless the same bytes came before or it is cut each time: then that is how this feed is.
 */
function remembered(feed: Feed, finding: Extract<Finding, { kind: 'feed' }>, now: number): Partial<Feed> {
  const { ending, hash } = finding;
  const cutAt = feed.cutAt.filter((at) => at > now - VALIDATORS_LAST_MS && at <= now);
  if (!isWhole(feed, finding, now)) return { cutHash: hash, cutAt: [...cutAt, now], isPartlyRead: false };
  return {
    validators: finding.validators ?? NO_VALIDATORS,
    bodyHash: hash,
    cutHash: ending === 'cut' ? hash : null,
    cutAt,
    isPartlyRead: ending === 'too-large',
  };
}

/** Whether a body counts as all that its source serves. */
export function isWhole(
  feed: Feed,
  { ending, hash }: Extract<Finding, { kind: 'feed' }>,
  now: number,
): boolean {
  if (ending !== 'cut' || hash === feed.cutHash) return true;
  return feed.cutAt.filter((at) => at > now - VALIDATORS_LAST_MS).length >= MOST_CUT;
}

/** When its latest articles appeared, as far as it says; those without a date when they were found. */
function recentTimes(feed: Feed, { items }: ParsedFeed, added: number, now: number): number[] {
  const dated = items.flatMap((item) => (item.published ?? item.updated)?.at ?? []).filter((at) => at > 0);
  const found = dated.length > 0 || feed.bodyHash === null ? [] : Array.from({ length: added }, () => now);
  const times = dated.length > 0 ? dated : [...found, ...feed.recentAt];
  // What appears within one minute appears at once: a feed that dates everything alike publishes no stream of news.
  const byMinute = new Map(times.map((at) => [Math.floor(at / 60_000), Math.min(at, now)]));
  return [...byMinute.values()].sort((a, b) => b - a).slice(0, MOST_RECENT);
}

/** Where the address leads; after a week at the same place the source is asked there. */
function redirected(feed: Feed, finalUrl: string | null, now: number): Pick<Feed, 'url' | 'redirect'> {
  const url = finalUrl === null ? feed.url : finalUrl.replace(/#.*$/s, '');
  if (url === feed.url) return { url, redirect: null };
  const before: Redirect | null = feed.redirect?.url === url ? feed.redirect : null;
  const since = Math.min(before?.since ?? now, now);
  return now - since >= REDIRECT_LASTS_MS
    ? { url, redirect: null }
    : { url: feed.url, redirect: { url, since } };
}

function withUse(feed: Feed, { exchange }: Finding, now: number): Feed {
  if (!exchange) return feed;
  const today = Math.floor(now / DAY_MS);
  const before = feed.use.filter(({ day }) => day > today - DAYS_OF_USE && day < today);
  const sofar = feed.use.find(({ day }) => day === today) ?? { day: today, requests: 0, bytes: 0 };
  const use: DayUse = {
    day: today,
    requests: sofar.requests + exchange.requests,
    bytes: sofar.bytes + exchange.bytes,
  };
  return { ...feed, use: [...before, use] };
}

/** The interval that a source is asked at when it works, in ms, and whether the reader chose it. */
export function intervalOf(
  feed: Pick<Feed, 'checkMinutes' | 'recentAt' | 'pace'>,
  { now, pace, checkMinutes }: Pick<Circumstances, 'now' | 'pace' | 'checkMinutes'>,
): { readonly ms: number; readonly isReaders: boolean } {
  const chosen = feed.checkMinutes ?? checkMinutes;
  return chosen === null
    ? { ms: estimatedInterval(feed.recentAt, feed.pace.updateMinutes, now, pace), isReaders: false }
    : { ms: chosen * 60_000, isReaders: true };
}

function nextCheckOf(feed: Feed, finding: Finding, known: Circumstances): number {
  if (isAtRest(feed)) return NEVER;
  const { now, random, pace, hostUntil } = known;
  // Without a network an attempt costs nobody anything, and the network may be back any moment.
  if (feed.problem?.code === 'offline') return Math.max(feed.nextCheckAt, now + pace.retryMs);
  const { ms, isReaders } = intervalOf(feed, known);
  return nextCheckAt({
    now,
    pace,
    intervalMs: backedOff(ms, feed.failures, pace),
    isReaders,
    feedPace: feed.pace,
    freshMs: finding.kind === 'failed' ? null : feed.freshMs,
    hostUntil,
    random,
  });
}
