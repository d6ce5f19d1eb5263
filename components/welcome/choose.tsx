import '../options/packs.css';
import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Pack, PackEntry } from '../../utils/model/pack.ts';
import { hostsOf } from '../../utils/model/pack-entry.ts';
import { useLede } from '../options/context.ts';
import { PackCard } from '../options/pack-card.tsx';
import { Criteria } from '../options/packs-pane.tsx';
import type { Following } from '../options/use-following.ts';
import { type Choice, useChoice, usePacks } from '../options/use-packs.ts';
import type { Sources } from '../options/use-sources.ts';
import { Button } from '../parts/buttons.tsx';
import { Icon } from '../parts/icon.tsx';
import { inReadersOrder } from './order-packs.ts';
import { OwnSources } from './own-sources.tsx';

interface ChooseProps {
  readonly sources: Sources;
  readonly following: Following;
}

/** Packs to choose from, those in the reader's languages first, and the one button that allows them. */
export function Choose({ sources, following }: ChooseProps) {
  const { text } = useLede();
  const { packs, problem } = usePacks();
  const choice = useChoice(sources);
  const [own, setOwn] = useState(false);
  const ordered = packs && inReadersOrder(packs.packs, [text.language, ...navigator.languages]);
  return (
    <>
      <h1>{text('welcome.title')}</h1>
      <p class="lede">{text('welcome.lede')}</p>
      {packs !== null && <Criteria packs={packs} />}
      {problem !== null && (
        <p class="state-failed" role="alert">
          {problemText(text, problem)}
        </p>
      )}
      <ul class="packs">
        {ordered?.map((pack) => (
          <PackCard key={pack.id} pack={pack} choice={choice} />
        ))}
        <OwnCard open={own} onToggle={() => setOwn(!own)} />
      </ul>
      {own && <OwnSources sources={sources} />}
      <Grant
        packs={ordered ?? []}
        choice={choice}
        following={following}
        followed={sources.rows?.length ?? 0}
      />
      <Promises />
    </>
  );
}

function OwnCard({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) {
  const { text } = useLede();
  return (
    <li class="pack own">
      <button type="button" aria-expanded={open} aria-controls="own-sources" onClick={onToggle}>
        <Icon name="plus" />
        <span>
          <span class="pack-name">
            <b>{text('welcome.own')}</b>
            <span class="help">{text('welcome.ownHint')}</span>
          </span>
          <span class="pack-about">{text('welcome.ownAbout')}</span>{' '}
          <span class="help">Feedly, Inoreader, NetNewsWire, Thunderbird</span>
        </span>
      </button>
    </li>
  );
}

interface GrantProps {
  readonly packs: readonly Pack[];
  readonly choice: Choice;
  readonly following: Following;
  /** Sources that are followed already. */
  readonly followed: number;
}

/** What is chosen, what the browser will ask and what Lede does with it, and the button; a refusal is named here. */
function Grant({ packs, choice, following: { round, follow }, followed }: GrantProps) {
  const { surface, text } = useLede();
  const [empty, setEmpty] = useState(false);
  const chosen = packs.flatMap(({ entries }) => entries).filter((entry) => choice.isChosen(entry));
  const isRefused = round?.problem?.code === 'no-permission';
  // The browser is asked before anything is awaited: it grants access only from within the click.
  const start = () => {
    if (round?.busy) return;
    setEmpty(chosen.length === 0);
    if (chosen.length > 0) void follow(chosen);
  };
  return (
    <section class="card grant" aria-labelledby="chosen">
      {isRefused && <Refused />}
      <div class="grant-line">
        <div>
          <b id="chosen">{chosenWords(packs, choice, chosen, text)}</b>
          {chosen.length > 0 && (
            <p class="help">
              {text(surface.isFirefox ? 'welcome.whyFirefox' : 'welcome.why', { n: hostsOf(chosen).length })}
            </p>
          )}
        </div>
        {followed > 0 && (
          <Button onPress={() => void surface.openPage('reader')}>{text('welcome.openNews')}</Button>
        )}
        <button
          type="button"
          class="button primary large"
          aria-disabled={round?.busy ?? false}
          onClick={start}
        >
          {text(isRefused ? 'welcome.again' : 'welcome.start')}
        </button>
      </div>
      <p class="grant-said" role="status">
        {empty && chosen.length === 0 && text('packs.nothing')}
        {round?.busy && text('welcome.asking')}
        {round?.problem && !isRefused && problemText(text, round.problem)}
      </p>
    </section>
  );
}

function chosenWords(
  packs: readonly Pack[],
  choice: Choice,
  chosen: readonly PackEntry[],
  text: ReturnType<typeof useLede>['text'],
): string {
  if (chosen.length === 0) return text('welcome.nothingYet');
  const n = packs.filter(({ entries }) => entries.some(choice.isChosen)).length;
  return `${text('welcome.packs', { n })}, ${text('sources.count', { n: chosen.length })}`;
}

function Refused() {
  const { text } = useLede();
  return (
    <div class="refused" role="alert">
      <span class="state-permission">
        <Icon name="key" />
      </span>
      <div>
        <b>{text('welcome.refusedTitle')}</b>
        <p class="help">{text('welcome.refused')}</p>
      </div>
    </div>
  );
}

const PROMISES = ['Server', 'Tracking', 'Ads'] as const;

function Promises() {
  const { text } = useLede();
  return (
    <ul class="promises">
      {PROMISES.map((of) => (
        <li key={of}>
          <b>{text(`welcome.no${of}`)}</b>
          {text(`welcome.no${of}Text`)}
        </li>
      ))}
    </ul>
  );
}
