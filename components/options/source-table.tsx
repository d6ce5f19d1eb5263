import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Monogram } from '../parts/source-badge.tsx';
import { Health } from './health.tsx';
import { RemoveSource } from './remove-source.tsx';

interface SourceTableProps {
  readonly rows: readonly SourceRow[];
  /** UTC ms. */
  readonly now: number;
  /** Shows the outcome of an action in words. */
  readonly say: (words: string) => void;
}

/** All sources with how they stand. On a narrow page its rows are stacked. */
export function SourceTable({ rows, now, say }: SourceTableProps) {
  const { text } = useLede();
  return (
    <table class="sources" aria-labelledby="followed">
      <thead>
        <tr>
          <th scope="col">{text('sources.source')}</th>
          <th scope="col">{text('sources.state')}</th>
          <th scope="col">{text('sources.lastSuccess')}</th>
          <th scope="col">{text('sources.next')}</th>
          <th scope="col">
            <span class="hidden-text">{text('sources.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Source key={row.id} row={row} now={now} say={say} />
        ))}
      </tbody>
    </table>
  );
}

function Source({ row, now, say }: Omit<SourceTableProps, 'rows'> & { readonly row: SourceRow }) {
  const [asking, setAsking] = useState(false);
  const line = useFocusKeeper(asking);
  const done = (words: string) => {
    setAsking(false);
    say(words);
  };
  return (
    <tr ref={line}>
      <th scope="row">
        <Who row={row} />
      </th>
      {asking ? (
        <td class="question" colSpan={4}>
          <RemoveSource row={row} onKeep={() => setAsking(false)} onDone={done} />
        </td>
      ) : (
        <Standing row={row} now={now} say={say} onRemove={() => setAsking(true)} />
      )}
    </tr>
  );
}

type StandingProps = Omit<SourceTableProps, 'rows'> & {
  readonly row: SourceRow;
  readonly onRemove: () => void;
};

function Standing({ row, now, say, onRemove }: StandingProps) {
  const { text, times } = useLede();
  const waits = row.problem?.code === 'no-permission';
  return (
    <>
      <td class="state">
        <Health row={row} />
      </td>
      <td class="when" data-label={text('sources.lastSuccess')}>
        {row.lastSuccessAt === null ? text('sources.never') : times.ago(row.lastSuccessAt, now)}
      </td>
      <td class="when" data-label={text('sources.next')}>
        {waits ? '—' : times.until(row.nextCheckAt, now)}
      </td>
      <td>
        <span class="row-end">
          {waits && <AllowButton row={row} say={say} />}
          <IconButton
            icon="close"
            label={text('sources.remove', { name: row.title || row.host })}
            onPress={onRemove}
          />
        </span>
      </td>
    </>
  );
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

function headingOfTable(): HTMLElement | null {
  return document.getElementById('followed');
}

function Who({ row }: { readonly row: SourceRow }) {
  return (
    <span class="who">
      <Monogram source={{ name: row.title, host: row.host }} large />
      <span>
        <bdi class="name">{row.title || row.host}</bdi>
        <span class="help">{row.url.replace(/^https?:\/\//, '')}</span>
        {row.folder.length > 0 && <bdi class="help">{row.folder.join(' / ')}</bdi>}
      </span>
    </span>
  );
}

function AllowButton({ row, say }: Pick<SourceTableProps, 'say'> & { readonly row: SourceRow }) {
  const { surface, text } = useLede();
  const allow = async () => {
    const result = await surface.allowWaiting([row.host]);
    say(result.ok ? '' : problemText(text, result.problem));
  };
  return (
    <Button look="small" onPress={() => void allow()}>
      {text('sources.allow')}
    </Button>
  );
}
