import { useId } from 'preact/hooks';
import type { AccountEntry } from '../../utils/model/account.ts';
import { useLede } from './context.ts';

interface AccountFieldProps {
  readonly name: keyof AccountEntry;
  readonly value: string;
  readonly onType: (value: string) => void;
}

const KINDS = {
  address: { type: 'url', autoComplete: 'off' },
  user: { type: 'text', autoComplete: 'off' },
  // Not the password of a page: the browser's keeper of passwords has no business with it.
  password: { type: 'password', autoComplete: 'off' },
} as const;

/** One of the three things that an account is reached by. */
export function AccountField({ name, value, onType }: AccountFieldProps) {
  const { text } = useLede();
  const [id, helpId] = [useId(), useId()];
  const hasHelp = name !== 'user';
  return (
    <div class={name}>
      <label for={id}>{text(`account.${name}`)}</label>
      <input
        id={id}
        class="field"
        {...KINDS[name]}
        spellcheck={false}
        placeholder={name === 'address' ? 'https://news.example.com' : undefined}
        aria-describedby={hasHelp ? helpId : undefined}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {name !== 'user' && (
        <span class="help" id={helpId}>
          {text(name === 'address' ? 'account.addressHelp' : 'account.passwordHelp')}
        </span>
      )}
    </div>
  );
}
