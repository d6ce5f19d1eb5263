import { useLede } from '../app/context.ts';
import type { Latest } from './use-latest.ts';

interface WaitingProps {
  readonly latest: Latest;
  /** The rows are about to be shown: the list goes to its top. */
  readonly onShow: () => void;
}

/** '3 new': rows that arrived while others are read, and wait until they are asked for. */
export function Waiting({ latest: { state, actions }, onShow }: WaitingProps) {
  const { text } = useLede();
  const { waiting } = state;
  const show = () => {
    onShow();
    actions.showNew();
  };
  return (
    <div class="waiting" role="status">
      {waiting > 0 && (
        <button type="button" onClick={show}>
          {text('latest.waiting', { n: waiting })}
        </button>
      )}
    </div>
  );
}
