import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { Note } from '../parts/note.tsx';
import { allFailed } from './situation.ts';
import type { Latest } from './use-latest.ts';

/** Hosts that are named before the rest is counted. */
const HOSTS_NAMED = 3;

interface NotesProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
}

/** What the reader should know above the rows: at most one standing note, and the last action that was refused. */
export function LatestNotes(props: NotesProps) {
  const { text } = useLede();
  const { refused } = props.latest.state;
  return (
    <>
      {refused !== null && (
        <Note kind="error" title={text('action.failed')} sentence={problemText(text, refused)}>
          <Button look="small" onPress={props.latest.actions.dismiss}>
            {text('action.close')}
          </Button>
        </Note>
      )}
      <StandingNote {...props} />
    </>
  );
}

function StandingNote({ latest, now, online }: NotesProps) {
  const [later, setLater] = useState(false);
  const { state, actions } = latest;
  const rows = state.page?.rows.length ?? 0;
  const hosts = state.status?.waitingHosts ?? [];
  if (!online) return <OfflineNote latest={latest} now={now} />;
  if (hosts.length > 0 && !later) {
    return (
      <PermissionNote hosts={hosts} onAllow={() => actions.allow(hosts)} onLater={() => setLater(true)} />
    );
  }
  if (rows > 0 && (state.problem !== null || allFailed(state, online)))
    return <FailureNote latest={latest} />;
  return null;
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
  const list = new Intl.ListFormat(text.language === 'en' ? 'en-GB' : text.language).format(named);
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

function FailureNote({ latest: { state, actions } }: Pick<NotesProps, 'latest'>) {
  const { text } = useLede();
  const { problem, status } = state;
  return (
    <Note
      kind="error"
      title={text(problem ? 'storage.title' : 'failed.title')}
      sentence={problem ? problemText(text, problem) : text('failed.text', { n: status?.failing ?? 0 })}
    >
      <Button look="small" onPress={actions.refresh}>
        {text('failed.again')}
      </Button>
    </Note>
  );
}
