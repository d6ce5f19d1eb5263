import './lists.css';
import { useState } from 'preact/hooks';
import type { FullText } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import { MAX_OPML_BYTES, type OpmlList } from '../../utils/model/opml.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { ImportResult, SourceRow } from '../../utils/model/view.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import { FilePicker } from './file-picker.tsx';
import { knownOf, Preview, summary } from './list-preview.tsx';
import { saveFile } from './save-file.ts';

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
    const list = await listIn(file, surface);
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

  const write = async () => {
    const opml = await surface.exportList();
    if (opml.ok) saveFile(new Blob([opml.value], { type: 'text/x-opml' }), 'lede.opml');
    setProgress(opml.ok ? { kind: 'idle' } : { kind: 'failed', problem: opml.problem });
  };

  return (
    <section class="card lists" aria-labelledby="lists">
      <h2 id="lists">{text('lists.title')}</h2>
      <p class="help">{text('lists.help')}</p>
      <div class="line">
        <FilePicker
          words={text('lists.import')}
          label={text('lists.file')}
          accept=".opml,.xml,text/xml,application/xml,text/x-opml"
          onFile={(file) => void read(file)}
        />
        {rows !== null && rows.length > 0 && (
          <Button look="small" onPress={() => void write()}>
            {text('lists.export')}
          </Button>
        )}
      </div>
      {progress.kind === 'busy' && <progress class="file-progress" aria-label={text('lists.busy')} />}
      <p class="outcome" role="status">
        <Outcome progress={progress} rows={rows} />
      </p>
      {progress.kind === 'preview' && (
        <Preview
          list={progress.list}
          known={knownOf(progress.list, rows)}
          onFollow={() => void follow(progress.list)}
          onCancel={() => setProgress({ kind: 'idle' })}
        />
      )}
    </section>
  );
}

/** How it stands in words: read out as it changes. */
function Outcome({ progress, rows }: ListsProps & { readonly progress: Progress }) {
  const { text } = useLede();
  switch (progress.kind) {
    case 'preview':
      return <>{summary(text, progress.list, knownOf(progress.list, rows))}</>;
    case 'busy':
      return <>{text('lists.busy')}</>;
    case 'done':
      return <>{resultText(text, progress.result)}</>;
    case 'failed':
      return <span class="state-failed">{listProblem(text, progress.problem)}</span>;
    default:
      return null;
  }
}

function resultText(text: FullText, { added, known }: ImportResult): string {
  const said = [text('lists.done', { n: added })];
  if (known > 0) said.push(text('lists.known', { n: known }));
  if (added > 0) said.push(text('lists.soon'));
  return said.join(' ');
}

function listProblem(text: FullText, problem: Problem): string {
  return problem.code === 'not-a-feed' ? text('lists.noList') : problemText(text, problem);
}

/** Reads a file, no further than lists are read; one that cannot be opened any more is not found. */
async function listIn(file: File, surface: Surface): Promise<Result<OpmlList>> {
  try {
    const bytes = await file.slice(0, MAX_OPML_BYTES).arrayBuffer();
    return await surface.readList(new Uint8Array(bytes));
  } catch {
    return { ok: false, problem: { code: 'not-found' } };
  }
}
