import { useId } from 'preact/hooks';
import type { QuietHours } from '../../utils/model/quiet-hours.ts';
import { useLede } from './context.ts';
import { SwitchSetting } from './setting.tsx';
import type { EditableSettings } from './use-settings.ts';

interface QuietSettingProps extends Pick<EditableSettings, 'change'> {
  readonly quietHours: QuietHours;
}

/** Hours in which nothing is notified. */
export function QuietSetting({ quietHours, change }: QuietSettingProps) {
  const { text } = useLede();
  const set = (patch: Partial<QuietHours>) => change({ quietHours: { ...quietHours, ...patch } });
  return (
    <>
      <SwitchSetting
        name={text('quiet.hours')}
        help={text('quiet.help')}
        checked={quietHours.isOn}
        onChange={(isOn) => set({ isOn })}
      />
      {quietHours.isOn && (
        <div class="setting">
          <div class="quiet-times">
            <TimeField
              label={text('quiet.from')}
              value={quietHours.from}
              onChange={(from) => set({ from })}
            />
            <TimeField label={text('quiet.to')} value={quietHours.to} onChange={(to) => set({ to })} />
          </div>
        </div>
      )}
      {quietHours.isOn && (
        <SwitchSetting
          name={text('quiet.breaking')}
          help={text('quiet.breakingHelp')}
          checked={quietHours.exceptBreaking}
          onChange={(exceptBreaking) => set({ exceptBreaking })}
        />
      )}
    </>
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** Minutes after midnight. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  const id = useId();
  const change = (clock: string) => {
    const [hours, minutes] = clock.split(':').map(Number);
    // A field that is being typed in is empty until it holds a whole time.
    if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes);
  };
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        type="time"
        value={clockOf(value)}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </>
  );
}

function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
