/** The ticker line: breaking stories first, then the newest headlines that are not on screen below. */
import './ticker.css';
import { useEffect, useState } from 'preact/hooks';
import { SCREENFUL } from '../../utils/model/front.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import type { LatestActions } from '../latest/state.ts';
import { IconButton } from '../parts/buttons.tsx';
import { useRotation } from './use-rotation.ts';

/** Headlines that take their turn. */
const MOST = 20;

const NONE: readonly LatestRow[] = [];

interface TickerProps {
  /** The newest rows, newest first; null until they are known: the band keeps its place for them. */
  readonly rows: readonly LatestRow[] | null;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** One headline at a time, or nothing where there is none to show. It is not read out as it changes. */
export function Ticker({ rows, now, actions }: TickerProps) {
  const { text } = useLede();
  const breaking = useAnswer((surface) => surface.breaking()).value ?? NONE;
  const watched = useAnswer((surface) => surface.watched()).value ?? NONE;
  useSeen(breaking, watched);
  const [isPaused, setPaused] = useState(false);
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const { step, move, isStill } = useRotation(isPaused || isPointedAt || hasFocus);
  const entry = useEntry(breaking, watched, rows ?? NONE, step);
  const urgent = breaking.length + watched.length;
  if (rows !== null && rows.length <= SCREENFUL && urgent === 0) return null;
  if (entry === null) return <div class="ticker" />;
  const isBreaking = breaking.length > 0;
  return (
    <section
      class={isBreaking ? 'ticker breaking' : 'ticker'}
      aria-label={text('ticker.label')}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocusCapture={() => setFocus(true)}
      onBlurCapture={() => setFocus(false)}
    >
      <When
        entry={entry}
        isBreaking={breaking.some(({ id }) => id === entry.id)}
        isWatched={watched.some(({ id }) => id === entry.id)}
        now={now}
      />
      <TickerLink entry={entry} actions={actions} />
      {isStill ? (
        <>
          <IconButton icon="previous" label={text('ticker.previous')} onPress={() => move(-1)} />
          <IconButton icon="next" label={text('ticker.next')} onPress={() => move(1)} />
        </>
      ) : (
        <IconButton
          icon={isPaused ? 'play' : 'pause'}
          label={text(isPaused ? 'ticker.resume' : 'ticker.pause')}
          onPress={() => setPaused(!isPaused)}
        />
      )}
      <span class="hidden-text" role="status">
        {isBreaking && `${text('ticker.breaking')}: ${breaking[0]?.title ?? ''}`}
      </span>
    </section>
  );
}

interface EntryProps {
  readonly entry: LatestRow;
  /** Whether this very headline is of a story that breaks. */
  readonly isBreaking: boolean;
  /** Whether a word that is watched for was just found in it. */
  readonly isWatched: boolean;
  /** UTC ms. */
  readonly now: number;
}

function When({ entry, isBreaking, isWatched, now }: EntryProps) {
  const { text, times } = useLede();
  if (isBreaking) return <span class="ticker-label">{text('ticker.breaking')}</span>;
  if (isWatched) return <span class="ticker-label watched">{text('ticker.watched')}</span>;
  return (
    <time dateTime={new Date(entry.at).toISOString()} title={times.full(entry.at)}>
      {times.short(entry.at, now)}
    </time>
  );
}

function TickerLink({ entry, actions }: Pick<EntryProps, 'entry'> & Pick<TickerProps, 'actions'>) {
  const { text } = useLede();
  const title = entry.title || text('row.noHeadline');
  const words = (
    <bdi lang={entry.language ?? undefined} title={title}>
      {title}
    </bdi>
  );
  if (entry.url === null) return <span class="ticker-headline">{words}</span>;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    actions.open(entry, event.ctrlKey || event.metaKey || event.button === 1 ? 'background' : 'tab');
  };
  return (
    <a
      class="ticker-headline"
      href={entry.url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={open}
      onAuxClick={(event) => event.button === 1 && open(event)}
    >
      {words}
    </a>
  );
}

/** Says that the alerts were seen: at once, and with each that comes while the page is before the reader. */
function useSeen(breaking: readonly LatestRow[], watched: readonly LatestRow[]): void {
  const { surface } = useLede();
  const ids = [...breaking, ...watched].map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: seen anew with every alert
  useEffect(() => {
    if (document.visibilityState === 'visible') void surface.seeAlerts(surface.now());
  }, [surface, ids]);
}

/** Whose turn it is: looked for after drawing, since what is on screen below takes no turn. */
function useEntry(
  breaking: readonly LatestRow[],
  watched: readonly LatestRow[],
  rows: readonly LatestRow[],
  step: number,
): LatestRow | null {
  const [entry, setEntry] = useState<LatestRow | null>(null);
  useEffect(() => {
    const breaks = new Set(breaking.map(({ id }) => id));
    const found = watched.filter(({ id }) => !breaks.has(id));
    const urgent = new Set([...breaks, ...found.map(({ id }) => id)]);
    const newest = rows.slice(0, MOST).filter((row) => !urgent.has(row.id) && !isOnScreen(row));
    const round = [...breaking, ...found, ...newest];
    const at = round.length === 0 ? 0 : ((step % round.length) + round.length) % round.length;
    setEntry(round[at] ?? null);
  }, [breaking, watched, rows, step]);
  return entry;
}

function isOnScreen({ id }: LatestRow): boolean {
  const headline = document.getElementById(`headline-${id}`);
  if (headline === null) return false;
  const { top, bottom } = headline.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
