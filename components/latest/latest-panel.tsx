/**
 * Latest, as the popup and the reading page both show it: notes, then the rows or what stands in their place. The
 * surfaces differ only in how they draw rows.
 */
import type { ComponentChildren } from 'preact';
import { problemText } from '../../utils/i18n/problem.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { EmptyState } from '../parts/note.tsx';
import { LatestNotes } from './notes.tsx';
import { type Rows, situationOf } from './situation.ts';
import { Skeleton } from './skeleton.tsx';
import type { Latest } from './use-latest.ts';

interface LatestPanelProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
  readonly drawRows: (rows: Rows) => ComponentChildren;
}

/** Notes and rows, or an explanation where there are no rows. */
export function LatestPanel(props: LatestPanelProps) {
  return (
    <>
      <LatestNotes latest={props.latest} now={props.now} online={props.online} />
      <Content {...props} />
      <AddedRows latest={props.latest} />
    </>
  );
}

function Content({ latest, online, drawRows }: LatestPanelProps) {
  const situation = situationOf(latest.state, online);
  switch (situation.kind) {
    case 'loading':
      return <Skeleton />;
    case 'rows':
      return drawRows(situation.rows);
    default:
      return <Explanation latest={latest} situation={situation} />;
  }
}

type Wordless = Exclude<ReturnType<typeof situationOf>, { kind: 'loading' } | { kind: 'rows' }>;

function Explanation({ latest, situation }: { readonly latest: Latest; readonly situation: Wordless }) {
  const { surface, text } = useLede();
  const { actions, state } = latest;
  const showSources = () => void surface.openPage('options');
  switch (situation.kind) {
    case 'no-sources':
      return (
        <EmptyState kind="empty" title={text('empty.title')} sentence={text('empty.text')}>
          <Button look="primary" onPress={showSources}>
            {text('empty.add')}
          </Button>
        </EmptyState>
      );
    case 'quiet':
      return (
        <EmptyState kind="empty" title={text('quiet.title')} sentence={text('quiet.text')}>
          <Button look="primary" onPress={actions.refresh}>
            {text('quiet.check')}
          </Button>
          <Button onPress={showSources}>{text('failed.show')}</Button>
        </EmptyState>
      );
    case 'nothing-fits':
      return (
        <EmptyState kind="empty" title={text('filter.nothing')} sentence={text('filter.nothingText')}>
          <Button look="primary" onPress={actions.widen}>
            {text('filter.clear')}
          </Button>
        </EmptyState>
      );
    case 'all-failed':
      return (
        <EmptyState
          kind="error"
          title={text('failed.title')}
          sentence={text('failed.text', { n: state.status?.failing ?? 0 })}
        >
          <Button look="primary" onPress={actions.refresh}>
            {text('failed.again')}
          </Button>
          <Button onPress={showSources}>{text('failed.show')}</Button>
        </EmptyState>
      );
    case 'broken':
      return (
        <EmptyState
          kind="error"
          title={text('storage.title')}
          sentence={problemText(text, situation.problem)}
        >
          <Button look="primary" onPress={actions.refresh}>
            {text('failed.again')}
          </Button>
        </EmptyState>
      );
  }
}

/** Says what 'More news' brought, since it lies below what is seen. */
function AddedRows({ latest }: { readonly latest: Latest }) {
  const { text } = useLede();
  const n = latest.state.added;
  return (
    <p class="hidden-text" role="status">
      {n > 0 && text('latest.moreShown', { n })}
    </p>
  );
}
