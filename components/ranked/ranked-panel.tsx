/** Top and Popular: the stories that most independent sources tell, now or over a period. */
import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { RankedPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Skeleton } from '../latest/skeleton.tsx';
import type { LatestActions } from '../latest/state.ts';
import { Button } from '../parts/buttons.tsx';
import { EmptyState } from '../parts/note.tsx';
import { StoryCard } from './story-card.tsx';

interface RankedPanelProps {
  readonly kind: 'top' | 'popular';
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
  /** What Top answered before there was anything to draw. */
  readonly first?: RankedPage | null;
}

/** Places that a list shows. */
export const PLACES = 30;
const DAY = 24;
const WEEK = 7 * DAY;

/** The list, or what stands in its place. */
export function RankedPanel({ kind, now, actions, first = null }: RankedPanelProps) {
  const [hours, setHours] = useState(DAY);
  return (
    <>
      {kind === 'popular' && <Periods hours={hours} onChoose={setHours} />}
      <Stories
        kind={kind}
        hours={kind === 'top' ? null : hours}
        now={now}
        actions={actions}
        first={kind === 'top' ? first : null}
      />
    </>
  );
}

interface StoriesProps extends RankedPanelProps {
  readonly hours: number | null;
}

function Stories({ kind, hours, now, actions, first = null }: StoriesProps) {
  const { surface, text } = useLede();
  const { value: page, problem } = useAnswer(
    (asked) => (hours === null ? asked.top(PLACES) : asked.popular(PLACES, hours)),
    [hours],
    first,
  );
  if (page === null) {
    if (problem === null) return <Skeleton />;
    return (
      <EmptyState kind="error" title={text('storage.title')} sentence={problemText(text, problem)}>
        <Button look="primary" onPress={actions.refresh}>
          {text('failed.again')}
        </Button>
      </EmptyState>
    );
  }
  if (page.kind === 'too-few-sources') {
    return (
      <EmptyState kind="empty" title={text('few.title')} sentence={text('few.text', { n: page.followed })}>
        <Button look="primary" onPress={() => void surface.openPage('options')}>
          {text('empty.add')}
        </Button>
      </EmptyState>
    );
  }
  if (page.rows.length === 0) {
    const sentence = text(kind === 'top' ? 'top.nothing' : 'popular.nothing');
    return (
      <EmptyState kind="empty" title={text('top.nothingTitle')} sentence={sentence}>
        <Button onPress={actions.refresh}>{text('quiet.check')}</Button>
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets
    <ol class="stories" role="list">
      {page.rows.map((row) => (
        <StoryCard key={row.story.id} row={row} now={now} actions={actions} />
      ))}
    </ol>
  );
}

interface PeriodsProps {
  readonly hours: number;
  readonly onChoose: (hours: number) => void;
}

function Periods({ hours, onChoose }: PeriodsProps) {
  const { text } = useLede();
  const periods = [
    [DAY, text('popular.day')],
    [WEEK, text('popular.week')],
  ] as const;
  return (
    <fieldset class="periods">
      <legend class="hidden-text">{text('popular.period')}</legend>
      {periods.map(([period, name]) => (
        <button key={period} type="button" aria-pressed={period === hours} onClick={() => onChoose(period)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
