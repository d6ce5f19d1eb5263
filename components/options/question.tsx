import './question.css';
import { useId, useLayoutEffect } from 'preact/hooks';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';

interface QuestionProps {
  readonly title: string;
  /** What will happen. */
  readonly sentence: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks before something is done that cannot be taken back. The focus goes to the answer that does nothing; Escape gives
 * it, and when the question goes the focus goes back to the first button of its section.
 */
export function Question({ title, sentence, yes, no, onYes, onNo }: QuestionProps) {
  const own = useHeir<HTMLDivElement>(firstButtonBefore);
  const [titleId, sentenceId] = [useId(), useId()];
  useLayoutEffect(() => own.current?.querySelector('button')?.focus(), [own]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn with a frame of its own
    <div
      ref={own}
      class="question"
      role="group"
      aria-labelledby={titleId}
      aria-describedby={sentenceId}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      <p id={titleId} class="name">
        {title}
      </p>
      <p id={sentenceId}>{sentence}</p>
      <div class="line">
        <Button look="small" onPress={onNo}>
          {no}
        </Button>
        <Button look="small primary" onPress={onYes}>
          {yes}
        </Button>
      </div>
    </div>
  );
}

function firstButtonBefore(own: HTMLElement): HTMLElement | null {
  return own.closest('section')?.querySelector('button') ?? null;
}
