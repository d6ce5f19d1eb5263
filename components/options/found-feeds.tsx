import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { FeedCandidate } from '../../utils/model/discovery.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Icon } from '../parts/icon.tsx';
import { Monogram } from '../parts/source-badge.tsx';
import { hostOf } from './address.ts';
import { type FullLede, useLede } from './context.ts';

interface FoundFeedsProps {
  readonly candidates: readonly FeedCandidate[];
  /** The folders there are, by their names. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Whether what is followed is followed on the account's server. */
  readonly there: boolean;
}

/**
 * The feeds that were found at an address, each with a first look at it and a button that follows it. The focus goes
 * to the first of these buttons, so that Enter follows what Enter found.
 */
export function FoundFeeds({ candidates, folders, there }: FoundFeedsProps) {
  const [folder, setFolder] = useState('');
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <ul class="found" ref={list}>
        {candidates.map((candidate) => (
          <Found key={candidate.url} candidate={candidate} folder={folders.get(folder) ?? []} there={there} />
        ))}
      </ul>
      {folders.size > 0 && <IntoFolder folders={folders} folder={folder} onChoose={setFolder} />}
    </>
  );
}

interface IntoFolderProps extends Pick<FoundFeedsProps, 'folders'> {
  readonly folder: string;
  readonly onChoose: (folder: string) => void;
}

/** Where what is followed next is put. */
function IntoFolder({ folders, folder, onChoose }: IntoFolderProps) {
  const { text } = useLede();
  const id = useId();
  return (
    <p class="into-folder">
      <label for={id}>{text('add.folder')}</label>
      <select id={id} class="field" value={folder} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{text('bulk.noFolder')}</option>
        {[...folders.keys()].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

interface FoundProps extends Pick<FoundFeedsProps, 'there'> {
  readonly candidate: FeedCandidate;
  /** The folder that it is put into; empty for none. */
  readonly folder: readonly string[];
}

function Found({ candidate, folder, there }: FoundProps) {
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
      <FollowButton candidate={candidate} folder={folder} there={there} />
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

function FollowButton({ candidate, folder, there }: FoundProps) {
  const { text } = useLede();
  const [done, setDone] = useState(candidate.state === 'followed');
  if (!done)
    return <Choice candidate={candidate} folder={folder} there={there} onDone={() => setDone(true)} />;
  return (
    <span class="state-working">
      <Icon name="working" />
      {text('add.followed')}
    </span>
  );
}

interface ChoiceProps extends FoundProps {
  readonly onDone: () => void;
}

function Choice({ candidate: { url, title, state }, folder, there, onDone }: ChoiceProps) {
  const { surface, text } = useLede();
  const [problem, setProblem] = useState('');
  const own = useHeir<HTMLSpanElement>(nextChoice);
  // The server asks it in Lede's place, and needs no access of this browser's.
  const needsAccess = state === 'needs-permission' && !there;
  // Access to another site is asked for by this very click, before anything is awaited.
  const follow = async () => {
    const result = await (needsAccess ? surface.follow(url) : surface.followFound(url, there));
    const put = result.ok && folder.length > 0 ? await into(surface, result.value.feedId, folder) : result;
    if (put.ok) onDone();
    else setProblem(problemText(text, put.problem));
  };
  return (
    <span class="row-end" ref={own}>
      {problem !== '' && (
        <span class="state-failed" role="status">
          {problem}
        </span>
      )}
      <Button look="small" onPress={() => void follow()}>
        {text(needsAccess ? 'add.allow' : 'add.follow')}
        <span class="hidden-text"> {title || hostOf(url)}</span>
      </Button>
    </span>
  );
}

function into(surface: Surface, feedId: number, folder: readonly string[]): Promise<Result<null>> {
  return surface.changeSources([{ feedId, patch: { folder } }]);
}

/** Where the focus goes when a feed is followed: to the next that can be, else to one before, else to the field. */
function nextChoice(own: HTMLElement): HTMLElement | null {
  const others = [...(own.closest('.found')?.querySelectorAll('button') ?? [])].filter(
    (b) => !own.contains(b),
  );
  const isBehind = (other: Node) => own.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return others.find(isBehind) ?? others[0] ?? own.closest('form')?.querySelector('input') ?? null;
}
