import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { formatBytes } from '../../utils/i18n/bytes.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { useLede } from './context.ts';
import { headingOfTable } from './heading.ts';
import { intervals } from './intervals.ts';
import { folderName, folderPath } from './source-folders.ts';
import type { Manage } from './use-manage.ts';

interface SourceDetailsProps {
  readonly row: SourceRow;
  /** UTC ms. */
  readonly now: number;
  readonly manage: Manage;
}

/** How polling one source stands, in figures, and how often it is asked. */
export function SourceDetails({ row, now, manage }: SourceDetailsProps) {
  const { text, times } = useLede();
  const own = useHeir<HTMLTableRowElement>(headingOfTable);
  return (
    <tr ref={own} class="details">
      <td colSpan={6}>
        <dl>
          <Fact name={text('details.address')}>
            <bdi>{row.url}</bdi>
          </Fact>
          {row.leadsTo !== null && (
            <Fact name={text('details.leadsTo')}>
              <bdi>{row.leadsTo}</bdi>
            </Fact>
          )}
          <Fact name={text('details.attempt')}>
            {row.lastAttemptAt === null ? text('sources.never') : times.ago(row.lastAttemptAt, now)}
          </Fact>
          {row.failingSince !== null && (
            <Fact name={text('details.failing')}>{times.moment(row.failingSince, now)}</Fact>
          )}
          <Fact name={text('details.rate')}>
            <Rate perDay={row.perDay} />
          </Fact>
          <Fact name={text('details.week')}>
            {text('details.use', {
              n: row.week.requests,
              size: formatBytes(text.language, row.week.bytes),
            })}
          </Fact>
          <Fact name={text('details.stored')}>{new Intl.NumberFormat(text.language).format(row.stored)}</Fact>
        </dl>
        <Names row={row} manage={manage} />
        {!row.stopped && !row.isOnServer && <Interval row={row} manage={manage} />}
        <Switches row={row} manage={manage} />
        {!row.muted && <Count row={row} manage={manage} />}
        {row.problem?.code === 'redirected' && <Hop row={row} />}
      </td>
    </tr>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Rate({ perDay }: Pick<SourceRow, 'perDay'>) {
  const { text } = useLede();
  if (perDay === null) return <>{text('details.unknown')}</>;
  return <>{perDay < 1 ? text('add.rarely') : text('add.perDay', { n: Math.round(perDay) })}</>;
}

/** Its name and its folder, which are kept when the field is left. */
function Names({ row, manage }: Omit<SourceDetailsProps, 'now'>) {
  const { text } = useLede();
  const folder = folderName(row.folder);
  const rename = (typed: string) => {
    const ownTitle = typed === '' || typed === row.publisherTitle ? null : typed;
    if (typed !== row.title) void manage.change([row], { ownTitle }, null);
  };
  const move = (typed: string) => {
    const path = folderPath(typed);
    if (folderName(path) !== folder) void manage.change([row], { folder: path }, null);
  };
  return (
    <div class="names">
      <NameField label={text('details.name')} value={row.title} hint={row.publisherTitle} onKeep={rename} />
      <NameField
        label={text('details.folder')}
        value={folder}
        hint={text('details.folderHelp')}
        onKeep={move}
      />
    </div>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly onKeep: (typed: string) => void;
}

function NameField({ label, value, hint, onKeep }: NameFieldProps) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  // The field is left a second time when what it shows has changed.
  const kept = useRef(value);
  useLayoutEffect(() => {
    // What is being typed in it is not taken away by what another page did.
    const isTypedIn = document.activeElement === own.current && typedIn(own.current) !== kept.current;
    if (own.current !== null && !isTypedIn) own.current.value = value;
    kept.current = value;
  }, [value]);
  const keep = (field: HTMLInputElement) => {
    const typed = typedIn(field);
    if (typed === kept.current) return;
    kept.current = typed;
    onKeep(typed);
  };
  return (
    <span class="interval">
      <label for={id}>{label}</label>
      <input
        ref={own}
        id={id}
        class="field"
        type="text"
        dir="auto"
        maxLength={300}
        placeholder={hint}
        defaultValue={value}
        onBlur={(event) => keep(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && keep(event.currentTarget)}
      />
    </span>
  );
}

function typedIn(field: HTMLInputElement | null): string {
  return field?.value.trim().replace(/\s+/g, ' ') ?? '';
}

function Interval({ row, manage }: Omit<SourceDetailsProps, 'now'>) {
  const { text } = useLede();
  const id = useId();
  const change = (value: string) =>
    void manage.change([row], { checkMinutes: value === 'auto' ? null : Number(value) }, null);
  return (
    <p class="interval">
      <label for={id}>{text('details.interval')}</label>
      <select
        id={id}
        class="field"
        value={String(row.checkMinutes ?? 'auto')}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {intervals(text, row.checkMinutes, text('details.asAll')).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

const SWITCHES = [
  { name: 'preferred', label: 'details.prefer' },
  { name: 'muted', label: 'details.mute' },
  { name: 'paused', label: 'details.pause' },
] as const;

function Switches({ row, manage }: Omit<SourceDetailsProps, 'now'>) {
  const { text } = useLede();
  return (
    <>
      {SWITCHES.filter(({ name }) => name !== 'paused' || row.isOnServer !== true).map(({ name, label }) => (
        <label key={name} class="interval">
          <input
            type="checkbox"
            checked={row[name]}
            onChange={(event) => void manage.change([row], { [name]: event.currentTarget.checked }, null)}
          />
          {text(label)}
        </label>
      ))}
    </>
  );
}

function Count({ row, manage }: Omit<SourceDetailsProps, 'now'>) {
  const { text } = useLede();
  const change = (counted: boolean) => void manage.change([row], { uncounted: !counted }, null);
  return (
    <label class="interval">
      <input
        type="checkbox"
        checked={!row.uncounted}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      {text('details.count')}
    </label>
  );
}

/** Only a tab can tell where an address leads that Lede may not follow. */
function Hop({ row }: Pick<SourceDetailsProps, 'row'>) {
  const { surface, text } = useLede();
  return (
    <p class="interval">
      <Button look="small" onPress={() => void surface.openHop(row.id, row.url)}>
        {text('sources.openHop')}
      </Button>
      <span class="help">{text('sources.hopHelp')}</span>
    </p>
  );
}
