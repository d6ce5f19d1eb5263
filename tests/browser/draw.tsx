/** Draws a page of Lede over a fake surface, the way its entrypoint does. */
import type { ComponentChildren } from 'preact';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-preact';
import { App } from '../../components/app/app.tsx';
import { Options } from '../../components/options/options.tsx';
import type { Place } from '../../components/popup/place.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { firstArticle } from '../../components/reader/first-article.ts';
import { Reader } from '../../components/reader/reader.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { resolveLanguage } from '../../utils/i18n/language.ts';
import { loadFullText, loadText } from '../../utils/i18n/load.ts';
import type { FakeSurface } from './fake-surface.ts';

async function draw(
  surface: FakeSurface,
  width: number,
  height: number,
  view: ComponentChildren,
  load: typeof loadText = loadText,
) {
  await page.viewport(width, height);
  const text = await load(resolveLanguage(surface.stored.language, navigator.languages));
  return render(
    <App surface={surface} appearance={surface.stored} text={text}>
      {view}
    </App>,
  );
}

/** Waits until the answers of a fake surface are drawn: they take no time, drawing them takes a frame. */
export async function settled(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/** The popup in a window of its own size, or of another height as under zoom. */
export function drawPopup(surface: FakeSurface, height = 600, left: Place | null = null) {
  return draw(surface, 400, height, <Popup left={left} />);
}

/** The same application as a side panel. */
export function drawSidePanel(surface: FakeSurface, width = 320, height = 800) {
  return draw(surface, width, height, <Popup isAside />);
}

/** The reading page at an address. */
export async function drawReader(surface: FakeSurface, width = 1000, hash = '#/') {
  location.hash = hash;
  const opened = await firstArticle(surface, hash);
  const markup = () => import('../../utils/page/markup.ts');
  return draw(surface, width, 800, <Reader opened={opened} markup={markup} />);
}

/** Options with the pane that the address after `#` names. */
export function drawOptions(surface: FakeSurface, pane = 'sources', width = 1100) {
  location.hash = pane;
  return draw(surface, width, 900, <Options />, loadFullText);
}

/** The first page; `hash` as in its address. */
export function drawWelcome(surface: FakeSurface, hash = '', width = 1000) {
  location.hash = hash;
  return draw(surface, width, 900, <Welcome />, loadFullText);
}
