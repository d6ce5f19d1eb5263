/** What notes say. Mostly there is none to show: `notes.tsx` loads them when there is. */
import { useState } from 'preact/hooks';
import type { Text } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { Note } from '../parts/note.tsx';
import { MuteWord } from './mute-word.tsx';
import { refreshWords } from './refresh-words.ts';
import { failureOf } from './situation.ts';
import type { Latest } from './use-latest.ts';

/** Hosts that are named before the rest is counted. */
const HOSTS_NAMED = 3;
/** The same of sources that have been failing for days. */
const NAMES_TOLD = 3;

export interface NotesProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
}

/** What came of the reader's last step, and how it is taken back. It stands where it is seen however far a list is scrolled. */
export function StepNotes({ latest }: Pick<NotesProps, 'latest'>) {
  const { text } = useLede();
  const { refused } = latest.state;
  return (
    <>
      {refused !== null && (
        <Note kind="error" title={text('action.failed')} sentence={problemText(text, refused)}>
          <Button look="small" onPress={latest.actions.dismiss}>
            {text('action.close')}
          </Button>
        </Note>
      )}
      <AskedNobodyNote latest={latest} />
      <StoryNote latest={latest} />
    </>
  );
}

/** What the reader should know above the rows, one note at most. */
export function StandingNote({ latest, now, online }: NotesProps) {
  const [later, setLater] = useState(false);
  const { state, actions } = latest;
  const rows = state.page?.rows.length ?? 0;
  const hosts = state.status?.waitingHosts ?? [];
  if (state.status && state.status.recovered !== null) return <RecoveredNote latest={latest} now={now} />;
  if (!online) return <OfflineNote latest={latest} now={now} />;
  if (hosts.length > 0 && !later) {
    return (
      <PermissionNote hosts={hosts} onAllow={() => actions.allow(hosts)} onLater={() => setLater(true)} />
    );
  }
  const failure = failureOf(state, online);
  if (rows > 0 && failure !== null) return <FailureNote latest={latest} failure={failure} />;
  if (state.status && state.status.longFailing.length > 0) return <LongFailingNote latest={latest} />;
  return null;
}

/** After the database was lost: what came back, and what comes. */
function RecoveredNote({ latest: { state, actions }, now }: Omit<NotesProps, 'online'>) {
  const { text, times } = useLede();
  const { snapshotAt = null, sources = 0 } = state.status?.recovered ?? {};
  const isBack = snapshotAt !== null;
  return (
    <Note
      kind="warning"
      icon="error"
      title={text(isBack ? 'recovered.title' : 'recovered.nothing')}
      sentence={
        isBack
          ? text('recovered.text', { n: sources, when: times.ago(snapshotAt, now) })
          : text('recovered.nothingText')
      }
    >
      <Button look="small" onPress={actions.knowRecovery}>
        {text('recovered.known')}
      </Button>
    </Note>
  );
}

function OfflineNote({ latest, now }: Omit<NotesProps, 'online'>) {
  const { text, times } = useLede();
  const savedAt = latest.state.status?.lastSuccessAt ?? null;
  const sentence =
    savedAt === null ? text('offline.text') : text('offline.saved', { when: times.moment(savedAt, now) });
  return (
    <Note kind="warning" title={text('offline.title')} sentence={sentence}>
      <Button look="small" onPress={latest.actions.refresh}>
        {text('offline.try')}
      </Button>
    </Note>
  );
}

interface PermissionNoteProps {
  readonly hosts: readonly string[];
  readonly onAllow: () => void;
  readonly onLater: () => void;
}

function PermissionNote({ hosts, onAllow, onLater }: PermissionNoteProps) {
  const { text } = useLede();
  const n = hosts.length;
  const others = n - HOSTS_NAMED;
  const named =
    others > 1 ? [...hosts.slice(0, HOSTS_NAMED), text('permission.others', { n: others })] : hosts;
  const list = listOf(text, named);
  return (
    <Note
      kind="info"
      title={text('permission.title', { n })}
      sentence={text('permission.text', { hosts: list })}
    >
      <Button look="small primary" onPress={onAllow}>
        {text('permission.allow', { n })}
      </Button>
      <Button look="small quiet" onPress={onLater}>
        {text('permission.later')}
      </Button>
    </Note>
  );
}

function listOf(text: Text, names: readonly string[]): string {
  return new Intl.ListFormat(text.language === 'en' ? 'en-GB' : text.language).format(names);
}

