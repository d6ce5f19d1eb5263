import './about.css';
import { useEffect, useState } from 'preact/hooks';
import type { BrowserKey } from '../../utils/surface/surface.ts';
import { ShortcutList } from '../keyboard/shortcut-sheet.tsx';
import { Button } from '../parts/buttons.tsx';
import { Keys } from '../parts/keys.tsx';
import { useLede } from './context.ts';
import { Outcome, SwitchSetting } from './setting.tsx';
import { useSettings } from './use-settings.ts';

/** The keys of the browser's that open Lede, with where they are set; then those in lists, which can be switched off. */
export function ShortcutsPane() {
  const { surface, text } = useLede();
  const keys = useBrowserKeys();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('keys.title')}</h1>
      <p class="lede">{text('browserKeys.lede')}</p>
      <section class="card about-card" aria-labelledby="browser-keys">
        <h2 id="browser-keys">{text('browserKeys.browser')}</h2>
        <p class="help">{text('browserKeys.browserHelp')}</p>
        <ul class="key-list">
          {keys.map(({ name, key }) => (
            <li key={name}>
              <span>{text('browserKeys.popup')}</span>
              {key === '' ? <span class="help">{text('browserKeys.none')}</span> : <Keys keys={key} />}
            </li>
          ))}
        </ul>
        <Button look="small" onPress={() => void surface.openKeySettings()}>
          {text('browserKeys.change')}
        </Button>
      </section>
      <section class="card about-card" aria-labelledby="list-keys">
        <h2 id="list-keys">{text('keys.inLists')}</h2>
        <ShortcutList />
        <p class="help">{text('keys.layout')}</p>
      </section>
      {settings !== null && (
        <div class="card">
          <SwitchSetting
            name={text('keys.use')}
            help={text('keys.useHelp')}
            checked={settings.shortcuts}
            onChange={(shortcuts) => change({ shortcuts })}
          />
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}

/** What the manifest names a key for. */
const KNOWN = ['_execute_action'];

function useBrowserKeys(): readonly BrowserKey[] {
  const { surface } = useLede();
  const [keys, setKeys] = useState<readonly BrowserKey[]>([]);
  useEffect(() => {
    void surface.browserKeys().then((all) => setKeys(all.filter(({ name }) => KNOWN.includes(name))));
  }, [surface]);
  return keys;
}
