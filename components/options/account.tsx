import './account.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AccountCard } from './account-card.tsx';
import { AccountNotes } from './account-notes.tsx';
import { AddAccount } from './add-account.tsx';
import { useLede } from './context.ts';
import { headingOfAccount } from './heading.ts';
import { RefusedChanges } from './refused-changes.tsx';
import { serverProblem } from './server-problem.ts';
import { useAccount } from './use-account.ts';
import { useDeeds } from './use-deed.ts';
import type { Sources } from './use-sources.ts';

/** The account on a feed server: a form where there is none, else how it stands and what can be done. */
export function Account({ sources }: { readonly sources: Sources }) {
  const { text } = useLede();
  const { problem, ended, act, again } = useDeeds();
  const { account: view, problem: unknown } = useAccount([ended]);
  const failed = problem ?? unknown;
  // What the card says already is said once.
  const isSaid = failed?.code === view?.problem?.code;
  useFocusThatFell(view === undefined ? null : view === null ? 'form' : 'card');
  const local = sources.rows?.filter(({ isOnServer }) => isOnServer !== true).length ?? 0;
  return (
    <section class="account-section" aria-labelledby="account">
      {view && <AccountNotes view={view} act={act} />}
      {view && <AccountCard view={view} local={local} act={act} />}
      {view && view.refused.length > 0 && <RefusedChanges refused={view.refused} act={act} />}
      {view === null && <AddAccount onAdded={again} />}
      <p class="saved failed" role="status">
        {failed !== null && !isSaid && serverProblem(text, failed)}
      </p>
    </section>
  );
}

/** A form that became a card, or the other way round, took the focus with it: it goes to the heading that came instead. */
function useFocusThatFell(kind: 'form' | 'card' | null): void {
  const before = useRef(kind);
  useLayoutEffect(() => {
    const hasChanged = before.current !== null && before.current !== kind;
    if (hasChanged && document.activeElement === document.body) headingOfAccount()?.focus();
    before.current = kind;
  }, [kind]);
}
