import './lists.css';
import { useState } from 'preact/hooks';
import type { FullText } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { BackupSummary, Restored, RestoreMode } from '../../utils/model/backup-format.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import { FilePicker } from './file-picker.tsx';
import { RestorePreview } from './restore-preview.tsx';
import { saveFile } from './save-file.ts';

type Progress =
  | { readonly kind: 'idle' | 'written' }
  | { readonly kind: 'writing' | 'reading' | 'restoring'; readonly done: number }
  | { readonly kind: 'preview'; readonly file: File; readonly summary: BackupSummary }
  | { readonly kind: 'restored'; readonly result: Restored }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Everything in one file, and back from it. */
export function Backup() {
  const { surface, text } = useLede();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const tell = (kind: 'writing' | 'reading' | 'restoring') => (done: number) => setProgress({ kind, done });

  const write = async () => {
    tell('writing')(0);
    const blob = await surface.writeBackup(tell('writing'));
    if (blob.ok) saveFile(blob.value, nameOf(surface.now()));
    setProgress(blob.ok ? { kind: 'written' } : { kind: 'failed', problem: blob.problem });
  };
  const read = async (file: File) => {
    tell('reading')(0);
    const summary = await surface.readBackup(file, tell('reading'));
    setProgress(
      summary.ok
        ? { kind: 'preview', file, summary: summary.value }
        : { kind: 'failed', problem: summary.problem },
    );
  };
  const restore = async (file: File, mode: RestoreMode) => {
    tell('restoring')(0);
    const result = await surface.restoreBackup(file, mode, tell('restoring'));
    setProgress(
      result.ok ? { kind: 'restored', result: result.value } : { kind: 'failed', problem: result.problem },
    );
  };
  const isBusy = ['writing', 'reading', 'restoring'].includes(progress.kind);
  return (
    <section class="card lists" aria-labelledby="backup">
      <h2 id="backup">{text('backup.title')}</h2>
      <p class="help">{text('backup.help')}</p>
      {!isBusy && (
        <div class="line">
          <Button look="small" onPress={() => void write()}>
            {text('backup.write')}
          </Button>
          <FilePicker
            words={text('backup.open')}
            label={text('backup.file')}
            accept=".gz,.jsonl,application/gzip"
            onFile={(file) => void read(file)}
          />
        </div>
      )}
      {'done' in progress && (
        <progress
          class="file-progress"
          aria-label={text(`backup.${progress.kind}`)}
          max={1}
          // What is sent is written then: how long that takes nobody can say.
          {...(progress.done < 1 && { value: progress.done })}
        />
      )}
      <p class="outcome" role="status">
        <Outcome progress={progress} />
      </p>
      {progress.kind === 'preview' && (
        <RestorePreview
          summary={progress.summary}
          onRestore={(mode) => void restore(progress.file, mode)}
          onCancel={() => setProgress({ kind: 'idle' })}
        />
      )}
    </section>
  );
}

/** A backup of that time (UTC ms) as a file. */
function nameOf(at: number): string {
  return `lede-backup-${new Date(at).toISOString().slice(0, 10)}.jsonl.gz`;
}

/** How it stands in words: read out as it changes. */
function Outcome({ progress }: { readonly progress: Progress }) {
  const { text } = useLede();
  switch (progress.kind) {
    case 'idle':
    case 'preview':
      return null;
    case 'written':
      return <>{text('backup.written')}</>;
    case 'restored':
      return <>{restoredText(text, progress.result)}</>;
    case 'failed':
      return <span class="state-failed">{problemText(text, progress.problem)}</span>;
    default:
      return <>{text(`backup.${progress.kind}`)}</>;
  }
}

function restoredText(text: FullText, { sources, articles }: Restored): string {
  if (sources === 0 && articles === 0) return text('backup.nothingNew');
  return [
    text('backup.restored'),
    text('lists.sources', { n: sources }),
    text('backup.articles', { n: articles }),
  ].join(' ');
}
