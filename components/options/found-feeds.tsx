import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { FeedCandidate } from '../../utils/model/discovery.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Icon } from '../parts/icon.tsx';
import { Monogram } from '../parts/source-badge.tsx';
import { hostOf } from './address.ts';
import { type FullLede, useLede } from './context.ts';

/**
 * The feeds that were found at an address, each with a first look at it and a button that follows it. The focus goes
 * to the first of these buttons, so that Enter follows what Enter found.
 */
export function FoundFeeds({ candidates }: { readonly candidates: readonly FeedCandidate[] }) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <ul class="found" ref={list}>
      {candidates.map((candidate) => (
        <Found key={candidate.url} candidate={candidate} />
      ))}
    </ul>
  );
}

function Found({ candidate }: { readonly candidate: FeedCandidate }) {
  const { text } = useLede();
  const { url, title, headlines } = candidate;
  return (
    <li>
      <Monogram source={{ name: title, host: hostOf(url) }} large />
      <div>
        <bdi class="name">{title || hostOf(url)}</bdi>
        <span class="help">{factsOf(candidate, text)}</span>
        {headlines.length > 0 && (
          <ul class="headlines">
            {headlines.map((headline) => (
              <li key={headline} dir="auto">
                {headline}
              </li>
            ))}
          </ul>
        )}
      </div>
      <FollowButton candidate={candidate} />
    </li>
  );
}

function factsOf({ url, scope, format, perDay, state }: FeedCandidate, text: FullLede['text']): string {
  const facts = [url.replace(/^https?:\/\//, '')];
  if (scope !== 'site') facts.push(text(`add.${scope}`));
  if (format !== null)
    facts.push(format === 'json' ? 'JSON Feed' : format === 'atom' ? 'Atom' : format.toUpperCase());
  if (perDay !== null)
    facts.push(perDay < 1 ? text('add.rarely') : text('add.perDay', { n: Math.round(perDay) }));
  if (state === 'needs-permission') facts.push(text('add.elsewhere', { host: hostOf(url) }));
  return facts.join(' · ');
}

function FollowButton({ candidate }: { readonly candidate: FeedCandidate }) {
  const { text } = useLede();
  const [done, setDone] = useState(candidate.state === 'followed');
  if (!done) return <Choice candidate={candidate} onDone={() => setDone(true)} />;
  return (
    <span class="state-working">
      <Icon name="working" />
      {text('add.followed')}
    </span>
  );
}

interface ChoiceProps {
  readonly candidate: FeedCandidate;
  readonly onDone: () => void;
}

function Choice({ candidate: { url, title, state }, onDone }: ChoiceProps) {
  const { surface, text } = useLede();
  const [problem, setProblem] = useState('');
  const own = useHeir<HTMLSpanElement>(nextChoice);
  // Access to another site is asked for by this very click, before anything is awaited.
  const follow = async () => {
    const result = await (state === 'needs-permission' ? surface.follow(url) : surface.followFound(url));
    if (result.ok) onDone();
    else setProblem(problemText(text, result.problem));
  };
  return (
    <span class="row-end" ref={own}>
      {problem !== '' && (
        <span class="state-failed" role="status">
          {problem}
        </span>
      )}
      <Button look="small" onPress={() => void follow()}>
        {text(state === 'needs-permission' ? 'add.allow' : 'add.follow')}
        <span class="hidden-text"> {title || hostOf(url)}</span>
      </Button>
    </span>
  );
}

/** Where the focus goes when a feed is followed: to the next that can be, else to one before, else to the field. */
function nextChoice(own: HTMLElement): HTMLElement | null {
  const others = [...(own.closest('.found')?.querySelectorAll('button') ?? [])].filter(
    (b) => !own.contains(b),
  );
  const isBehind = (other: Node) => own.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return others.find(isBehind) ?? others[0] ?? own.closest('form')?.querySelector('input') ?? null;
}
