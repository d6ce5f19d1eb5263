import type { Text } from '../../utils/i18n/catalogue.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import { MenuButton, type MenuItem } from '../parts/menu.tsx';
import type { LatestActions } from './state.ts';

interface RowActionsProps {
  readonly row: LatestRow;
  /** The row for which another that tells the same story is looked for; null where none is. */
  readonly joining: LatestRow | null;
  /** Id of the row's headline. */
  readonly headlineId: string;
  readonly actions: LatestActions;
  /** Shows the first lines of the article, where the row does not show them anyway. */
  readonly onUnfold?: () => void;
}

/** What can be done with a row without leaving the list. */
export function RowActions({ row, joining, headlineId, actions, onUnfold }: RowActionsProps) {
  const { text } = useLede();
  if (joining !== null) return <JoinThis row={row} joining={joining} actions={actions} />;
  return (
    <span class="row-actions">
      <IconButton
        icon={row.unread ? 'check' : 'unread'}
        label={text(row.unread ? 'row.markRead' : 'row.markUnread')}
        describedBy={headlineId}
        onPress={() => actions.mark(row, row.unread)}
      />
      <IconButton
        icon={row.saved ? 'saved' : 'save'}
        label={text(row.saved ? 'row.unsave' : 'row.save')}
        describedBy={headlineId}
        onPress={() => actions.save(row, !row.saved)}
      />
      {row.url !== null && (
        <IconButton
          icon="open"
          label={text('row.open')}
          describedBy={headlineId}
          onPress={() => actions.open(row, 'background')}
        />
      )}
      <MenuButton
        icon="more"
        label={text('row.others')}
        describedBy={headlineId}
        items={menuOf(row, text, actions, onUnfold)}
      />
    </span>
  );
}

function menuOf(
  row: LatestRow,
  text: Text,
  actions: LatestActions,
  onUnfold: (() => void) | undefined,
): MenuItem[] {
  const ofStory = [
    { name: text('row.hide'), onPress: () => actions.hide(row) },
    { name: text('row.join'), onPress: () => actions.beginJoin(row) },
  ];
  return [
    ...(onUnfold && row.snippet !== '' ? [{ name: text('row.unfold'), onPress: onUnfold }] : []),
    ...(row.story === null ? [] : ofStory),
    { name: text('row.muteWord'), onPress: () => actions.chooseWord(row) },
    { name: text('row.muteSource', { name: row.source.name }), onPress: () => actions.muteSource(row) },
  ];
}

function JoinThis({
  row,
  joining,
  actions,
}: Omit<RowActionsProps, 'headlineId' | 'joining' | 'onUnfold'> & { readonly joining: LatestRow }) {
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
