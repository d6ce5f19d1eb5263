import './lists.css';
import { useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { OpmlList, SkippedOutline } from '../../utils/model/opml.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { ImportResult, SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';

/** Outlines that could not be followed and are named; the rest is counted. */
const SKIPPED_NAMED = 20;

type Progress =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'preview'; readonly list: OpmlList }
  | { readonly kind: 'done'; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly problem: Problem };

interface ListsProps {
  /** What is followed now; null before the first answer. */
  readonly rows: readonly SourceRow[] | null;
}

/** Bringing sources from another reader, and taking them to one, as an OPML file. */
export function Lists({ rows }: ListsProps) {
  const { surface, text } = useLede();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });

  const read = async (file: File) => {
    const list = await surface.readList(new Uint8Array(await file.arrayBuffer()));
    setProgress(list.ok ? { kind: 'preview', list: list.value } : { kind: 'failed', problem: list.problem });
  };
  // Called before anything is awaited: the browser grants access only from within the click.
  const follow = async (list: OpmlList) => {
    const answer = surface.followList(list.sources);
    setProgress({ kind: 'busy' });
    const result: Result<ImportResult> = await answer;
    setProgress(
      result.ok ? { kind: 'done', result: result.value } : { kind: 'failed', problem: result.problem },
    );
  };

  return (
    <section class="card lists" aria-labelledby="lists">
      <h2 id="lists">{text('lists.title')}</h2>
      <p class="help">{text('lists.help')}</p>
      <div class="line">
        <FileButton onFile={(file) => void read(file)} />
        {rows !== null && rows.length > 0 && (
          <Button look="small" onPress={() => void save(surface.exportList())}>
            {text('lists.export')}
          </Button>
        )}
      </div>
      {progress.kind === 'preview' && (
        <Preview
          list={progress.list}
          known={knownOf(progress.list, rows)}
          onFollow={() => void follow(progress.list)}
          onCancel={() => setProgress({ kind: 'idle' })}
        />
      )}
      <p class="outcome" role="status">
        {progress.kind === 'busy' && text('lists.busy')}
        {progress.kind === 'done' && text('lists.done', { n: progress.result.added })}
        {progress.kind === 'failed' && (
          <span class="state-failed">{listProblem(text, progress.problem)}</span>
        )}
      </p>
    </section>
  );
}

function listProblem(text: ReturnType<typeof useLede>['text'], problem: Problem): string {
  return problem.code === 'not-a-feed' ? text('lists.noList') : problemText(text, problem);
}

function knownOf(list: OpmlList, rows: readonly SourceRow[] | null): number {
  const followed = new Set(rows?.map(({ url }) => url));
  return list.sources.filter(({ url }) => followed.has(url)).length;
}

/** A button that opens the browser's file picker. */
function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const { text } = useLede();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="small" onPress={() => input.current?.click()}>
        {text('lists.import')}
      </Button>
      <input
        ref={input}
        type="file"
        class="file-input"
        accept=".opml,.xml,text/xml,application/xml,text/x-opml"
        aria-label={text('lists.file')}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

interface PreviewProps {
  readonly list: OpmlList;
  readonly known: number;
  readonly onFollow: () => void;
  readonly onCancel: () => void;
}

function Preview({ list, known, onFollow, onCancel }: PreviewProps) {
  const { text } = useLede();
  const { sources, skipped, complete } = list;
  const folders = new Set(
    sources.filter(({ folder }) => folder.length > 0).map(({ folder }) => folder.join('\n')),
  );
  const fresh = sources.length - known;
  return (
    <div class="preview">
      <p>
        {text('lists.sources', { n: sources.length })}
        {folders.size > 0 && ` ${text('lists.folders', { n: folders.size })}`}
        {known > 0 && ` ${text('lists.known', { n: known })}`}
        {!complete && ` ${text('lists.broken')}`}
      </p>
      {skipped.length > 0 && <Skipped skipped={skipped} />}
      <div class="line">
        {fresh > 0 && (
          <Button look="primary" onPress={onFollow}>
            {text('lists.follow', { n: fresh })}
          </Button>
        )}
        <Button onPress={onCancel}>{text('lists.cancel')}</Button>
      </div>
    </div>
  );
}

function Skipped({ skipped }: { readonly skipped: readonly SkippedOutline[] }) {
  const { text } = useLede();
  const more = skipped.length - SKIPPED_NAMED;
  return (
    <details>
      <summary>{text('lists.skipped', { n: skipped.length })}</summary>
      <ul>
        {skipped.slice(0, SKIPPED_NAMED).map(({ title, address, reason }, index) => (
          <li key={index}>
            <bdi>{title || address || '—'}</bdi> <span class="help">{text(`lists.${reason}`)}</span>
          </li>
        ))}
        {more > 0 && <li>{text('lists.more', { n: more })}</li>}
      </ul>
    </details>
  );
}

/** Hands a document to the reader as a file. */
async function save(document: Promise<Result<string>>): Promise<void> {
  const opml = await document;
  if (!opml.ok) return;
  const address = URL.createObjectURL(new Blob([opml.value], { type: 'text/x-opml' }));
  const link = Object.assign(globalThis.document.createElement('a'), {
    href: address,
    download: 'lede.opml',
  });
  link.click();
  URL.revokeObjectURL(address);
}
