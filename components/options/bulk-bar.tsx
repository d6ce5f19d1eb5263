import { useId, useState } from 'preact/hooks';
import type { SourceRow } from '../../utils/model/view.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { useLede } from './context.ts';
import { headingOfTable } from './heading.ts';
import { folderPath, foldersOf } from './source-folders.ts';
import type { Manage } from './use-manage.ts';

interface BulkBarProps {
  readonly rows: readonly SourceRow[];
  readonly manage: Manage;
}

/** What can be done with all selected sources at once; it stays in sight while one scrolls. */
export function BulkBar({ rows, manage }: BulkBarProps) {
  return manage.selected.length === 0 ? null : <Bar rows={rows} manage={manage} />;
}

function Bar({ rows, manage }: BulkBarProps) {
  const { text } = useLede();
  const own = useHeir<HTMLElement>(headingOfTable);
  const { selected, change, remove } = manage;
  const areMuted = selected.every(({ muted }) => muted);
  const arePaused = selected.every(({ paused }) => paused);
  return (
    <section ref={own} class="bulk" aria-label={text('bulk.label')}>
      <b>{text('bulk.selected', { n: selected.length })}</b>
      <MoveTo rows={rows} onMove={(folder) => void change(selected, { folder }, 'bulk.moved')} />
      <Button
        look="small"
        onPress={() => void change(selected, { muted: !areMuted }, areMuted ? 'bulk.unmuted' : 'bulk.muted')}
      >
        {text(areMuted ? 'bulk.unmute' : 'bulk.mute')}
      </Button>
      <Button
        look="small"
        onPress={() =>
          void change(selected, { paused: !arePaused }, arePaused ? 'bulk.resumed' : 'bulk.paused')
        }
      >
        {text(arePaused ? 'bulk.resume' : 'bulk.pause')}
      </Button>
      <Button look="small" onPress={() => void remove(selected)}>
        {text('bulk.remove')}
      </Button>
      <Button
        look="small quiet"
        onPress={() =>
          manage.select(
            selected.map(({ id }) => id),
            false,
          )
        }
      >
        {text('bulk.clear')}
      </Button>
    </section>
  );
}

const NONE = '';
/** No folder has this name: names are trimmed. */
const NEW = ' ';

interface MoveToProps {
  readonly rows: readonly SourceRow[];
  readonly onMove: (folder: readonly string[]) => void;
}

/** The folders there are, none, or a new one that is typed. */
function MoveTo({ rows, onMove }: MoveToProps) {
  const { text } = useLede();
  const fieldId = useId();
  const [folder, setFolder] = useState(NONE);
  const [typed, setTyped] = useState('');
  const folders = foldersOf(rows);
  const move = () => {
    const path = folder === NEW ? folderPath(typed) : (folders.get(folder) ?? []);
    if (folder === NEW && path.length === 0) return;
    onMove(path);
    setTyped('');
  };
  return (
    <span class="move-to">
      <label class="hidden-text" for={fieldId}>
        {text('bulk.move')}
      </label>
      <select
        id={fieldId}
        class="field"
        value={folder}
        onChange={(event) => setFolder(event.currentTarget.value)}
      >
        <option value={NONE}>{text('bulk.noFolder')}</option>
        {[...folders.keys()].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={NEW}>{text('bulk.newFolder')}</option>
      </select>
      {folder === NEW && (
        <input
          class="field"
          type="text"
          dir="auto"
          maxLength={300}
          aria-label={text('bulk.folderName')}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && move()}
        />
      )}
      <Button look="small" onPress={move}>
        {text('bulk.moveNow')}
      </Button>
    </span>
  );
}
