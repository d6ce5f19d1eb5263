import { useId, useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account.ts';
import { Button } from '../parts/buttons.tsx';
import { Note } from '../parts/note.tsx';
import { hostOf } from './address.ts';
import { useLede } from './context.ts';
import type { Act } from './use-deed.ts';

interface NoteProps {
  readonly view: AccountView;
  readonly act: Act;
}

/** What the account waits for, each with the button that gives it. */
export function AccountNotes({ view, act }: NoteProps) {
  return (
    <>
      {view.standing === 'no-access' && <NoAccess view={view} act={act} />}
      {view.standing === 'no-consent' && <NoConsent view={view} act={act} />}
      {view.standing === 'signed-out' && <SignedOut view={view} act={act} />}
      {view.vanished > 0 && <Vanished view={view} act={act} />}
    </>
  );
}

function NoAccess({ view: { base }, act }: NoteProps) {
  const { text } = useLede();
  const host = hostOf(base);
  return (
    <Note kind="info" title={text('account.noAccess', { host })} sentence={text('account.noAccessText')}>
      <Button look="small primary" onPress={() => act((surface) => surface.allowAccount(base))}>
        {text('account.allow', { host })}
      </Button>
    </Note>
  );
}

function NoConsent({ view: { base }, act }: NoteProps) {
  const { text } = useLede();
  const sentence = text('account.noConsentText', { host: hostOf(base) });
  return (
    <Note kind="info" title={text('account.noConsent')} sentence={sentence}>
      <Button look="small primary" onPress={() => act((surface) => surface.allowAccount(base))}>
        {text('account.consent')}
      </Button>
    </Note>
  );
}

function SignedOut({ view: { base }, act }: NoteProps) {
  const { text } = useLede();
  const [password, setPassword] = useState('');
  const id = useId();
  return (
    <Note
      kind="warning"
      icon="key"
      title={text('account.signedOut', { host: hostOf(base) })}
      sentence={text('account.signedOutText')}
    >
      <form
        class="sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') act((surface) => surface.signInAgain(password));
        }}
      >
        <label for={id}>{text('account.password')}</label>
        <input
          id={id}
          class="field"
          type="password"
          autoComplete="off"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit" class="button primary">
          {text('account.signIn')}
        </button>
      </form>
    </Note>
  );
}

function Vanished({ view: { vanished }, act }: NoteProps) {
  const { text } = useLede();
  const answer = (remove: boolean) => act((surface) => surface.answerVanished(remove));
  return (
    <Note
      kind="warning"
      icon="error"
      title={text('account.vanished', { n: vanished })}
      sentence={text('account.vanishedText')}
    >
      <Button look="small primary" onPress={() => answer(false)}>
        {text('account.vanishedKeep')}
      </Button>
      <Button look="small" onPress={() => answer(true)}>
        {text('account.vanishedRemove')}
      </Button>
    </Note>
  );
}
