import './about.css';
import { useEffect, useState } from 'preact/hooks';
import type { BrowserKey } from '../../utils/surface/surface.ts';
import { useLede } from '../app/context.ts';
import { Button } from '../parts/buttons.tsx';
import { Keys } from '../parts/keys.tsx';

/** The keys of the browser's that open Lede, and where they are set. */
export function ShortcutsPane() {
  const { surface, text } = useLede();
  const keys = useBrowserKeys();
  return (
    <>
      <h1>{text('keys.title')}</h1>
      <p class="lede">{text('keys.lede')}</p>
      <section class="card about-card" aria-labelledby="browser-keys">
        <h2 id="browser-keys">{text('keys.browser')}</h2>
        <p class="help">{text('keys.browserHelp')}</p>
        <ul class="key-list">
          {keys.map(({ name, key }) => (
            <li key={name}>
              <span>{text(name === '_execute_action' ? 'keys.popup' : 'keys.sidebar')}</span>
              {key === '' ? <span class="help">{text('keys.none')}</span> : <Keys keys={key} />}
            </li>
          ))}
        </ul>
        <Button look="small" onPress={() => void surface.openKeySettings()}>
          {text('keys.change')}
        </Button>
      </section>
    </>
  );
}

const KNOWN = ['_execute_action', '_execute_side_panel', '_execute_sidebar_action'];

function useBrowserKeys(): readonly BrowserKey[] {
  const { surface } = useLede();
  const [keys, setKeys] = useState<readonly BrowserKey[]>([]);
  useEffect(() => {
    void surface.browserKeys().then((all) => setKeys(all.filter(({ name }) => KNOWN.includes(name))));
  }, [surface]);
  return keys;
}
