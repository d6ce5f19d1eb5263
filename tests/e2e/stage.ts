/** A newsroom, a real browser with the built extension, and what every end-to-end test does with them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserKind,
  type LaunchOptions,
  launch,
  type Page,
  type Session,
} from '../browsers/session.ts';
import { say } from '../browsers/verbs.ts';
import type { Look } from '../looks.ts';
import { type Newsroom, type NewsroomOptions, type Outlet, startNewsroom } from '../newsroom/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The build with access to the newsroom, or the one that is packaged. */
export type Build = 'testing' | 'packaged';

/** Folder of a built extension. */
export function builtExtension(kind: BrowserKind, build: Build): string {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  return join(ROOT, '.output', `${browser}-mv3${build === 'testing' ? '-testing' : ''}`);
}

/** Where the picture of a surface in a state goes, in English, light and at 100 %. */
export function pictureFile(surfaceAndState: string, kind: BrowserKind): string {
  return pictureOf(surfaceAndState, kind, { language: 'en', theme: 'light', zoom: 100 });
}

/** Where the picture of a surface in a state goes; the real browser is named in it. */
export function pictureOf(
  surfaceAndState: string,
  kind: BrowserKind,
  { language, theme, zoom }: Look,
): string {
  const folder = join(ROOT, '.output', 'shots', kind);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${surfaceAndState}-${language}-${theme}-${zoom}.png`);
}

export interface Stage {
  readonly kind: BrowserKind;
  readonly newsroom: Newsroom;
  readonly session: Session;
  close(): Promise<void>;
}

type StageOptions = Partial<Omit<LaunchOptions, 'kind' | 'newsroom'>> & {
  readonly build?: Build;
  readonly press?: NewsroomOptions;
};

/** Starts a newsroom and a browser; by default the testing build, installed until the browser ends. */
export async function openStage(kind: BrowserKind, options: StageOptions = {}): Promise<Stage> {
  const { build = 'testing', press, ...more } = options;
  const newsroom = await startNewsroom(press);
  const extension = builtExtension(kind, build);
  const session = await launch({ kind, extension, install: 'temporary', newsroom, ...more });
  return {
    kind,
    newsroom,
    session,
    close: async () => {
      await session.close();
      await newsroom.close();
    },
  };
}

/** The outlet of the newsroom with these traits. */
export function outletWith(newsroom: Newsroom, traits: Partial<Outlet>): Outlet {
  const entries = Object.entries(traits);
  const outlet = newsroom.outlets.find((candidate) =>
    entries.every(([name, value]) => Object.entries(candidate).some(([n, v]) => n === name && v === value)),
  );
  if (!outlet) throw new Error(`no outlet with ${JSON.stringify(traits)}`);
  return outlet;
}

/** Follows outlets through the normal verb, on a page that is closed again. */
export async function follow(stage: Stage, outlets: readonly Outlet[]): Promise<void> {
  const page = await stage.session.open('options.html');
  for (const outlet of outlets) await say(page, 'addFeed', { url: outlet.feedUrl });
  await page.close();
}

/** Headlines of the list that the page shows, from the top; not those that stand beside it. */
export function headlines(page: Page): Promise<string[]> {
  return page.texts('.headline:not(.top-beside .headline, .away .headline)');
}

/** Waits until the page shows a headline. */
export function showsHeadline(page: Page, title: string, ms?: number): Promise<void> {
  return page.waitFor(
    (wanted: string) =>
      Array.from(document.querySelectorAll('.headline')).some((shown) => shown.textContent === wanted),
    ms,
    title,
  );
}
