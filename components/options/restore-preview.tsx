import type { BackupSummary, RestoreMode } from '../../utils/model/backup-format.ts';
import { useLede } from './context.ts';
import { Question } from './question.tsx';

interface RestorePreviewProps {
  readonly summary: BackupSummary;
  readonly onRestore: (mode: RestoreMode) => void;
  readonly onCancel: () => void;
}

/** What a backup holds, and the two ways in which it can come back. */
export function RestorePreview({ summary, onRestore, onCancel }: RestorePreviewProps) {
  const { text, times } = useLede();
  const holds = [
    text('lists.sources', { n: summary.sources }),
    text('backup.articles', { n: summary.articles }),
    ...(summary.saved > 0 ? [text('backup.saved', { n: summary.saved })] : []),
  ].join(' ');
  return (
    <Question
      title={text('backup.of', { when: times.full(summary.at) })}
      sentences={[holds, text('backup.how')]}
      no={text('backup.cancel')}
      onNo={onCancel}
      answers={[
        { words: text('backup.merge'), onPress: () => onRestore('merge') },
        { words: text('backup.replace'), onPress: () => onRestore('replace') },
      ]}
    />
  );
}
