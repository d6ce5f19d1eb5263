/** The sentence for every way in which something can fail. */
import type { Problem } from '../model/problem.ts';
import type { Text, TextKey } from './catalogue.ts';

type StatusKey = Extract<TextKey, `problem.http${string}`>;

const STATUS_KEYS: Readonly<Record<number, StatusKey>> = {
  401: 'problem.http.login',
  403: 'problem.http.closed',
  404: 'problem.http.gone',
  410: 'problem.http.ended',
  429: 'problem.http.slower',
  503: 'problem.http.slower',
};

/** What went wrong in plain words; an HTTP status only follows them in brackets. */
export function problemText(text: Text, problem: Problem): string {
  const { code, host } = problem;
  if (host !== undefined && (code === 'no-permission' || code === 'private-address')) {
    return text(`problem.${code}.host`, { host });
  }
  if (problem.code !== 'http') return text(`problem.${problem.code}`);
  if (problem.status === undefined) return text('problem.unreachable');
  return text(statusKey(problem.status), { status: String(problem.status) });
}

function statusKey(status: number): StatusKey {
  return STATUS_KEYS[status] ?? (status >= 500 ? 'problem.http.fault' : 'problem.http');
}
