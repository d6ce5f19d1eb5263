import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Health } from '../parts/health.tsx';
import { Passing } from '../parts/passing.tsx';
import { Monogram } from '../parts/source-badge.tsx';
import { useLede } from './context.ts';
import { headingOfTable } from './heading.ts';
import { Pick as Picked } from './pick.tsx';
import { RemoveSource } from './remove-source.tsx';
import { SourceDetails } from './source-details.tsx';
import type { Manage } from './use-manage.ts';

interface SourceLineProps {
  readonly row: SourceRow;
  /** UTC ms. */
  readonly now: number;
  readonly manage: Manage;
}

/** One source with how it stands, and the question before it is removed. */
export function SourceLine({ row, now, manage }: SourceLineProps) {
  const { text } = useLede();
  const [asking, setAsking] = useState(false);
  const open = manage.isOpen(row.id);
  const line = useFocusKeeper(asking);
  const remove = () => {
    setAsking(false);
    void manage.remove([row]);
  };
  return (
    <>
      <tr ref={line} class={open ? 'opened' : undefined}>
        <th scope="row">
          <span class="pick">
            <Picked
              label={text('sources.select', { name: row.title || row.host })}
              rows={[row]}
              manage={manage}
            />
            <Who row={row} />
          </span>
        </th>
        {asking ? (
          <td class="question" colSpan={5}>
            <RemoveSource row={row} onKeep={() => setAsking(false)} onRemove={remove} />
          </td>
        ) : (
          <Standing
            row={row}
            now={now}
            manage={manage}
            open={open}
            onToggle={() => manage.toggle(row.id)}
            onRemove={() => setAsking(true)}
          />
        )}
      </tr>
      {open && <SourceDetails row={row} now={now} manage={manage} />}
    </>
  );
}

type StandingProps = SourceLineProps & {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
};

function Standing({ row, now, manage, open, onToggle, onRemove }: StandingProps) {
  const { text, times } = useLede();
  const neverAsked =
    row.stopped || row.paused || row.isOnServer === true || row.problem?.code === 'no-permission';
  const name = row.title || row.host;
  return (
    <>
      <td class="when per-day" data-label={text('sources.perDay')}>
        {row.perDay === null ? '—' : new Intl.NumberFormat(text.language).format(perDay(row.perDay))}
      </td>
      <td class="state">
        <Health row={row} />
      </td>
      <td class="when" data-label={text('sources.lastSuccess')}>
        {row.isOnServer
          ? '—'
          : row.lastSuccessAt === null
            ? text('sources.never')
            : times.ago(row.lastSuccessAt, now)}
      </td>
      <td class="when" data-label={text('sources.next')}>
        {neverAsked ? '—' : times.until(row.nextCheckAt, now)}
      </td>
      <td>
        <span class="row-end">
          {hasMend(row) && (
            <Passing heir={moreAboutIt}>
              <MendButton row={row} say={manage.say} />
            </Passing>
          )}
          <IconButton
            icon="chevron"
            label={text('sources.details', { name })}
            expanded={open}
            onPress={onToggle}
          />
          <IconButton icon="close" label={text('sources.remove', { name })} onPress={onRemove} />
        </span>
      </td>
    </>
  );
}

/** Below ten a day to a tenth. */
function perDay(rate: number): number {
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}

/** Keeps the focus in the line when its buttons change: on the harmless answer first, then back where it came from. */
function useFocusKeeper(asking: boolean) {
  const line = useHeir<HTMLTableRowElement>(headingOfTable);
  const before = useRef(asking);
  useLayoutEffect(() => {
    const buttons = line.current?.querySelectorAll('button') ?? [];
    if (before.current !== asking) buttons[asking ? 0 : buttons.length - 1]?.focus();
    before.current = asking;
  }, [asking, line]);
  return line;
}

function Who({ row }: { readonly row: SourceRow }) {
  const { text } = useLede();
  return (
    <span class="who">
      <Monogram source={{ name: row.title, host: row.host }} large />
      <span>
        <span>
          <bdi class="name">{row.title || row.host}</bdi>
          {row.muted && <span class="muted">{text('sources.muted')}</span>}
          {row.preferred && <span class="muted">{text('sources.preferred')}</span>}
        </span>
        <span class="help">{row.url.replace(/^https?:\/\//, '')}</span>
      </span>
    </span>
  );
}

function moreAboutIt(own: HTMLElement): HTMLElement | null {
  return own.closest('tr')?.querySelector<HTMLElement>('button[aria-expanded]') ?? null;
}

/** Whether a source waits for what a reader can do. */
function hasMend({ problem, waitsFor }: SourceRow): boolean {
  return problem?.code === 'private-address' || waitsFor.length > 0 || problem?.code === 'redirected';
}

/** What the reader can do about a source that waits for them. */
function MendButton({ row, say }: Pick<SourceLineProps, 'row'> & Pick<Manage, 'say'>) {
  const { surface, text } = useLede();
  const tell = (result: Result<null>) => say(result.ok ? '' : problemText(text, result.problem));
  if (row.problem?.code === 'private-address') {
    const confirm = async () => tell(await surface.confirmHost(row.problem?.host ?? row.host));
    return (
      <Button look="small" onPress={() => void confirm()}>
        {text('sources.confirmHost')}
      </Button>
    );
  }
  if (row.waitsFor.length > 0) {
    const allow = async () => tell(await surface.allowWaiting(row.waitsFor));
    return (
      <Button look="small" onPress={() => void allow()}>
        {text('sources.allow')}
      </Button>
    );
  }
  return (
    <Button look="small" onPress={() => void surface.openHop(row.id, row.url)}>
      {text('sources.openHop')}
    </Button>
  );
}