interface FailureNoteProps extends Pick<NotesProps, 'latest'> {
  readonly failure: NonNullable<ReturnType<typeof failureOf>>;
}

function FailureNote({ latest: { state, actions }, failure }: FailureNoteProps) {
  const { text } = useLede();
  const problem = failure === 'all-failed' ? null : failure;
  return (
    <Note
      kind="error"
      title={text(titleOf(problem))}
      sentence={problem ? problemText(text, problem) : text('failed.text', { n: state.status?.failing ?? 0 })}
    >
      <Button look="small" onPress={actions.refresh}>
        {text('failed.again')}
      </Button>
    </Note>
  );
}

/** Above headlines that stand there nobody says that they cannot be shown. */
function titleOf(problem: Problem | null): 'storage.title' | 'storage.full' | 'failed.title' {
  if (problem === null) return 'failed.title';
  return problem.code === 'disk-full' ? 'storage.full' : 'storage.title';
}

/** Sources that have been failing for days: told once, with what to do about it. */
function LongFailingNote({ latest: { state, actions } }: Pick<NotesProps, 'latest'>) {
  const { surface, text } = useLede();
  const failing = state.status?.longFailing ?? [];
  const [first] = failing;
  if (!first) return null;
  const names = failing.slice(0, NAMES_TOLD).map(({ name }) => name);
  const others = failing.length - names.length;
  const list = others > 0 ? [...names, text('permission.others', { n: others })] : names;
  const sentence =
    failing.length === 1
      ? text('longFailing.text', { problem: problemText(text, first.problem).replace(/\.$/, '') })
      : text('longFailing.several', { names: listOf(text, list) });
  return (
    <Note
      kind="warning"
      icon="clock"
      title={
        failing.length === 1
          ? text('longFailing.one', { name: first.name })
          : text('longFailing.title', { n: failing.length })
      }
      sentence={sentence}
    >
      <Button look="small" onPress={() => void surface.openPage('options')}>
        {text('failed.show')}
      </Button>
      <Button look="small quiet" onPress={actions.knowFailures}>
        {text('longFailing.known')}
      </Button>
    </Note>
  );
}

/** A refresh that asked nobody says why. */
function AskedNobodyNote({ latest: { state, actions } }: Pick<NotesProps, 'latest'>) {
  const { surface, text } = useLede();
  if (state.askedNobody === null) return null;
  const [title = '', ...more] = refreshWords(text, state.askedNobody).split(/(?<=\.) /);
  return (
    <Note kind="info" title={title} sentence={more.join(' ')}>
      <Button look="small" onPress={actions.dismiss}>
        {text('action.close')}
      </Button>
      <Button look="small quiet" onPress={() => void surface.openPage('options')}>
        {text('failed.show')}
      </Button>
    </Note>
  );
}

/** What the reader did and can take back, and what is still to do for it. */
function StoryNote({ latest: { state, actions } }: Pick<NotesProps, 'latest'>) {
  const { text } = useLede();
  if (state.joining !== null) {
    return (
      <Note
        kind="info"
        title={text('join.title')}
        sentence={text('join.text', { title: state.joining.title })}
      >
        <Button look="small" onPress={actions.cancelJoin}>
          {text('join.cancel')}
        </Button>
      </Note>
    );
  }
  if (state.muting !== null) return <MuteWord row={state.muting} actions={actions} />;
  if (state.undoable === null) return null;
  const { kind, name } = state.undoable;
  return (
    <Note kind="info" icon="check" title={text(`did.${kind}`, { name })} sentence={text(`did.${kind}.text`)}>
      <Button look="small" onPress={actions.undo}>
        {text('correct.undo')}
      </Button>
      <Button look="small quiet" onPress={actions.dismiss}>
        {text('action.close')}
      </Button>
    </Note>
  );
}

export interface Hop {
  readonly host: string;
  /** Of the source. */
  readonly name: string;
}

/** In the tab that shows where a source leads now: the one button that lets Lede read it there. */
export function HopNote({ host, name }: Hop) {
  const { surface, text } = useLede();
  return (
    <Note kind="info" title={text('hop.title', { name, host })} sentence={text('hop.text')}>
      <Button look="small primary" onPress={() => void surface.allowWaiting([host])}>
        {text('hop.allow', { host })}
      </Button>
    </Note>
  );
}
