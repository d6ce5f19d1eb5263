/** The first page that a reader sees: choose sources, allow them, and see headlines come. */
import '../options/options.css';
import './welcome.css';
import { useEffect, useState } from 'preact/hooks';
import { useHash } from '../app/use-hash.ts';
import { useLede } from '../options/context.ts';
import { useFollowing } from '../options/use-following.ts';
import { useSources } from '../options/use-sources.ts';
import { Wordmark } from '../parts/wordmark.tsx';
import { AllowSites } from './allow-sites.tsx';
import { Choose } from './choose.tsx';
import { Started } from './started.tsx';

/**
 * With `#allow` in its address it asks for what sources wait for, and for the hosts named behind it: the popup of Firefox
 * sends its reader here.
 */
export function Welcome() {
  const { text } = useLede();
  const hash = useHash();
  const asksForWaiting = hash.startsWith('#allow');
  useEffect(() => {
    document.title = `${text('app.name')} · ${text(asksForWaiting ? 'allow.title' : 'welcome.title')}`;
  }, [text, asksForWaiting]);
  return (
    <main class="welcome">
      <Wordmark />
      {asksForWaiting ? <AllowSites asked={hostsOf(hash)} /> : <Begin />}
    </main>
  );
}

function Begin() {
  const sources = useSources();
  const following = useFollowing();
  const { round } = following;
  const [again, setAgain] = useState(false);
  // Nothing ends before the browser has answered: until then the choice stays in sight.
  const isAllowed = round !== null && round.problem === null && (round.ended.length > 0 || !round.busy);
  if (isAllowed && !again) return <Started round={round} onChooseMore={() => setAgain(true)} />;
  return (
    <Choose
      sources={sources}
      following={{
        round,
        follow: (entries) => {
          setAgain(false);
          return following.follow(entries);
        },
      }}
    />
  );
}

/** `#allow?a.example&b.example` */
function hostsOf(hash: string): string[] {
  const [, named = ''] = hash.split('?');
  return named.split('&').map(decode).filter(isHost);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Any page may lead here: what is asked for is a host and nothing else. */
function isHost(name: string): boolean {
  return URL.parse(`https://${name}/`)?.host === name;
}
