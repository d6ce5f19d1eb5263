import './alerts-pane.css';
import type { BADGE_MODES, Settings } from '../../utils/model/settings.ts';
import { Glyph } from '../parts/icon.tsx';
import { AlertHistory } from './alert-history.tsx';
import { BreakingSetting } from './breaking-setting.tsx';
import { useLede } from './context.ts';
import { intervals } from './intervals.ts';
import { QuietSetting } from './quiet-setting.tsx';
import { Outcome, SelectSetting } from './setting.tsx';
import { ToldBy } from './told-by.tsx';
import { type EditableSettings, useSettings } from './use-settings.ts';
import type { Sources } from './use-sources.ts';
import { WatchSetting } from './watch-setting.tsx';

/** What Lede does unasked: the badge, what it tells of and how, and how often it looks for news. */
export function AlertsPane({ sources }: { readonly sources: Sources }) {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('alerts.title')}</h1>
      <p class="lede">{text('alerts.lede')}</p>
      {settings !== null && (
        <div class="alert-cards">
          <div class="card">
            <div class="setting">
              <BadgeMode badge={settings.badge} change={change} />
            </div>
          </div>
          <div class="card">
            <WatchSetting words={settings.watchWords} sources={sources} change={change} />
            <ToldBy kind="watch" alertBy={settings.alertBy} change={change} />
          </div>
          <div class="card">
            <BreakingSetting breaking={settings.breaking} change={change} />
            <ToldBy kind="breaking" alertBy={settings.alertBy} change={change} />
          </div>
          <div class="card">
            <QuietSetting quietHours={settings.quietHours} change={change} />
          </div>
          <AlertHistory />
          <div class="card">
            <SelectSetting
              name={text('alerts.interval')}
              help={text('alerts.intervalHelp')}
              value={String(settings.checkMinutes ?? 'auto')}
              options={intervals(text, settings.checkMinutes, text('alerts.auto'))}
              onChange={(value) => change({ checkMinutes: value === 'auto' ? null : Number(value) })}
            />
          </div>
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}

interface Mode {
  readonly value: (typeof BADGE_MODES)[number];
  readonly name: string;
  readonly help: string;
  /** What stands on the icon. */
  readonly sample: string | null;
}

function BadgeMode({ badge, change }: Pick<Settings, 'badge'> & Pick<EditableSettings, 'change'>) {
  const { text } = useLede();
  const modes: readonly Mode[] = [
    { value: 'new', name: text('alerts.new'), help: text('alerts.newHelp'), sample: '7' },
    { value: 'unread', name: text('alerts.unread'), help: text('alerts.unreadHelp'), sample: '24' },
    { value: 'alerts', name: text('alerts.only'), help: text('alerts.onlyHelp'), sample: '!' },
    { value: 'off', name: text('alerts.off'), help: text('alerts.offHelp'), sample: null },
  ];
  return (
    <fieldset class="choices">
      <legend>
        <span class="name">{text('alerts.badge')}</span>
        <span class="help">{text('alerts.badgeHelp')}</span>
      </legend>
      {modes.map(({ value, name, help, sample }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name="badge"
            checked={badge === value}
            onChange={() => change({ badge: value })}
          />
          <span>
            <b>{name}</b>
            <span class="help">{help}</span>
          </span>
          <span class={value === 'alerts' ? 'sample urgent' : 'sample'} aria-hidden="true">
            <Glyph size={18} />
            {sample !== null && <span>{sample}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
