/**
 * The frame that every page of Lede is drawn in: language and theme from the settings, kept up to date, and the
 * context that components use. `start` is all that an entrypoint calls.
 */
import '../style/base.css';
import { type ComponentChildren, render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Text } from '../../utils/i18n/catalogue.ts';
import { type Language, resolveLanguage } from '../../utils/i18n/language.ts';
import { loadFullText, loadText } from '../../utils/i18n/load.ts';
import { createTimes } from '../../utils/i18n/time.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { useWatch } from '../latest/watched-words.tsx';
import { LedeContext } from './context.ts';
import { dressPage } from './dress-page.ts';
import { inTime } from './in-time.ts';

/** The settings that change how a page looks. */
export type Appearance = Pick<Settings, 'language' | 'theme' | 'density' | 'watchWords'>;

const UNKNOWN: Appearance = { language: 'auto', theme: 'system', density: 'comfortable', watchWords: [] };

interface AppProps {
  readonly surface: Surface;
  readonly appearance: Appearance;
  /** The texts of the language that `appearance` asks for. */
  readonly text: Text;
  readonly children: ComponentChildren;
}

/** Gives language, theme and surface to what is drawn inside. */
export function App({ surface, appearance, text: firstText, children }: AppProps) {
  const { language, theme, density, watchWords } = useAppearance(surface, appearance);
  const watch = useWatch(watchWords);
  const text = useText(languageOf(language), firstText);
  const times = useMemo(() => createTimes(text), [text]);
  const lede = useMemo(() => ({ surface, text, times, watch }), [surface, text, times, watch]);

  useLayoutEffect(() => dressPage(text.language, { theme, density }), [text, theme, density]);

  useEffect(() => reportTheme(surface), [surface]);
  return <LedeContext.Provider value={lede}>{children}</LedeContext.Provider>;
}

/** Tells the colours of the browser, not those that the reader chose for Lede: its button stands among the browser's. */
function reportTheme(surface: Surface): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const report = () => void surface.reportTheme(dark.matches ? 'dark' : 'light');
  report();
  dark.addEventListener('change', report);
  return () => dark.removeEventListener('change', report);
}

/**
 * Draws a page into its `#app` once language and theme are known, in place of what is drawn there until then. Where the
 * page is still to come, it is waited for. `load` gives the texts that the page needs.
 */
export async function start(
  surface: Surface,
  page: ComponentChildren | Promise<ComponentChildren>,
  load: (language: Language) => Promise<Text> = loadText,
): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) return;
  // The browser's language is nearly always the one that the settings ask for: it loads while they are read.
  void load(languageOf('auto'));
  const settings = await inTime(surface.settings());
  const appearance = settings?.ok ? settings.value : UNKNOWN;
  const text = await load(languageOf(appearance.language));
  const drawn = await page;
  root.replaceChildren();
  render(
    <App surface={surface} appearance={appearance} text={text}>
      {drawn}
    </App>,
    root,
  );
}

function languageOf(setting: Appearance['language']): Language {
  return resolveLanguage(setting, navigator.languages);
}

function useAppearance(surface: Surface, first: Appearance): Appearance {
  const [appearance, setAppearance] = useState(first);
  useEffect(() => {
    const look = async () => {
      const settings = await surface.settings();
      if (settings.ok) setAppearance(settings.value);
    };
    // They came too late for the first drawing.
    if (first === UNKNOWN) void look();
    return surface.onChange(look);
  }, [surface, first]);
  return appearance;
}

/** The texts of a language; until they are loaded, those before. */
function useText(language: Language, first: Text): Text {
  const [text, setText] = useState(() => first);
  useEffect(() => {
    if (language === text.language) return;
    let wanted = true;
    const load = text.isFull ? loadFullText : loadText;
    void load(language).then((loaded) => wanted && setText(() => loaded));
    return () => {
      wanted = false;
    };
  }, [language, text]);
  return text;
}
