import { useState } from 'preact/hooks';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Icon } from '../parts/icon.tsx';
import { useLede } from './context.ts';
import { headingOfTable } from './heading.ts';
import { Pick } from './pick.tsx';
import type { Folder } from './source-folders.ts';
import { SourceLine } from './source-line.tsx';
import type { Manage } from './use-manage.ts';

/** Sources of a folder that are drawn at once: two thousand rows take two seconds, and again at every change. */
const STEP = 100;

interface SourceFolderProps {
  readonly folder: Folder;
  readonly startsOpen: boolean;
  /** UTC ms. */
  readonly now: number;
  readonly manage: Manage;
}

/** The sources of one folder under its name, which opens and closes it; those in no folder have no name above. */
export function SourceFolder({ folder, startsOpen, now, manage }: SourceFolderProps) {
  const [open, setOpen] = useState(startsOpen);
  const [most, setMost] = useState(STEP);
  const { rows } = folder;
  const shown = open ? rows.slice(0, most) : [];
  const more = Math.min(STEP, rows.length - most);
  return (
    <tbody>
      {folder.name !== '' && (
        <FolderName folder={folder} open={open} manage={manage} onToggle={() => setOpen(!open)} />
      )}
      {shown.map((row) => (
        <SourceLine key={row.id} row={row} now={now} manage={manage} />
      ))}
      {open && more > 0 && <More n={more} onPress={() => setMost(most + STEP)} />}
    </tbody>
  );
}

interface FolderNameProps {
  readonly folder: Folder;
  readonly open: boolean;
  readonly manage: Manage;
  readonly onToggle: () => void;
}

function FolderName({ folder: { name, rows }, open, manage, onToggle }: FolderNameProps) {
  const { text } = useLede();
  const failing = rows.filter((row) => row.problem !== null).length;
  return (
    <tr class="folder">
      <th scope="rowgroup" colSpan={6}>
        <span class="pick">
          <Pick label={text('sources.selectFolder', { name })} rows={rows} manage={manage} />
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <Icon name="chevron" />
            <bdi class="name">{name}</bdi>
            <span class="help">{text('sources.count', { n: rows.length })}</span>
            {failing > 0 && <span class="failing">{text('sources.failing', { n: failing })}</span>}
          </button>
        </span>
      </th>
    </tr>
  );
}

function More({ n, onPress }: { readonly n: number; readonly onPress: () => void }) {
  const { text } = useLede();
  const line = useHeir<HTMLTableRowElement>(headingOfTable);
  return (
    <tr ref={line} class="more">
      <td colSpan={6}>
        <Button look="small" onPress={onPress}>
          {text('sources.more', { n })}
        </Button>
      </td>
    </tr>
  );
}
