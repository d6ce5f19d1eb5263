import type { SourceRow } from '../../utils/model/view.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';

interface RemoveSourceProps {
  readonly row: SourceRow;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** The question before a source is no longer followed. Escape keeps it. */
export function RemoveSource({ row, onKeep, onRemove }: RemoveSourceProps) {
  const { text } = useLede();
  const name = row.title || row.host;
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
      <Button look="small primary" onPress={onRemove}>
        {text('sources.removeYes')}
      </Button>
    </span>
  );
}
