import './setting.css';
import { useId } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import { useLede } from './context.ts';
import type { EditableSettings } from './use-settings.ts';

interface SelectSettingProps<Value extends string> {
  readonly name: string;
  readonly help: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

interface SettingNameProps {
  readonly name: string;
  readonly help: string;
  /** Ids of the field that it names, and of the sentence about it. */
  readonly fieldId: string;
  readonly helpId: string;
}

/** What a setting is called, and a sentence about it. */
export function SettingName({ name, help, fieldId, helpId }: SettingNameProps) {
  return (
    <div>
      <label class="name" for={fieldId}>
        {name}
      </label>
      <span class="help" id={helpId}>
        {help}
      </span>
    </div>
  );
}

/** One setting as a name, a sentence and a choice. */
export function SelectSetting<Value extends string>(props: SelectSettingProps<Value>) {
  const { name, help, value, options, onChange } = props;
  const [fieldId, helpId] = [useId(), useId()];
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <div class="setting">
      <SettingName name={name} help={help} fieldId={fieldId} helpId={helpId} />
      <select
        id={fieldId}
        class="field"
        aria-describedby={helpId}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SwitchSettingProps {
  readonly name: string;
  readonly help: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One setting that is on or off. */
export function SwitchSetting({ name, help, checked, onChange }: SwitchSettingProps) {
  const [fieldId, helpId] = [useId(), useId()];
  return (
    <div class="setting">
      <SettingName name={name} help={help} fieldId={fieldId} helpId={helpId} />
      <input
        id={fieldId}
        class="switch"
        type="checkbox"
        role="switch"
        aria-checked={checked}
        aria-describedby={helpId}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

/** Says whether the last change was kept. */
export function Outcome({ outcome }: Pick<EditableSettings, 'outcome'>) {
  const { text } = useLede();
  const failed = outcome !== null && outcome !== 'saved';
  return (
    <p class={failed ? 'saved failed' : 'saved'} role="status">
      {failed ? problemText(text, outcome) : outcome === 'saved' && text('setting.saved')}
    </p>
  );
}
