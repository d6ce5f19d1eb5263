import type { TargetedSubmitEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useLede } from '../app/context.ts';
import { Icon } from '../parts/icon.tsx';
import { addressFrom, hostOf } from './address.ts';

type Progress =
  | { readonly kind: 'idle' | 'busy' | 'empty' }
  | { readonly kind: 'done'; readonly host: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The form that follows a feed by its address. What was typed stays in the field until it worked. */
export function AddFeed() {
  const { surface, text } = useLede();
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const field = useRef<HTMLInputElement>(null);
  const [fieldId, resultId] = [useId(), useId()];
  const failed = progress.kind === 'failed' || progress.kind === 'empty';

  // `follow` is called before anything is awaited: the browser grants access only from within the click.
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = addressFrom(field.current?.value ?? '');
    if (progress.kind === 'busy') return;
    if (address === '') return setProgress({ kind: 'empty' });
    const answer = surface.follow(address);
    setProgress({ kind: 'busy' });
    const result = await answer;
    if (!result.ok) return setProgress({ kind: 'failed', problem: result.problem });
    if (field.current !== null) field.current.value = '';
    setProgress({ kind: 'done', host: hostOf(address) });
  };

  return (
    <form class="card add" noValidate onSubmit={(event) => void submit(event)}>
      <label for={fieldId}>{text('add.label')}</label>
      <div class="line">
        <input
          ref={field}
          id={fieldId}
          class="field"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          placeholder="https://example.com/feed.xml"
          aria-invalid={failed}
          aria-describedby={resultId}
        />
        <button type="submit" class="button primary" aria-disabled={progress.kind === 'busy'}>
          {text(progress.kind === 'busy' ? 'add.busy' : 'add.button')}
        </button>
      </div>
      <p class="add-result" id={resultId} role="status">
        <Outcome progress={progress} />
      </p>
    </form>
  );
}

function Outcome({ progress }: { readonly progress: Progress }) {
  const { text } = useLede();
  switch (progress.kind) {
    case 'done':
      return <Said look="working" words={text('add.done', { host: progress.host })} />;
    case 'failed':
      return <Said look="failed" words={problemText(text, progress.problem)} />;
    case 'empty':
      return <Said look="failed" words={text('add.empty')} />;
    default:
      return <span class="help">{text('add.help')}</span>;
  }
}

function Said({ look, words }: { readonly look: 'working' | 'failed'; readonly words: string }) {
  return (
    <>
      <span class={`state-${look}`}>
        <Icon name={look === 'working' ? 'working' : 'error'} />
      </span>
      <span class={`state-${look}`}>{words}</span>
    </>
  );
}
