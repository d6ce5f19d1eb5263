import './question.css';
import { useId, useLayoutEffect } from 'preact/hooks';
import { Button } from '../parts/buttons.tsx';
import { firstButtonOfSection, useHeir } from '../parts/focus.ts';

interface QuestionProps {
  readonly title: string;
  /** What will happen. */
  readonly sentences: readonly string[];
  /** The answer that does nothing. */
  readonly no: string;
  readonly onNo: () => void;
  /** The answers that do something, the likeliest first. */
  readonly answers: readonly { readonly words: string; readonly onPress: () => void }[];
}

/**
 * Asks before something is done that cannot be taken back. The focus goes to the answer that does nothing; Escape gives
 * it, and when the question goes the focus goes back to the first button of its section.
 */
export function Question({ title, sentences, no, onNo, answers }: QuestionProps) {
  const own = useHeir<HTMLDivElement>(firstButtonOfSection);
  const [titleId, sentencesId] = [useId(), useId()];
  useLayoutEffect(() => own.current?.querySelector('button')?.focus(), [own]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn with a frame of its own
    <div
      ref={own}
      class="question"
      role="group"
      aria-labelledby={titleId}
      aria-describedby={sentencesId}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      <p id={titleId} class="name">
        {title}
      </p>
      <div id={sentencesId}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div class="line">
        <Button look="small" onPress={onNo}>
          {no}
        </Button>
        {answers.map(({ words, onPress }, index) => (
          <Button key={words} look={index === 0 ? 'small primary' : 'small'} onPress={onPress}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
