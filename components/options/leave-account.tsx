import { useState } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account.ts';
import { Button } from '../parts/buttons.tsx';
import { hostOf } from './address.ts';
import { useLede } from './context.ts';
import { Question } from './question.tsx';
import type { Act } from './use-deed.ts';

interface LeaveProps {
  readonly view: AccountView;
  readonly act: Act;
}

/** Leaving the account: asks first, and whether its articles stay. */
export function LeaveAccount({ view, act }: LeaveProps) {
  const { text } = useLede();
  const [isAsked, setAsked] = useState(false);
  const leave = (keep: boolean) => {
    setAsked(false);
    act((surface) => surface.leaveAccount(keep));
  };
  const sentences = [text('account.leaveKeepText'), text('account.leaveDropText')];
  if (view.marksWaiting + view.changesWaiting > 0) sentences.push(text('account.leaveUnsent'));
  return (
    <section class="setting">
      <div>
        <span class="name">{text('account.leave')}</span>
        <span class="help">{text('account.leaveHelp')}</span>
      </div>
      <Button look="small" onPress={() => setAsked(true)}>
        {text('account.leaveButton')}
      </Button>
      {isAsked && (
        <Question
          title={text('account.leaveAsk', { host: hostOf(view.base) })}
          sentences={sentences}
          no={text('account.leaveNo')}
          onNo={() => setAsked(false)}
          answers={[
            { words: text('account.leaveKeep'), onPress: () => leave(true) },
            { words: text('account.leaveDrop'), onPress: () => leave(false) },
          ]}
        />
      )}
    </section>
  );
}
