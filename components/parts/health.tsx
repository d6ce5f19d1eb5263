import './health.css';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Problem, ProblemCode } from '../../utils/model/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Icon, type IconName } from './icon.tsx';

type State = 'paused' | 'working' | 'waiting' | 'slow' | 'failed' | 'permission';

const ICONS = {
  paused: 'pause',
  working: 'working',
  waiting: 'clock',
  slow: 'clock',
  failed: 'error',
  permission: 'key',
} as const satisfies Record<State, IconName>;

/** Problems that pass by themselves. */
const PASSING: readonly ProblemCode[] = ['offline', 'timeout', 'asked-to-wait', 'robot-check', 'sign-in'];

/** How a source stands: an icon whose shape says as much as its colour, and plain words. */
export function Health({ row }: { readonly row: SourceRow }) {
  const { text } = useLede();
  const state = stateOf(row);
  const words = row.problem && !row.paused ? problemText(text, row.problem) : text(wordsOf(row, state));
  return (
    <span class="health">
      <span class={`state-${state}`}>
        <Icon name={ICONS[state]} />
      </span>
      <span>{words}</span>
    </span>
  );
}

function wordsOf({ paused, isOnServer, isPartlyRead }: SourceRow, state: State) {
  if (paused) return 'sources.paused';
  if (isOnServer) return 'sources.onServer';
  if (state === 'waiting') return 'sources.waiting';
  return isPartlyRead ? 'sources.partly' : 'sources.working';
}

/** What passes by itself is slow, what the reader can mend needs permission, the rest has failed. */
function stateOf({ problem, paused, lastSuccessAt, isOnServer }: SourceRow): State {
  if (paused) return 'paused';
  if (problem) return stateOfProblem(problem);
  return lastSuccessAt === null && isOnServer !== true ? 'waiting' : 'working';
}

function stateOfProblem({ code, status }: Problem): State {
  if (code === 'no-permission' || code === 'redirected' || code === 'private-address') return 'permission';
  const passes = PASSING.includes(code) || status === 429 || status === 503;
  return passes ? 'slow' : 'failed';
}
