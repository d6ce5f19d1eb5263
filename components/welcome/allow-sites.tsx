import { useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useLede } from '../options/context.ts';
import { Icon } from '../parts/icon.tsx';
import { Arrivals } from './arrivals.tsx';

/** What sources wait for and what was asked for, and the button that asks the browser. Declined, it says so and stays. */
export function AllowSites({ asked }: { readonly asked: readonly string[] }) {
  const { surface, text } = useLede();
  const { value: status } = useAnswer((asked) => asked.status());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAllowed, setAllowed] = useState(false);
  if (status === null) return null;
  const hosts = [...new Set([...(isAllowed ? [] : asked), ...status.waitingHosts])];
  if (hosts.length === 0) return <NothingWaits />;
  // Called before anything is awaited: the browser grants access only from within the click.
  const allow = async () => {
    const result = await surface.allowWaiting(hosts);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setAllowed(true);
  };
  const isRefused = problem?.code === 'no-permission';
  return (
    <>
      <h1>{text('permission.title', { n: hosts.length })}</h1>
      <p class="lede">
        {text(surface.isFirefox ? 'welcome.whyFirefox' : 'welcome.why', { n: hosts.length })}
      </p>
      <ul class="card sites">
        {hosts.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
          </li>
        ))}
      </ul>
      <p class="welcome-end">
        <button type="button" class="button primary large" onClick={() => void allow()}>
          {text(isRefused ? 'welcome.again' : 'permission.allow', { n: hosts.length })}
        </button>
      </p>
      <p class="grant-said" role="alert">
        {problem !== null && (
          <>
            <span class="state-permission">
              <Icon name={isRefused ? 'key' : 'error'} />
            </span>
            {isRefused ? text('allow.refused') : problemText(text, problem)}
          </>
        )}
      </p>
    </>
  );
}

function NothingWaits() {
  const { surface, text } = useLede();
  return (
    <>
      <h1>{text('allow.nothing')}</h1>
      <p class="lede">{text('allow.nothingText')}</p>
      <Arrivals />
      <p class="welcome-end">
        <button type="button" class="button primary large" onClick={() => void surface.openPage('reader')}>
          {text('welcome.openNews')}
        </button>
      </p>
    </>
  );
}
