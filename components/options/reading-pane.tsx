import { MOST_MUTED_WORDS, type Settings } from '../../utils/model/settings.ts';
import { useLede } from './context.ts';
import { Outcome, SelectSetting, SwitchSetting } from './setting.tsx';
import { type EditableSettings, useSettings } from './use-settings.ts';
import { WordField } from './word-field.tsx';

/** What is read: the words that the reader wants to see nothing of, pictures, and how articles are set. */
export function ReadingPane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('reading.title')}</h1>
      <p class="lede">{text('reading.lede')}</p>
      {settings !== null && (
        <div class="card">
          <WordField
            name={text('reading.muted')}
            help={text('reading.mutedHelp')}
            words={settings.mutedWords}
            most={MOST_MUTED_WORDS}
            onChange={(mutedWords) => change({ mutedWords: [...mutedWords] })}
          />
        </div>
      )}
      {settings !== null && <TextSettings settings={settings} change={change} />}
      <Outcome outcome={outcome} />
    </>
  );
}

interface TextSettingsProps extends Pick<EditableSettings, 'change'> {
  readonly settings: Settings;
}

/** Articles on the reading page: their pictures, and how their text is set. */
function TextSettings({ settings, change }: TextSettingsProps) {
  const { text } = useLede();
  return (
    <div class="card">
      <SwitchSetting
        name={text('reading.images')}
        help={text('reading.imagesHelp')}
        checked={settings.images}
        onChange={(images) => change({ images })}
      />
      <SelectSetting
        name={text('reading.size')}
        help={text('reading.sizeHelp')}
        value={settings.textSize}
        options={[
          { value: 'small', label: text('reading.small') },
          { value: 'medium', label: text('reading.medium') },
          { value: 'large', label: text('reading.large') },
          { value: 'huge', label: text('reading.huge') },
        ]}
        onChange={(textSize) => change({ textSize })}
      />
      <SelectSetting
        name={text('reading.font')}
        help={text('reading.fontHelp')}
        value={settings.textFont}
        options={[
          { value: 'serif', label: text('reading.serif') },
          { value: 'sans', label: text('reading.sans') },
        ]}
        onChange={(textFont) => change({ textFont })}
      />
      <SelectSetting
        name={text('reading.width')}
        help={text('reading.widthHelp')}
        value={settings.textWidth}
        options={[
          { value: 'narrow', label: text('reading.narrow') },
          { value: 'medium', label: text('reading.medium') },
          { value: 'wide', label: text('reading.wide') },
        ]}
        onChange={(textWidth) => change({ textWidth })}
      />
    </div>
  );
}
