/** `npm start -- --once`: headlines through the real browser into the terminal, with pictures of the popup. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../browsers/page.ts';
import type { Page, Session } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { countOutlets, type Shown, shownRows, table } from './headlines.ts';
import { follow } from './sources.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SHOTS = join(ROOT, '.output', 'shots');
const ENOUGH_OUTLETS = 8;
const PATIENCE_MS = 60_000;
const LANGUAGES = ['en', 'uk'] as const;
const THEMES = ['light', 'dark'] as const;

/** Gives the exit code: 0 only if headlines of at least eight outlets came through. Closes the session. */
export async function once(session: Session, addresses: readonly string[]): Promise<number> {
  try {
    await follow(session, addresses);
    const rows = await latest(session);
    if (rows.length === 0) return verdict(0);
    console.log(`\nLatest\n${table(rows, process.stdout.columns ?? 110)}\n`);
    for (const file of await takePictures(session)) console.log(file);
    return verdict(countOutlets(rows));
  } finally {
    await session.close();
  }
}

function verdict(outlets: number): number {
  if (outlets >= ENOUGH_OUTLETS) {
    console.log(`Headlines of ${outlets} outlets came through the real browser.`);
    return 0;
  }
  console.error(
    `Headlines of only ${outlets} outlets came through; at least ${ENOUGH_OUTLETS} were expected.`,
  );
  return 1;
}

/** What the popup shows once enough outlets are in it, or when patience ends. */
async function latest(session: Session): Promise<Shown[]> {
  const popup = await session.openPopup();
  let rows: Shown[] = [];
  await until(
    async () => {
      rows = await shownRows(popup);
      return countOutlets(rows) >= ENOUGH_OUTLETS || (await showMore(popup));
    },
    PATIENCE_MS,
    () => 'headlines',
  ).catch(() => undefined);
  await popup.close();
  return rows;
}

/** Presses 'More news' where the popup offers it. Never an answer: the rows have to be read again. */
async function showMore(popup: Page): Promise<false> {
  if ((await popup.count('.more')) > 0) await popup.click('.more');
  return false;
}

/** Writes a picture of the popup in each language and theme; gives the files. */
async function takePictures(session: Session): Promise<string[]> {
  await mkdir(SHOTS, { recursive: true });
  const settings = await session.open('options.html');
  const suffix = session.kind === 'firefox' ? '-firefox' : '';
  const files: string[] = [];
  for (const language of LANGUAGES) {
    await say(settings, 'changeSettings', { language });
    for (const theme of THEMES) {
      await session.setTheme(theme);
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      await popup.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
      const file = join(SHOTS, `popup-latest-${language}-${theme}${suffix}.png`);
      await popup.screenshot(file);
      await popup.close();
      files.push(file);
    }
  }
  return files;
}
