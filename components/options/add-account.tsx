import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountEntry, AccountFound } from '../../utils/model/account.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { Button } from '../parts/buttons.tsx';
import { Icon } from '../parts/icon.tsx';
import { AccountField } from './account-field.tsx';
import { addressFrom } from './address.ts';
import { useLede } from './context.ts';
import { serverProblem } from './server-problem.ts';

type Progress =
  | { readonly kind: 'idle' | 'testing' | 'adding' | 'empty' }
  | { readonly kind: 'found'; readonly found: AccountFound }
  | { readonly kind: 'failed'; readonly problem: Problem };

const NOTHING: AccountEntry = { address: '', user: '', password: '' };

interface AddAccountProps {
  /** Called once the account was added. */
  readonly onAdded: () => void;
}

/** The form that tests and adds an account. What was tested is added; what is typed after it is tested anew. */
export function AddAccount({ onAdded }: AddAccountProps) {
  const { surface, text } = useLede();
  const [entry, setEntry] = useState(NOTHING);
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const isBusy = progress.kind === 'testing' || progress.kind === 'adding';
  const type = (name: keyof AccountEntry) => (value: string) => {
    setEntry({ ...entry, [name]: value });
    if (progress.kind === 'found') setProgress({ kind: 'idle' });
  };
  const asked = { ...entry, address: addressFrom(entry.address), user: entry.user.trim() };
  // Called before anything is awaited: the browser grants access only from within the click.
  const test = (allow: (surface: Surface) => Promise<Result<AccountFound>>) => {
    if (isBusy) return;
    if (Object.values(asked).includes('')) return setProgress({ kind: 'empty' });
    const answer = allow(surface);
    setProgress({ kind: 'testing' });
    void answer.then((result) =>
      setProgress(
        result.ok ? { kind: 'found', found: result.value } : { kind: 'failed', problem: result.problem },
      ),
    );
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    test((asking) => asking.testAccount(asked));
  };
  const add = async () => {
    setProgress({ kind: 'adding' });
    const result = await surface.addAccount(asked);
    if (result.ok) onAdded();
    else setProgress({ kind: 'failed', problem: result.problem });
  };
  return (
    <form class="card add-account" noValidate onSubmit={submit}>
      <h2 id="account" tabIndex={-1}>
        {text('account.title')}
      </h2>
      <p class="help">{text('account.help')}</p>
      <div class="fields">
        <AccountField name="address" value={entry.address} onType={type('address')} />
        <AccountField name="user" value={entry.user} onType={type('user')} />
        <AccountField name="password" value={entry.password} onType={type('password')} />
      </div>
      <div class="line">
        <button type="submit" class="button" aria-disabled={isBusy}>
          {text(progress.kind === 'testing' ? 'account.testing' : 'account.test')}
        </button>
        <p class="add-result" role="status">
          <Said progress={progress} />
        </p>
        {progress.kind === 'failed' && progress.problem.code === 'private-address' && (
          <Button look="small" onPress={() => test((asking) => asking.testConfirmed(asked))}>
            {text('sources.confirmHost')}
          </Button>
        )}
        {(progress.kind === 'found' || progress.kind === 'adding') && (
          <AddButton isBusy={isBusy} onPress={() => void add()} />
        )}
      </div>
    </form>
  );
}

/** Takes the focus as it comes, so that Enter adds what Enter tested. */
function AddButton({ isBusy, onPress }: { readonly isBusy: boolean; readonly onPress: () => void }) {
  const { text } = useLede();
  const own = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  return (
    <button
      ref={own}
      type="button"
      class="button primary"
      aria-disabled={isBusy}
      onClick={() => !isBusy && onPress()}
    >
      {text(isBusy ? 'account.adding' : 'account.add')}
    </button>
  );
}

function Said({ progress }: { readonly progress: Progress }) {
  const { surface, text } = useLede();
  switch (progress.kind) {
    case 'found': {
      const { product, sources } = progress.found;
      const values = { n: sources, product: product ?? text('account.someServer') };
      return <Words look="working" words={text('account.found', values)} />;
    }
    case 'failed':
      return <Words look="failed" words={serverProblem(text, progress.problem)} />;
    case 'empty':
      return <Words look="failed" words={text('account.empty')} />;
    case 'idle':
      return (
        <span class="help">{text(surface.isFirefox ? 'account.testHelpFirefox' : 'account.testHelp')}</span>
      );
    default:
      return null;
  }
}

function Words({ look, words }: { readonly look: 'working' | 'failed'; readonly words: string }) {
  return (
    <>
      <span class={`state-${look}`}>
        <Icon name={look === 'working' ? 'working' : 'error'} />
      </span>
      <span class={`state-${look}`}>{words}</span>
    </>
  );
}
