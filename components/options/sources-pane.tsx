import './sources.css';
import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { RefreshProgress, RefreshResult, SourceRow } from '../../utils/model/view.ts';
import { useNow } from '../app/moment.ts';
import { refreshWords } from '../latest/refresh-words.ts';
import { Button } from '../parts/buttons.tsx';
import { Passing } from '../parts/passing.tsx';
import { AddFeed } from './add-feed.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useLede } from './context.ts';
import { headingOfTable } from './heading.ts';
import { LeftOut } from './left-out.tsx';
import { Lists } from './lists.tsx';
import { foldersOf } from './source-folders.ts';
import { SourceTable } from './source-table.tsx';
import { useManage } from './use-manage.ts';
import type { Sources } from './use-sources.ts';

/** What is followed: a form to add to it, and how each source stands. */
export function SourcesPane({ sources }: { readonly sources: Sources }) {
  const { text } = useLede();
  return (
    <>
      <h1>{text('sources.title')}</h1>
      <p class="lede">{text('sources.lede')}</p>
      <AddFeed folders={foldersOf(sources.rows ?? [])} />
      <Followed sources={sources} />
      <Lists rows={sources.rows} />
    </>
  );
}

function waits({ problem }: SourceRow): boolean {
  return problem?.code === 'no-permission';
}

function Followed({ sources: { rows, problem } }: { readonly sources: Sources }) {
  const { surface, text } = useLede();
  const now = useNow();
  const [refreshed, setRefreshed] = useState<RefreshResult | null>(null);
  const progress = useProgress();
  const [narrowed, setNarrowed] = useState(false);
  const failing = rows?.filter((row) => row.problem !== null) ?? [];
  // Nothing to narrow to: all are shown, whatever was pressed before.
  const isNarrowed = narrowed && failing.length > 0;
  // What is done to all that are selected is done to none that is not shown.
  const manage = useManage(isNarrowed ? failing : (rows ?? []));
  const { done, say } = manage;
  const checkAll = async () => {
    setRefreshed(null);
    say(text('footer.checking', { n: rows?.length ?? 0 }));
    const result = await surface.refresh();
    setRefreshed(result.ok ? result.value : null);
    say(result.ok ? refreshWords(text, result.value) : problemText(text, result.problem));
  };
  const hosts = [...new Set(rows?.filter(waits).flatMap(({ waitsFor }) => waitsFor))];
  const allow = async () => {
    const result = await surface.allowWaiting(hosts);
    say(result.ok ? '' : problemText(text, result.problem));
  };
  const folders = new Set(
    rows?.filter(({ folder }) => folder.length > 0).map(({ folder }) => JSON.stringify(folder)),
  ).size;
  return (
    <section aria-labelledby="followed">
      <div class="list-head">
        <h2 id="followed" tabIndex={-1}>
          {text('sources.count', { n: rows?.length ?? 0 })}
          {folders > 0 && ` ${text('sources.folders', { n: folders })}`}
        </h2>
        <p class="help" role="status">
          {progress === null
            ? (done?.words ?? '')
            : text('footer.progress', { n: progress.total, done: String(progress.done) })}
        </p>
        {done?.undo && (
          <Passing heir={headingOfTable}>
            <Button look="small" onPress={() => void done.undo?.()}>
              {text('sources.undo')}
            </Button>
          </Passing>
        )}
        {failing.length > 0 && (
          <button
            type="button"
            class="button small"
            aria-pressed={isNarrowed}
            onClick={() => setNarrowed(!isNarrowed)}
          >
            {text('sources.problemsOnly', { n: failing.length })}
          </button>
        )}
        {hosts.length > 1 && (
          <Passing heir={headingOfTable}>
            <Button look="small primary" onPress={() => void allow()}>
              {text('permission.allow', { n: hosts.length })}
            </Button>
          </Passing>
        )}
        {rows !== null && rows.length > 0 && (
          <CheckButton
            isRunning={progress !== null}
            onCheck={() => void checkAll()}
            onStop={() => void surface.cancelRefresh()}
          />
        )}
      </div>
      {refreshed !== null && <LeftOut result={refreshed} />}
      {problem !== null && (
        <p class="state-failed" role="alert">
          {problemText(text, problem)}
        </p>
      )}
      {rows !== null && <BulkBar rows={rows} manage={manage} />}
      {rows !== null && (
        <div class="card">
          {rows.length === 0 ? (
            <p class="nothing">{text('sources.none')}</p>
          ) : (
            <SourceTable rows={isNarrowed ? failing : rows} now={now} manage={manage} />
          )}
        </div>
      )}
    </section>
  );
}

interface CheckButtonProps {
  readonly isRunning: boolean;
  readonly onCheck: () => void;
  readonly onStop: () => void;
}

function CheckButton({ isRunning, onCheck, onStop }: CheckButtonProps) {
  const { text } = useLede();
  return (
    <Button look="small" onPress={isRunning ? onStop : onCheck}>
      {text(isRunning ? 'sources.stop' : 'sources.checkAll')}
    </Button>
  );
}

function useProgress(): RefreshProgress | null {
  const { surface } = useLede();
  const [progress, setProgress] = useState<RefreshProgress | null>(null);
  useEffect(() => surface.onProgress(setProgress), [surface]);
  return progress;
}
