import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { IconButton } from '../parts/buttons.tsx';
import type { LatestActions } from './controller.ts';

interface RowActionsProps {
  readonly row: LatestRow;
  /** Id of the row's headline. */
  readonly headlineId: string;
  readonly actions: LatestActions;
}

/** What can be done with a row without leaving the list. */
export function RowActions({ row, headlineId, actions }: RowActionsProps) {
  const { text } = useLede();
  return (
    <span class="row-actions">
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

/** The mark of an unread row, for eyes and ears. */
export function UnreadDot() {
  const { text } = useLede();
  return (
    <span class="dot">
      <span class="hidden-text">{text('row.unread')}</span>
    </span>
  );
}
