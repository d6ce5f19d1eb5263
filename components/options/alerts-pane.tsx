import type { Settings } from '../../utils/model/settings.ts';
import { useLede } from '../app/context.ts';
import { Glyph } from '../parts/icon.tsx';
import { BreakingSetting } from './breaking-setting.tsx';
import { intervals } from './intervals.ts';
import { Outcome, SelectSetting } from './setting.tsx';
import { type EditableSettings, useSettings } from './use-settings.ts';

/** What Lede does unasked: the badge, and how often it looks for news. */
export function AlertsPane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('alerts.title')}</h1>
      <p class="lede">{text('alerts.lede')}</p>
      {settings !== null && (
        <div class="card">
          <div class="setting">
            <BadgeMode badge={settings.badge} change={change} />
          </div>
          <SelectSetting
            name={text('alerts.interval')}
            help={text('alerts.intervalHelp')}
            value={String(settings.checkMinutes ?? 'auto')}
            options={intervals(text, settings.checkMinutes, text('alerts.auto'))}
            onChange={(value) => change({ checkMinutes: value === 'auto' ? null : Number(value) })}
          />
          <BreakingSetting breaking={settings.breaking} change={change} />
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}

function BadgeMode({ badge, change }: Pick<Settings, 'badge'> & Pick<EditableSettings, 'change'>) {
  const { text } = useLede();
  const modes = [
    { value: 'new', name: text('alerts.new'), help: text('alerts.newHelp'), sample: '7' },
    { value: 'unread', name: text('alerts.unread'), help: text('alerts.unreadHelp'), sample: '24' },
    { value: 'off', name: text('alerts.off'), help: text('alerts.offHelp'), sample: null },
  ] as const;
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
          <span class="sample" aria-hidden="true">
            <Glyph size={18} />
            {sample !== null && <span>{sample}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
