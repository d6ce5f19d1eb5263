import './packs.css';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Packs } from '../../utils/model/pack.ts';
import { useLede } from './context.ts';
import { FollowPacks } from './follow-packs.tsx';
import { PackCard } from './pack-card.tsx';
import { useChoice, usePacks } from './use-packs.ts';
import type { Sources } from './use-sources.ts';

/** Lists of sources to begin with: chosen by pack or one by one, allowed and followed by one button. */
export function PacksPane({ sources }: { readonly sources: Sources }) {
  const { text } = useLede();
  const { packs, problem } = usePacks();
  const choice = useChoice(sources);
  return (
    <>
      <h1>{text('packs.title')}</h1>
      <p class="lede">{text('packs.lede')}</p>
      {problem !== null && (
        <p class="state-failed" role="alert">
          {problemText(text, problem)}
        </p>
      )}
      {packs !== null && (
        <>
          <Criteria packs={packs} />
          <ul class="packs">
            {packs.packs.map((pack) => (
              <PackCard key={pack.id} pack={pack} choice={choice} />
            ))}
          </ul>
          <FollowPacks
            chosen={packs.packs.flatMap((pack) => pack.entries).filter((entry) => choice.isChosen(entry))}
          />
        </>
      )}
    </>
  );
}

/** By what the sources were chosen, one click away, and whether anybody tried their addresses. */
export function Criteria({ packs: { criteria, packs } }: { readonly packs: Packs }) {
  const { text } = useLede();
  const unverified = packs.every((pack) => pack.entries.every((entry) => !entry.verified));
  return (
    <details class="criteria">
      <summary>{text('packs.criteria')}</summary>
      <ul>
        {criteria[text.language].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {unverified && <p>{text('packs.unverified')}</p>}
    </details>
  );
}
