import './question.css';
import { useLayoutEffect } from 'preact/hooks';
import type { BackupSummary, RestoreMode } from '../../utils/model/backup-format.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';

interface RestorePreviewProps {
  readonly summary: BackupSummary;
  readonly onRestore: (mode: RestoreMode) => void;
  readonly onCancel: () => void;
}

/** What a backup holds, and the two ways in which it can come back. Escape leaves everything as it is. */
export function RestorePreview({ summary, onRestore, onCancel }: RestorePreviewProps) {
  const { text, times } = useLede();
  const own = useHeir<HTMLDivElement>(firstButtonBefore);
  useLayoutEffect(() => own.current?.querySelector('button')?.focus(), [own]);
  const holds = [
    text('lists.sources', { n: summary.sources }),
    text('backup.articles', { n: summary.articles }),
    ...(summary.saved > 0 ? [text('backup.saved', { n: summary.saved })] : []),
  ].join(' ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn with a frame of its own
    <div
      ref={own}
      class="question"
      role="group"
      aria-labelledby="backup-of"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p id="backup-of" class="name">
        {text('backup.of', { when: times.full(summary.at) })}
      </p>
      <p>{holds}</p>
      <p>{text('backup.how')}</p>
      <div class="line">
        <Button look="small" onPress={onCancel}>
          {text('backup.cancel')}
        </Button>
        <Button look="small primary" onPress={() => onRestore('merge')}>
          {text('backup.merge')}
        </Button>
        <Button look="small" onPress={() => onRestore('replace')}>
          {text('backup.replace')}
        </Button>
      </div>
    </div>
  );
}

function firstButtonBefore(own: HTMLElement): HTMLElement | null {
  return own.closest('section')?.querySelector('button') ?? null;
}
