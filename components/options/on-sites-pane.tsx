import './on-sites.css';
import type { TargetedSubmitEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import type { PanelSite } from '../../utils/model/panel.ts';
import type { Problem } from '../../utils/model/problem.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { IconButton } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import { Outcome, SettingName, SwitchSetting } from './setting.tsx';
import { type EditableSettings, useSettings } from './use-settings.ts';

/** Related news beside articles, and the ticker: where they come by themselves, and what is set for single sites. */
export function OnSitesPane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('onSites.title')}</h1>
      <p class="lede">{text('onSites.lede')}</p>
      {settings !== null && (
        <div class="card on-sites">
          <SwitchSetting
            name={text('onSites.panel')}
            help={text('onSites.panelHelp')}
            checked={settings.panel === 'on'}
            onChange={(isOn) => change({ panel: isOn ? 'on' : 'off' })}
          />
          <SwitchSetting
            name={text('onSites.bar')}
            help={text('onSites.barHelp')}
            checked={settings.panelBar}
            onChange={(panelBar) => change({ panelBar })}
          />
          {isAnywhere(settings) && (
            <SwitchSetting
              name={text('onSites.private')}
              help={text('onSites.privateHelp')}
              checked={settings.panelPrivate}
              onChange={(panelPrivate) => change({ panelPrivate })}
            />
          )}
          {isAnywhere(settings) && <NamedSites hosts={settings.panelHosts} change={change} />}
          {settings.panelSites.length > 0 && <SetSites sites={settings.panelSites} change={change} />}
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}

function isAnywhere({ panel, panelBar }: Pick<Settings, 'panel' | 'panelBar'>): boolean {
  return panel === 'on' || panelBar;
}

function NamedSites({
  hosts,
  change,
}: { readonly hosts: Settings['panelHosts'] } & Pick<EditableSettings, 'change'>) {
  const { surface, text } = useLede();
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [fieldId, helpId] = [useId(), useId()];
  // Asked before anything is awaited: the browser grants access only from within the click.
  const add = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = field.current?.value.trim() ?? '';
    if (address === '') return;
    const result = await surface.panelOn(address);
    setProblem(result.ok ? null : result.problem);
    if (result.ok && field.current !== null) field.current.value = '';
  };
  return (
    <div class="setting">
      <SettingName
        name={text('onSites.add')}
        help={text('onSites.addHelp')}
        fieldId={fieldId}
        helpId={helpId}
      />
      <form noValidate onSubmit={(event) => void add(event)}>
        <input
          ref={field}
          id={fieldId}
          class="field"
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="example.com"
          aria-describedby={helpId}
        />
        <button type="submit" class="button">
          {text('onSites.addButton')}
        </button>
      </form>
      <p class={problem === null ? 'help' : 'state-failed'} role="status">
        {problem !== null && problemText(text, problem)}
      </p>
      {hosts.length > 0 && (
        <ul aria-label={text('onSites.named')}>
          {hosts.map((host) => (
            <li key={host}>
              <bdi>{host}</bdi>
              <span class="help" />
              <IconButton
                icon="close"
                label={text('onSites.remove', { host })}
                onPress={() => change({ panelHosts: hosts.filter((one) => one !== host) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SetSites({
  sites,
  change,
}: { readonly sites: Settings['panelSites'] } & Pick<EditableSettings, 'change'>) {
  const { text } = useLede();
  const words = ({ isOff, isCollapsed, side, isBarOff }: PanelSite): string =>
    [
      isOff ? text('onSites.off') : text(isCollapsed ? 'onSites.collapsed' : 'onSites.open'),
      ...(side === 'start' && !isOff ? [text('onSites.left')] : []),
      ...(isBarOff ? [text('onSites.barOff')] : []),
    ].join(', ');
  return (
    <div class="setting">
      <h2 class="name">{text('onSites.set')}</h2>
      <ul>
        {sites.map((site) => (
          <li key={site.host}>
            <bdi>{site.host}</bdi>
            <span class="help">{words(site)}</span>
            <IconButton
              icon="close"
              label={text('onSites.forget', { host: site.host })}
              onPress={() => change({ panelSites: sites.filter((one) => one !== site) })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
