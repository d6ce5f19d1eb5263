import { useState } from 'preact/hooks';
import type { FullText } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { PackEntry } from '../../utils/model/pack.ts';
import { hostsOf } from '../../utils/model/pack-entry.ts';
import type { Followed } from '../../utils/surface/surface.ts';
import { Icon } from '../parts/icon.tsx';
import { useLede } from './context.ts';
import { type Round, useFollowing } from './use-following.ts';

/** What is chosen, why the browser will ask, the one button, and what came of each source. */
export function FollowPacks({ chosen }: { readonly chosen: readonly PackEntry[] }) {
  const { text } = useLede();
  const { round, follow } = useFollowing();
  const [empty, setEmpty] = useState(false);
  const busy = round?.busy ?? false;
  const count = busy ? (round?.count ?? 0) : chosen.length;

  const start = () => {
    if (busy) return;
    setEmpty(chosen.length === 0);
    if (chosen.length > 0) void follow(chosen);
  };

  return (
    <>
      <section class="card grant" aria-label={text('packs.chosen', { n: chosen.length })}>
        <div class="grant-line">
          <div>
            <b>{text('packs.chosen', { n: chosen.length })}</b>
            {chosen.length > 0 && <p class="help">{text('packs.why', { n: hostsOf(chosen).length })}</p>}
          </div>
          <button type="button" class="button primary large" aria-disabled={busy} onClick={start}>
            {count === 0 ? text('packs.allowNone') : text('packs.allow', { n: count })}
          </button>
        </div>
        <p class="grant-said" role="status">
          {empty && chosen.length === 0 ? text('packs.nothing') : round !== null && said(text, round)}
        </p>
      </section>
      {round !== null && round.ended.length > 0 && <Results ended={round.ended} />}
    </>
  );
}

/** How a round stands, in a sentence or two. */
function said(text: FullText, { count, ended, busy, problem }: Round): string {
  if (problem?.code === 'no-permission') return text('packs.refused');
  if (problem !== null) return problemText(text, problem);
  if (busy) return text('packs.following', { n: count, done: String(ended.length) });
  const added = ended.filter(({ result }) => result.ok).length;
  const rest = ended.length - added;
  const done = text('packs.done', { n: added });
  return rest === 0 ? done : `${done} ${text('packs.notAdded', { n: rest })}`;
}

/** What came of each source of a round. */
export function Results({ ended }: Pick<Round, 'ended'>) {
  const { text } = useLede();
  return (
    <ul class="card grant-results" aria-label={text('packs.results')}>
      {ended.map((followed) => (
        <Outcome key={followed.entry.id} followed={followed} />
      ))}
    </ul>
  );
}

function Outcome({ followed: { entry, result } }: { readonly followed: Followed }) {
  const { text } = useLede();
  const fine = result.ok || result.problem.code === 'already-followed';
  return (
    <li class="result">
      <span class={fine ? 'state-working' : 'state-failed'}>
        <Icon name={fine ? 'working' : 'error'} />
      </span>
      <bdi lang={entry.language}>{entry.name}</bdi>
      <span class="help">{result.ok ? text('packs.added') : problemText(text, result.problem)}</span>
    </li>
  );
}
