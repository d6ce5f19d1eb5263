/** What the pictures show: surfaces of the built extension in a real Chromium, over the newsroom's invented outlets. */
import { join } from 'node:path';
import { type Page, until } from '../../browsers/page.ts';
import { launch, type Session, type Theme } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { clickInPanel, inPanel, still, waitUntilDrawn } from '../../e2e/in-panel.ts';
import { type Language, type Newsroom, type PublishedArticle, startNewsroom } from '../../newsroom/index.ts';

export const SURFACES = ['latest', 'top', 'reading', 'panel'] as const;
export type Surface = (typeof SURFACES)[number];
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** The window of pages, in CSS pixels; a popup has its own size. */
export const WINDOW = { width: 1120, height: 700 };
/** Device pixels a CSS pixel: what is drawn smaller stays sharp. */
const SCALE = 2;
/** A browser without a window has no mouse, and rows would show all that they show under one. */
const WITH_MOUSE =
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/** Takes every surface in a language and both themes, `SURFACE-THEME.png` each, into a folder. */
export async function takeSurfaces(extension: string, language: Language, folder: string): Promise<void> {
  const newsroom = await startNewsroom();
  const session = await launch({
    kind: 'chromium',
    extension,
    install: 'temporary',
    newsroom,
    language,
    scale: SCALE,
    chromiumArgs: [WITH_MOUSE],
  });
  try {
    await settle(session, newsroom, language);
    for (const theme of THEMES) {
      await session.setTheme(theme);
      const file = (surface: Surface) => join(folder, `${surface}-${theme}.png`);
      await popup(session, 'latest', language, file('latest'));
      await popup(session, 'top', language, file('top'));
      await reading(session, newsroom, language, file('reading'));
      // The panel follows its page, and the newsroom's pages are light.
      if (theme === 'light') await panel(session, newsroom, language, file('panel'));
    }
  } finally {
    await session.close();
    await newsroom.close();
  }
}

/** Follows the whole press, and leaves Lede as it is after some use: a few rows read, one saved, some new ones above. */
async function settle(session: Session, newsroom: Newsroom, language: Language): Promise<void> {
  const page = await session.open('options.html');
  await say(page, 'changeSettings', { language });
  for (const { feedUrl } of newsroom.outlets) if (feedUrl) await say(page, 'addFeed', { url: feedUrl });
  await until(
    async () => (await ranked(page)).length >= 5,
    60_000,
    () => 'stories of several sources',
  );
  await page.close();
}

interface Row {
  readonly id: number;
}

async function ranked(page: Page): Promise<readonly Row[]> {
  const { rows } = await say<{ rows?: readonly Row[] }>(page, 'top', { now: Date.now(), limit: 20 });
  return rows ?? [];
}

/** A tab of the popup, with a headline of that language in the ticker; in Top the first story shows its reports. */
async function popup(
  session: Session,
  tab: 'latest' | 'top',
  language: Language,
  file: string,
): Promise<void> {
  const page = await session.openPopup();
  await page.click(`[role=tab]:nth-of-type(${tab === 'latest' ? 1 : 2})`);
  await page.waitFor(tab === 'latest' ? '.row .headline' : '.story-card .headline');
  if (tab === 'top') await page.click('.story-card .why');
  await page.waitFor(`.ticker-headline [lang^=${language}]`, 60_000);
  await quiet(page);
  await page.screenshot(file);
  await page.close();
}

/** The reading page with an article of that language whose outlet gives its text away, on a story that many tell. */
async function reading(
  session: Session,
  newsroom: Newsroom,
  language: Language,
  file: string,
): Promise<void> {
  const whole = newsroom.outlets.filter(({ dialect }) => dialect.content).map(({ id }) => id);
  const { title } = mostTold(newsroom, language, ({ outlet }) => whole.includes(outlet));
  const asks = await session.open('options.html');
  const search = { typed: title, after: null, limit: 1, leads: false, now: Date.now() };
  const { hits } = await say<{ hits: readonly { readonly row: Row }[] }>(asks, 'search', search);
  await asks.close();
  const page = await session.open(`reader.html#/article/${hits[0]?.row.id}`);
  await page.resize(WINDOW.width, WINDOW.height);
  await page.waitFor('article .prose:not([aria-busy]) p');
  await quiet(page);
  await page.screenshot(file);
  await page.close();
}

async function panel(session: Session, newsroom: Newsroom, language: Language, file: string): Promise<void> {
  const page = await session.open(mostTold(newsroom, language).url);
  await page.resize(WINDOW.width, WINDOW.height);
  await waitUntilDrawn(session, page);
  const isOpen = (root: ShadowRoot) => root.querySelector<HTMLElement>('.card')?.hidden === false;
  await until(
    // What came into sight only now takes no click yet.
    async () => {
      if (await inPanel(session, page, isOpen)) return true;
      await clickInPanel(session, page, '.pill');
      return false;
    },
    10_000,
    () => 'the panel to open',
  );
  await inPanel(session, page, still);
  await page.screenshot(file);
  await page.close();
}

/** The article of a language on the story that most outlets tell, of those that are wanted. */
function mostTold(
  newsroom: Newsroom,
  language: Language,
  isWanted: (article: PublishedArticle) => boolean = () => true,
): PublishedArticle {
  const published = newsroom.published();
  const tellers = ({ story }: PublishedArticle) => published.filter((one) => one.story === story).length;
  const [most] = published
    .filter((one) => one.story !== null && one.language === language && isWanted(one))
    .sort((one, other) => tellers(other) - tellers(one));
  if (!most) throw new Error('nothing is published');
  return most;
}

/** Waits until fonts are there, what was to be drawn is, and nothing moves any more. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map(({ finished }) => finished));
  });
}
