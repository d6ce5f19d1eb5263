import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { FeedCandidate } from '../../utils/model/discovery.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { hostOf } from './address.ts';

/** The feeds that were found at an address, each with a first look at it and a button that follows it. */
export function FoundFeeds({ candidates }: { readonly candidates: readonly FeedCandidate[] }) {
  return (
    <ul class="found">
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

type Text = ReturnType<typeof useLede>['text'];

function factsOf({ url, scope, format, perDay, state }: FeedCandidate, text: Text): string {
  const facts = [url.replace(/^https?:\/\//, '')];
  if (scope !== 'site') facts.push(text(`add.${scope}`));
  if (format !== null)
    facts.push(format === 'json' ? 'JSON Feed' : format === 'atom' ? 'Atom' : format.toUpperCase());
  if (perDay !== null)
    facts.push(perDay < 1 ? text('add.rarely') : text('add.perDay', { n: Math.round(perDay) }));
  if (state === 'needs-permission') facts.push(text('add.elsewhere', { host: hostOf(url) }));
  return facts.join(' · ');
}

function FollowButton({ candidate: { url, title, state } }: { readonly candidate: FeedCandidate }) {
  const { surface, text } = useLede();
  const [done, setDone] = useState(state === 'followed');
  const [problem, setProblem] = useState('');
  // Access to another site is asked for by this very click, before anything is awaited.
  const follow = async () => {
    const result = await (state === 'needs-permission' ? surface.follow(url) : surface.followFound(url));
    setDone(result.ok);
    setProblem(result.ok ? '' : problemText(text, result.problem));
  };
  if (done) return <span class="state-working">{text('add.followed')}</span>;
  return (
    <span class="row-end">
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
