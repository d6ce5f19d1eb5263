import { useId } from 'preact/hooks';
import type { PackEntry } from '../../utils/model/pack.ts';
import { hostOf } from './address.ts';
import { useLede } from './context.ts';
import type { Choice } from './use-packs.ts';

interface PackSourceProps {
  readonly entry: PackEntry;
  readonly choice: Choice;
}

/** One source of a pack with what is known of its publisher, and a box to choose it. */
export function PackSource({ entry, choice }: PackSourceProps) {
  const { text } = useLede();
  const factsId = useId();
  const standing = choice.standingOf(entry);
  return (
    <li class="pack-source">
      <label>
        <input
          type="checkbox"
          checked={standing === 'followed' || choice.isChosen(entry)}
          disabled={standing !== 'open'}
          aria-describedby={factsId}
          onChange={(event) => choice.choose([entry], event.currentTarget.checked)}
        />
        <bdi lang={entry.language}>{entry.name}</bdi>
      </label>
      <p class="help" id={factsId}>
        {standing !== 'open' && <b>{text(`packs.${standing}`)}</b>}
        {standing !== 'open' && ' · '}
        {facts(entry, text(`kind.${entry.kind}`), text.language)}
        <Owner owner={entry.owner} />
        {entry.support !== null && (
          <>
            {' · '}
            <Elsewhere href={entry.support} words={text('packs.support')} />
          </>
        )}
      </p>
    </li>
  );
}

function facts({ site, country }: PackEntry, kind: string, language: string): string {
  const place = country === null ? [] : [new Intl.DisplayNames(language, { type: 'region' }).of(country)];
  return [hostOf(site), kind, ...place].join(' · ');
}

/** Who owns it, as a link to the page that says so. */
function Owner({ owner }: Pick<PackEntry, 'owner'>) {
  const { text } = useLede();
  if (owner === null) return null;
  return (
    <>
      {' · '}
      <Elsewhere href={owner.source} words={text('packs.owner', { name: owner.name })} />
    </>
  );
}

function Elsewhere({ href, words }: { readonly href: string; readonly words: string }) {
  const { text } = useLede();
  return (
    <a href={href} target="_blank" rel="noreferrer" title={text('packs.elsewhere')}>
      {words}
    </a>
  );
}
