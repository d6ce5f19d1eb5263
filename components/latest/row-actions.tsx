import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import type { LatestActions } from './controller.ts';

interface RowActionsProps {
  readonly row: LatestRow;
  /** The row for which another that tells the same story is looked for; null where none is. */
  readonly joining: LatestRow | null;
  /** Id of the row's headline. */
  readonly headlineId: string;
  readonly actions: LatestActions;
}

/** What can be done with a row without leaving the list. */
export function RowActions({ row, joining, headlineId, actions }: RowActionsProps) {
  const { text } = useLede();
  if (joining !== null) return <JoinThis row={row} joining={joining} actions={actions} />;
  return (
    <span class="row-actions">
      {row.story !== null && (
        <IconButton
          icon="join"
          label={text('row.join')}
          describedBy={headlineId}
          onPress={() => actions.beginJoin(row)}
        />
      )}
      <IconButton
        icon={row.unread ? 'check' : 'unread'}
        label={text(row.unread ? 'row.markRead' : 'row.markUnread')}
        describedBy={headlineId}
        onPress={() => actions.mark(row, row.unread)}
      />
      {row.url !== null && (
        <IconButton
          icon="open"
          label={text('row.open')}
          describedBy={headlineId}
          onPress={() => actions.open(row, 'background')}
        />
      )}
    </span>
  );
}

function JoinThis({
  row,
  joining,
  actions,
}: Omit<RowActionsProps, 'headlineId' | 'joining'> & { readonly joining: LatestRow }) {
  const { text } = useLede();
  if (row.story === null || row.story.id === joining.story?.id) return null;
  return (
    <span class="row-join">
      <Button look="small" onPress={() => actions.joinWith(row)}>
        {text('row.joinThis')}
      </Button>
    </span>
  );
}

/** The mark of an unread row, for eyes and ears. */
export function UnreadDot() {
  const { text } = useLede();
  return (
    <span class="dot">
      <span class="hidden-text">{text('row.unread')}</span>
    </span>
  );
}
