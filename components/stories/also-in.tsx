/** What else is told of a row's story: a button that says so, and under the row the others' own headlines. */
import './stories.css';
import type { LatestRow, StoryOfRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Headline } from '../latest/headline.tsx';
import type { LatestActions } from '../latest/state.ts';
import { IconButton } from '../parts/buttons.tsx';

interface AlsoInProps {
  readonly story: StoryOfRow;
  /** Id of the list that it opens. */
  readonly listId: string;
  readonly open: boolean;
  readonly onPress: () => void;
}

/** 'also in 4 sources', and how many of it are new since the reader opened the story. */
export function AlsoIn({ story, listId, open, onPress }: AlsoInProps) {
  const { text } = useLede();
  const { others, more, origin } = story;
  if (others === 0 && more === 0) return null;
  return (
    <span class="also">
      <button
        type="button"
        class="also-in"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        onClick={onPress}
      >
        {others > 0 ? text('also.in', { n: others }) : text('also.again')}
      </button>
      {more > 0 && <span class="also-more">{text('row.more', { n: more })}</span>}
      {origin !== null && <span class="also-origin">{text('also.origin', { name: origin })}</span>}
    </span>
  );
}

interface ReportsProps {
  readonly row: LatestRow & { readonly story: StoryOfRow };
  readonly listId: string;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** The other reports of a story, each under its outlet's own headline and time. */
export function Reports({ row, listId, now, actions }: ReportsProps) {
  const { text } = useLede();
  const { value: view } = useAnswer((surface) => surface.story(row.story.id), [row.story.id]);
  const others = view?.rows.filter(({ id }) => id !== row.id) ?? [];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets
    <ul class="reports" id={listId} role="list" aria-busy={view === null}>
      {view === null && <li class="report-source">{text('also.loading')}</li>}
      {others.map((report) => (
        <li key={report.id}>
          <ReportHead words={report.source.name} at={report.at} now={now} />
          <div class="report">
            <Headline row={report} id={`report-${report.id}`} actions={actions} />
            <IconButton
              icon="part"
              label={text('also.part')}
              describedBy={`report-${report.id}`}
              onPress={() => actions.part(report.id)}
            />
          </div>
        </li>
      ))}
      {view?.earlier && <Earlier row={view.earlier} now={now} actions={actions} />}
    </ul>
  );
}

interface ReportHeadProps {
  readonly words: string;
  /** UTC ms. */
  readonly at: number;
  readonly now: number;
}

/** What stands above a headline of the list: whose it is, and when. */
function ReportHead({ words, at, now }: ReportHeadProps) {
  const { times } = useLede();
  return (
    <div class="report-source">
      <span>{words}</span>
      <time dateTime={new Date(at).toISOString()} title={times.full(at)}>
        {times.short(at, now)}
      </time>
    </div>
  );
}

/** An earlier story of the same kind: another night, another day's figures. */
function Earlier({ row, now, actions }: Pick<ReportsProps, 'now' | 'actions'> & { readonly row: LatestRow }) {
  const { text } = useLede();
  return (
    <li class="report-earlier">
      <ReportHead words={text('also.earlier')} at={row.at} now={now} />
      <div class="report">
        <Headline row={row} id={`earlier-${row.id}`} actions={actions} />
      </div>
    </li>
  );
}
