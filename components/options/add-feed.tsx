import './found.css';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Discovery, FeedCandidate } from '../../utils/model/discovery.ts';
import type { OpmlList } from '../../utils/model/opml.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { Button } from '../parts/buttons.tsx';
import { Icon } from '../parts/icon.tsx';
import { addressFrom, hostOf } from './address.ts';
import { type FullLede, useLede } from './context.ts';
import { FetchedBy, useFetching } from './fetched-by.tsx';
import { FoundFeeds } from './found-feeds.tsx';
import { Skipped } from './list-preview.tsx';
import { linksFromHash } from './tab-links.ts';

type Progress =
  | { readonly kind: 'idle' | 'busy' | 'empty' }
  | { readonly kind: 'done'; readonly host: string }
  | { readonly kind: 'found'; readonly host: string; readonly candidates: readonly FeedCandidate[] }
  | { readonly kind: 'list'; readonly list: OpmlList }
  | { readonly kind: 'imported'; readonly added: number }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly host: string };

interface AddFeedProps {
  /** The folders that what is chosen may be put into, by their names; absent: none. */
  readonly folders?: ReadonlyMap<string, readonly string[]>;
}

const NO_FOLDERS: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * The form that finds what can be followed at an address: a feed is followed at once, of a page's feeds the reader
 * chooses. What was typed stays in the field until it led somewhere.
 */
export function AddFeed({ folders = NO_FOLDERS }: AddFeedProps) {
  const { surface, text } = useLede();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const field = useRef<HTMLInputElement>(null);
  const [fieldId, resultId] = [useId(), useId()];
  const fetching = useFetching();
  const failed = progress.kind === 'failed' || progress.kind === 'empty';
  useLinksOfTab(surface, field, setProgress);

  // `find` is called before anything is awaited: the browser grants access only from within the click.
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = addressFrom(field.current?.value ?? '');
    if (progress.kind === 'busy') return;
    if (address === '') return setProgress({ kind: 'empty' });
    await show(address, surface.find(address));
  };
  const show = async (address: string, answer: Promise<Result<Discovery>>) => {
    setProgress({ kind: 'busy' });
    const found = await answer;
    const next = found.ok
      ? await after(surface, hostOf(address), found.value, fetching.there)
      : failedAt(hostOf(address), found.problem);
    if (next.kind === 'done' && field.current !== null) field.current.value = '';
    setProgress(next);
  };
  const confirm = () => {
    if (progress.kind !== 'failed') return;
    const address = addressFrom(field.current?.value ?? '');
    void show(address, surface.findConfirmed(address, progress.problem.host ?? null));
  };

  return (
    <form class="card add" noValidate onSubmit={(event) => void submit(event)}>
      <label for={fieldId}>{text('add.label')}</label>
      <div class="line">
        <input
          ref={field}
          id={fieldId}
          class="field"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          placeholder="https://example.com"
          aria-invalid={failed}
          aria-describedby={resultId}
        />
        <button type="submit" class="button primary" aria-disabled={progress.kind === 'busy'}>
          {text(progress.kind === 'busy' ? 'add.busy' : 'add.button')}
        </button>
      </div>
      <FetchedBy {...fetching} />
      <p class="add-result" id={resultId} role="status">
        <Outcome progress={progress} />
      </p>
      {progress.kind === 'failed' && progress.problem.code === 'private-address' && (
        <Button look="small" onPress={confirm}>
          {text('sources.confirmHost')}
        </Button>
      )}
      {progress.kind === 'found' && (
        <FoundFeeds candidates={progress.candidates} folders={folders} there={fetching.there} />
      )}
      {progress.kind === 'list' && <FollowList list={progress.list} onDone={setProgress} />}
    </form>
  );
}

function failedAt(host: string, problem: Problem): Progress {
  return { kind: 'failed', host, problem };
}

/** What a find leads to: an address that is itself a feed was what the reader wanted to follow. */
async function after(surface: Surface, host: string, found: Discovery, there: boolean): Promise<Progress> {
  if (found.kind === 'list') return { kind: 'list', list: found.list };
  const [feed] = found.candidates;
  if (found.kind === 'page' || feed === undefined)
    return { kind: 'found', host, candidates: found.candidates };
  const result = await surface.followFound(feed.url, there);
  return result.ok ? { kind: 'done', host: hostOf(feed.url) } : failedAt(host, result.problem);
}

/** Shows the feeds that the popup found in a tab and handed on in the page's address. */
function useLinksOfTab(
  surface: Surface,
  field: { readonly current: HTMLInputElement | null },
  show: (progress: Progress) => void,
): void {
  useEffect(() => {
    const handed = linksFromHash(location.hash);
    if (handed === null) return;
    if (field.current !== null) field.current.value = handed.page;
    const host = hostOf(handed.page);
    if (handed.links.length === 0) return show(failedAt(host, { code: 'no-feed' }));
    void surface.lookAt(handed.links).then((looked) => {
      show(looked.ok ? { kind: 'found', host, candidates: looked.value } : failedAt(host, looked.problem));
    });
  }, [surface, field, show]);
}

function FollowList({
  list,
  onDone,
}: {
  readonly list: OpmlList;
  readonly onDone: (next: Progress) => void;
}) {
  const { surface, text } = useLede();
  const follow = async () => {
    const result = await surface.followList(list.sources);
    onDone(result.ok ? { kind: 'imported', added: result.value.added } : failedAt('', result.problem));
  };
  return (
    <div class="preview">
      {list.skipped.length > 0 && <Skipped skipped={list.skipped} />}
      <div class="line">
        <Button look="primary" onPress={() => void follow()}>
          {text('lists.follow', { n: list.sources.length })}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ progress }: { readonly progress: Progress }) {
  const { text } = useLede();
  switch (progress.kind) {
    case 'done':
      return <Said look="working" words={text('add.done', { host: progress.host })} />;
    case 'imported':
      return <Said look="working" words={text('lists.done', { n: progress.added })} />;
    case 'found':
      return (
        <Said
          look="working"
          words={text('add.found', { n: progress.candidates.length, host: progress.host })}
        />
      );
    case 'list':
      return <span>{text('add.isList', { n: progress.list.sources.length })}</span>;
    case 'failed':
      return <Said look="failed" words={failure(progress, text)} />;
    case 'empty':
      return <Said look="failed" words={text('add.empty')} />;
    default:
      return <span class="help">{text('add.help')}</span>;
  }
}

function failure({ problem, host }: Extract<Progress, { kind: 'failed' }>, text: FullLede['text']): string {
  return problem.code === 'no-feed' ? text('add.none', { host }) : problemText(text, problem);
}

function Said({ look, words }: { readonly look: 'working' | 'failed'; readonly words: string }) {
  return (
    <>
      <span class={`state-${look}`}>
        <Icon name={look === 'working' ? 'working' : 'error'} />
      </span>
      <span class={`state-${look}`}>{words}</span>
    </>
  );
}
