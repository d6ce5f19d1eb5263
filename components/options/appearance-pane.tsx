import { useLede } from './context.ts';
import { Outcome, SelectSetting } from './setting.tsx';
import { useSettings } from './use-settings.ts';

/** How Lede looks: language and theme. A language is named in itself. */
export function AppearancePane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  return (
    <>
      <h1>{text('look.title')}</h1>
      <p class="lede">{text('look.lede')}</p>
      {settings !== null && (
        <div class="card">
          <SelectSetting
            name={text('look.language')}
            help={text('look.languageHelp')}
            value={settings.language}
            options={[
              { value: 'auto', label: text('look.auto') },
              { value: 'en', label: text('look.en'), lang: 'en' },
              { value: 'uk', label: text('look.uk'), lang: 'uk' },
            ]}
            onChange={(language) => change({ language })}
          />
          <SelectSetting
            name={text('look.theme')}
            help={text('look.themeHelp')}
            value={settings.theme}
            options={[
              { value: 'system', label: text('look.system') },
              { value: 'light', label: text('look.light') },
              { value: 'dark', label: text('look.dark') },
            ]}
            onChange={(theme) => change({ theme })}
          />
          <SelectSetting
            name={text('look.density')}
            help={text('look.densityHelp')}
            value={settings.density}
            options={[
              { value: 'comfortable', label: text('look.comfortable') },
              { value: 'compact', label: text('look.compact') },
            ]}
            onChange={(density) => change({ density })}
          />
          <SelectSetting
            name={text('look.latest')}
            help={text('look.latestHelp')}
            value={settings.latest}
            options={[
              { value: 'stories', label: text('look.stories') },
              { value: 'articles', label: text('look.articles') },
            ]}
            onChange={(latest) => change({ latest })}
          />
        </div>
      )}
      <Outcome outcome={outcome} />
    </>
  );
}
