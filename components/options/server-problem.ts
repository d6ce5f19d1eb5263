/** What went wrong between Lede and a feed server: the sentences about sources speak of sites. */
import type { FullText } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Refused } from '../../utils/model/account.ts';
import type { Problem } from '../../utils/model/problem.ts';

/** A problem of the account in plain words. */
export function serverProblem(text: FullText, problem: Problem): string {
  const { code, status } = problem;
  switch (code) {
    case 'asked-to-wait':
    case 'timeout':
    case 'too-large':
      return text(`serverProblem.${code}`);
    case 'http':
      return text('serverProblem.http', { status: String(status ?? '') });
    case 'no-permission':
      return text('account.declined');
    default:
      return problemText(text, problem);
  }
}

/** What became of something that the server would not do, and why it would not. */
export function refusalWords(text: FullText, { kind, problem }: Refused): string {
  if (problem.code === 'not-found') return `${text(`refused.${kind}`)} ${text('serverProblem.notDone')}`;
  const why =
    problem.code === 'http'
      ? text('serverProblem.refused', { status: String(problem.status ?? '') })
      : serverProblem(text, problem);
  return `${text(`refused.${kind}`)} ${why}`;
}
