import { useId, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account.ts';
import { hostOf } from './address.ts';
import { useLede } from './context.ts';
import { useAccount } from './use-account.ts';

export interface Fetching {
  /** The account that what is added may go to; null where there is none that works. */
  readonly account: AccountView | null;
  /** Whether what is added next goes there. */
  readonly there: boolean;
  readonly choose: (there: boolean) => void;
}

/** Who fetches what is added: the account's server, where there is one, unless the reader says otherwise. */
export function useFetching(): Fetching {
  const [wanted, setWanted] = useState(true);
  const { account: known } = useAccount();
  const account = known?.standing === 'ready' ? known : null;
  return { account, there: wanted && account !== null, choose: setWanted };
}

/** The choice between the two, where there is one. */
export function FetchedBy({ account, there, choose }: Fetching) {
  const { text } = useLede();
  const id = useId();
  if (account === null) return null;
  const host = hostOf(account.base);
  return (
    <p class="fetched-by">
      <label for={id}>{text('add.fetchedBy')}</label>
      <select
        id={id}
        class="field"
        value={there ? 'there' : 'here'}
        onChange={(event) => choose(event.currentTarget.value === 'there')}
      >
        <option value="there">{account.product === null ? host : `${account.product} (${host})`}</option>
        <option value="here">{text('add.byLede')}</option>
      </select>
    </p>
  );
}
