import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Pack } from '../../utils/model/pack.ts';
import { useLede } from './context.ts';
import { PackSource } from './pack-source.tsx';
import type { Choice } from './use-packs.ts';

/** Names that a card shows before its list is opened. */
const EXAMPLES = 4;

interface PackCardProps {
  readonly pack: Pack;
  readonly choice: Choice;
}

/** One pack: a box to choose all of it, what is in it, and the list of its sources one click away. */
export function PackCard({ pack, choice }: PackCardProps) {
  const { text } = useLede();
  const open = pack.entries.filter((entry) => choice.standingOf(entry) === 'open');
  const chosen = open.filter(choice.isChosen);
  const state = chosen.length === 0 ? 'none' : chosen.length === open.length ? 'all' : 'some';
  return (
    <li class={`pack ${state}`}>
      <PackHead pack={pack} choice={choice} state={state} disabled={open.length === 0} />
      <details>
        <summary>{text('packs.list', { n: pack.entries.length })}</summary>
        <p class="help pack-criteria">{pack.criteria[text.language]}</p>
        <ul class="pack-sources" aria-label={pack.name[text.language]}>
          {pack.entries.map((entry) => (
            <PackSource key={entry.id} entry={entry} choice={choice} />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface PackHeadProps extends PackCardProps {
  readonly state: 'none' | 'some' | 'all';
  readonly disabled: boolean;
}

function PackHead({ pack, choice, state, disabled }: PackHeadProps) {
  const { text } = useLede();
  const [nameId, aboutId] = [useId(), useId()];
  const box = useRef<HTMLInputElement>(null);
  // Not an attribute: a box that is neither on nor off can only be said so by its property.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label class="pack-head">
      <input
        ref={box}
        type="checkbox"
        checked={state === 'all'}
        disabled={disabled}
        aria-labelledby={nameId}
        aria-describedby={aboutId}
        onChange={(event) => choice.choose(pack.entries, event.currentTarget.checked)}
      />
      <span>
        <span class="pack-name">
          <b id={nameId}>{pack.name[text.language]}</b>
          <span class="help">{text('sources.count', { n: pack.entries.length })}</span>
        </span>
        <span id={aboutId}>
          <span class="pack-about">{pack.about[text.language]}</span> <Examples pack={pack} />
        </span>
      </span>
    </label>
  );
}

function Examples({ pack: { entries } }: { readonly pack: Pack }) {
  const { text } = useLede();
  const rest = entries.length - EXAMPLES;
  return (
    <span class="help">
      {entries
        .slice(0, EXAMPLES)
        .map((entry) => entry.name)
        .join(', ')}
      {rest > 0 && ` ${text('packs.others', { n: rest })}`}
    </span>
  );
}
