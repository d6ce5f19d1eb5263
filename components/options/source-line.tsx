import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { Monogram } from '../parts/source-badge.tsx';
import { Health } from './health.tsx';
import { RemoveSource } from './remove-source.tsx';

interface SourceLineProps {
  readonly row: SourceRow;
  /** UTC ms. */
  readonly now: number;
  /** Shows the outcome of an action in words. */
  readonly say: (words: string) => void;
}

/** One source with how it stands, and the question before it is removed. */
export function SourceLine({ row, now, say }: SourceLineProps) {
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

type StandingProps = SourceLineProps & { readonly onRemove: () => void };

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

/** Where the focus goes when what has it goes away: the heading over the table. */
export function headingOfTable(): HTMLElement | null {
  return document.getElementById('followed');
}

function Who({ row }: { readonly row: SourceRow }) {
  return (
    <span class="who">
      <Monogram source={{ name: row.title, host: row.host }} large />
      <span>
        <bdi class="name">{row.title || row.host}</bdi>
        <span class="help">{row.url.replace(/^https?:\/\//, '')}</span>
      </span>
    </span>
  );
}

function AllowButton({ row, say }: Omit<SourceLineProps, 'now'>) {
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
