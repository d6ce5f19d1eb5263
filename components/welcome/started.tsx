import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FullText } from '../../utils/i18n/catalogue.ts';
import { useLede } from '../options/context.ts';
import { Results } from '../options/follow-packs.tsx';
import type { Round } from '../options/use-following.ts';
import { Button } from '../parts/buttons.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { Arrivals } from './arrivals.tsx';

interface StartedProps {
  readonly round: Round;
  readonly onChooseMore: () => void;
}

/** Sources answer and headlines come in while the reader watches; then what to know of Lede. */
export function Started({ round, onChooseMore }: StartedProps) {
  const { surface, text } = useLede();
  const { busy, ended } = round;
  const failed = ended.filter(({ result }) => !result.ok && result.problem.code !== 'already-followed');
  const isNothing = !busy && failed.length === ended.length;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text(busy ? 'welcome.coming' : isNothing ? 'welcome.none' : 'welcome.done')}
      </h1>
      <p class="lede" role="status">
        {answered(text, round, failed.length)}
      </p>
      <Arrivals />
      {!busy && failed.length > 0 && <Results ended={failed} />}
      {!busy && !isNothing && <Tips />}
      <p class="welcome-end">
        {isNothing ? null : (
          <button type="button" class="button primary large" onClick={() => void surface.openPage('reader')}>
            {text('welcome.openNews')}
          </button>
        )}
        {!busy && (
          <Button look={isNothing ? 'primary' : 'plain'} onPress={onChooseMore}>
            {text('welcome.more')}
          </Button>
        )}
      </p>
    </>
  );
}

function answered(text: FullText, { count, ended, busy }: Round, failed: number): string {
  const done = String(ended.length - failed);
  if (busy) return text('welcome.progress', { n: count, done });
  const said = text('welcome.answered', { n: count, done });
  return failed === 0 ? said : `${said} ${text('welcome.rest', { n: failed })}`;
}

/** How to have Lede at hand. */
function Tips() {
  const { surface, text } = useLede();
  const key = useOpeningKey();
  return (
    <ul class="card tips">
      <Tip icon="pin" title={text('tips.pin')}>
        {text(surface.isFirefox ? 'tips.pinFirefox' : 'tips.pinChrome')}
      </Tip>
      {key !== '' && (
        <Tip icon="search" title={text('tips.key')} end={<Keys keys={key} />}>
          {text('tips.keyText')}
        </Tip>
      )}
      <Tip
        icon="settings"
        title={text('tips.settings')}
        end={
          <Button look="small" onPress={() => void surface.openPage('options')}>
            {text('tips.open')}
          </Button>
        }
      >
        {text('tips.settingsText')}
      </Tip>
    </ul>
  );
}

interface TipProps {
  readonly icon: IconName;
  readonly title: string;
  readonly end?: ComponentChildren;
  readonly children: string;
}

function Tip({ icon, title, end, children }: TipProps) {
  return (
    <li>
      <Icon name={icon} size={20} />
      <div>
        <b>{title}</b>
        <p>{children}</p>
      </div>
      <span>{end}</span>
    </li>
  );
}

function useOpeningKey(): string {
  const { surface } = useLede();
  const [key, setKey] = useState('');
  useEffect(() => {
    void surface
      .browserKeys()
      .then((keys) => setKey(keys.find(({ name }) => name === '_execute_action')?.key ?? ''));
  }, [surface]);
  return key;
}
