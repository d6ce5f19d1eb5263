/** Storing what a check found: the source's new row and its articles, in one transaction. */
import { nextCheckAt } from '../../feed/schedule.ts';
import type { Feed } from '../../model/feed.ts';
import { commitCheck } from '../../store/commit-check.ts';
import { loadSettings } from '../../store/records.ts';
import { normalise } from '../../story/normalise.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';

/** Stores a finding of a source and tells everyone; gives the ids of the articles that are new. */
export async function storeFinding(deps: Deps, feedId: number, finding: Finding): Promise<number[]> {
  const db = await deps.database();
  const { checkMinutes } = await loadSettings(db);
  const now = deps.now();
  const next = nextCheckAt({
    now,
    pace: deps.pace,
    checkMinutes,
    retryAfterMs: finding.kind === 'failed' ? finding.retryAfterMs : null,
    random: deps.random(),
  });
  const articles = finding.kind === 'feed' ? normalise(finding.parsed) : [];
  const feed = (stored: Feed): Feed => ({ ...afterFinding(stored, finding, now), nextCheckAt: next });
  const added = await commitCheck(db, { feedId, feed, articles }, now);
  await changed(deps);
  return added;
}

/** The source's row after a check; what a failed one found is its problem alone. */
function afterFinding(feed: Feed, finding: Finding, now: number): Feed {
  switch (finding.kind) {
    case 'failed':
      return { ...feed, problem: finding.problem, failures: feed.failures + 1 };
    case 'unchanged':
      return { ...succeeded(feed, now), validators: finding.validators ?? feed.validators };
    case 'feed': {
      const { title, siteUrl, language, supportUrl } = finding.parsed;
      return {
        ...succeeded(feed, now),
        ...finding.known,
        title: title || feed.title,
        siteUrl: siteUrl ?? feed.siteUrl,
        language: language ?? feed.language,
        supportUrl: feed.supportUrl ?? supportUrl ?? null,
      };
    }
  }
}

function succeeded(feed: Feed, now: number): Feed {
  return { ...feed, lastSuccessAt: now, problem: null, failures: 0 };
}
