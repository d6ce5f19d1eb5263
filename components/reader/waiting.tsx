import { problemText } from '../../utils/i18n/problem.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useLede } from '../app/context.ts';
import { Skeleton } from '../latest/skeleton.tsx';
import { Button } from '../parts/buttons.tsx';
import { EmptyState } from '../parts/note.tsx';

/** What stands in place of a page until its answer is there, or where it cannot be had. */
export function Waiting({ problem }: { readonly problem: Problem | null }) {
  const { text } = useLede();
  if (problem === null) return <Skeleton />;
  return (
    <EmptyState kind="error" title={text('storage.title')} sentence={problemText(text, problem)}>
      <Button look="primary" onPress={() => location.reload()}>
        {text('failed.again')}
      </Button>
    </EmptyState>
  );
}
