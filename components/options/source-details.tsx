import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatBytes } from '../../utils/i18n/bytes.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { intervals } from './intervals.ts';

interface SourceDetailsProps {
  readonly row: SourceRow;
  /** UTC ms. */
  readonly now: number;
  /** Shows the outcome of an action in words. */
  readonly say: (words: string) => void;
}

/** How polling one source stands, in figures, and how often it is asked. */
export function SourceDetails({ row, now, say }: SourceDetailsProps) {
  const { text, times } = useLede();
  return (
    <tr class="details">
      <td colSpan={5}>
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
            <Fact name={text('details.failing')}>{times.ago(row.failingSince, now)}</Fact>
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
        {row.stopped ? null : <Interval row={row} say={say} />}
        <Mute row={row} say={say} />
        {!row.muted && <Count row={row} say={say} />}
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

function Interval({ row, say }: Omit<SourceDetailsProps, 'now'>) {
  const { surface, text } = useLede();
  const id = useId();
  const change = async (value: string) => {
    const result = await surface.changeInterval(row.id, value === 'auto' ? null : Number(value));
    say(result.ok ? text('setting.saved') : problemText(text, result.problem));
  };
  return (
    <p class="interval">
      <label for={id}>{text('details.interval')}</label>
      <select
        id={id}
        class="field"
        value={String(row.checkMinutes ?? 'auto')}
        onChange={(event) => void change(event.currentTarget.value)}
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

function Mute({ row, say }: Omit<SourceDetailsProps, 'now'>) {
  const { surface, text } = useLede();
  const change = async (muted: boolean) => {
    const result = await surface.muteSource(row.id, muted);
    say(result.ok ? text('setting.saved') : problemText(text, result.problem));
  };
  return (
    <label class="interval">
      <input
        type="checkbox"
        checked={row.muted}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {text('details.mute')}
    </label>
  );
}

function Count({ row, say }: Omit<SourceDetailsProps, 'now'>) {
  const { surface, text } = useLede();
  const change = async (counted: boolean) => {
    const result = await surface.countSource(row.id, counted);
    say(result.ok ? text('setting.saved') : problemText(text, result.problem));
  };
  return (
    <label class="interval">
      <input
        type="checkbox"
        checked={!row.uncounted}
        onChange={(event) => void change(event.currentTarget.checked)}
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
