import { useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account.ts';
import { useNow } from '../app/moment.ts';
import { Button } from '../parts/buttons.tsx';
import { hostOf } from './address.ts';
import { useLede } from './context.ts';
import { LeaveAccount } from './leave-account.tsx';
import { Question } from './question.tsx';
import { serverProblem } from './server-problem.ts';
import type { Act } from './use-deed.ts';

interface CardProps {
  readonly view: AccountView;
  /** Sources that are fetched here. */
  readonly local: number;
  readonly act: Act;
}

/** How the account stands, and what can be done with it. */
export function AccountCard({ view, local, act }: CardProps) {
  const { text } = useLede();
  const { product, user, base } = view;
  const at = text('account.at', { user, host: hostOf(base) });
  return (
    <div class="card account">
      <div class="setting">
        <div>
          <h2 id="account" tabIndex={-1}>
            {text('account.title')}
          </h2>
          <span class="help">
            {product !== null && `${product} · `}
            <bdi title={base}>{at}</bdi>
          </span>
        </div>
      </div>
      <Standing view={view} act={act} />
      {view.moving !== null && <Moving moving={view.moving} />}
      {view.moving === null && local > 0 && view.standing === 'ready' && (
        <Move host={hostOf(base)} local={local} act={act} />
      )}
      <LeaveAccount view={view} act={act} />
    </div>
  );
}

function Standing({ view, act }: Omit<CardProps, 'local'>) {
  const { text, times } = useLede();
  const now = useNow();
  const { syncedAt, standing, isSyncing, problem, nextSyncAt, sources } = view;
  const isReady = standing === 'ready';
  return (
    <div class="setting">
      <div>
        <span class="name">
          {text('account.last')}: {syncedAt === null ? text('carry.never') : times.ago(syncedAt, now)}
        </span>
        <span class="help">
          {text('account.sources', { n: sources })}{' '}
          {isReady && !isSyncing && text('account.next', { time: times.until(nextSyncAt, now) })}
        </span>
        <span class="help">
          <Waiting view={view} />
        </span>
        <span role="status">
          {problem !== null && <span class="help state-failed">{serverProblem(text, problem)}</span>}
        </span>
      </div>
      {isReady && (
        <button
          type="button"
          class="button small"
          aria-disabled={isSyncing}
          onClick={() => !isSyncing && act((surface) => surface.syncAccount())}
        >
          {text(isSyncing ? 'account.syncing' : 'carry.now')}
        </button>
      )}
    </div>
  );
}

/** What the server does not know yet. */
function Waiting({ view: { marksWaiting, changesWaiting } }: Pick<CardProps, 'view'>) {
  const { text } = useLede();
  if (marksWaiting === 0 && changesWaiting === 0) return <>{text('account.noneWait')}</>;
  const said = [];
  if (marksWaiting > 0) said.push(text('account.marks', { n: marksWaiting }));
  if (changesWaiting > 0) said.push(text('account.changes', { n: changesWaiting }));
  return <b>{said.join(' ')}</b>;
}

function Moving({ moving: { done, total } }: { readonly moving: NonNullable<AccountView['moving']> }) {
  const { text } = useLede();
  const words = text('account.moving', { n: total, done: String(done) });
  return (
    <div class="setting">
      <div>
        <span class="name">{text('account.move')}</span>
        <span class="help" role="status">
          {words}
        </span>
        <progress class="file-progress" aria-label={words} max={total} value={done} />
      </div>
    </div>
  );
}

interface MoveProps {
  readonly host: string;
  readonly local: number;
  readonly act: Act;
}

function Move({ host, local, act }: MoveProps) {
  const { text } = useLede();
  const [isAsked, setAsked] = useState(false);
  const move = () => {
    setAsked(false);
    act((surface) => surface.moveSources());
  };
  return (
    <section class="setting">
      <div>
        <span class="name">{text('account.move')}</span>
        <span class="help">{text('account.moveHelp')}</span>
      </div>
      <Button look="small" onPress={() => setAsked(true)}>
        {text('account.moveButton', { n: local })}
      </Button>
      {isAsked && (
        <Question
          title={text('account.moveAsk', { n: local, host })}
          sentences={[text('account.moveWhat')]}
          no={text('account.moveNo')}
          onNo={() => setAsked(false)}
          answers={[{ words: text('account.moveYes'), onPress: move }]}
        />
      )}
    </section>
  );
}
