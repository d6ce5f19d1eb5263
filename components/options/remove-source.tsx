import { problemText } from '../../utils/i18n/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';

interface RemoveSourceProps {
  readonly row: SourceRow;
  readonly onKeep: () => void;
  /** Called with the outcome in words. */
  readonly onDone: (words: string) => void;
}

/** The question before a source is no longer followed. Escape keeps it. */
export function RemoveSource({ row, onKeep, onDone }: RemoveSourceProps) {
  const { surface, text } = useLede();
  const name = row.title || row.host;
  const remove = async () => {
    const result = await surface.unfollow(row.id);
    onDone(result.ok ? text('sources.removed', { name }) : problemText(text, result.problem));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line
    <span
      class="row-end"
      role="group"
      aria-label={text('sources.remove', { name })}
      onKeyDown={(event) => event.key === 'Escape' && onKeep()}
    >
      <span class="ask">{text('sources.removeAsk', { name })}</span>
      <Button look="small" onPress={onKeep}>
        {text('sources.removeNo')}
      </Button>
      <Button look="small primary" onPress={() => void remove()}>
        {text('sources.removeYes')}
      </Button>
    </span>
  );
}
