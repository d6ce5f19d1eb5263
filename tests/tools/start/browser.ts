/** Opens a browser that really has the extension, trying the other one where the first does not take it. */
import { type LaunchOptions, launch, type Session } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Newsroom } from '../../newsroom/index.ts';
import { ensureBrowser, findBrowser } from '../browsers.ts';

type Family = 'chromium' | 'firefox';

interface Wish {
  /** Null where any will do. */
  readonly family: Family | null;
  readonly headless: boolean;
  readonly newsroom: Newsroom | null;
  /** Builds for a family and gives the folder. */
  build(family: Family): Promise<string>;
}

/** The session, or null after saying how to load the extension by hand. */
export async function openBrowser(wish: Wish): Promise<Session | null> {
  const refused: { family: Family; extension: string }[] = [];
  for (const family of wish.family ? [wish.family] : (['chromium', 'firefox'] as const)) {
    // One is installed where there is none; the second is only taken if it is there already.
    const isFirst = family === (wish.family ?? 'chromium');
    const browser = isFirst ? await firstChoice(family, wish.family !== null) : await findBrowser(family);
    if (!browser) continue;
    console.log(`Building Lede for ${family === 'firefox' ? 'Firefox' : 'Chromium'} …`);
    const extension = await wish.build(family);
    console.log(`Starting ${browser.kind} ${browser.version} …`);
    const session = await startWith(family, extension, browser.path, wish).catch((error: unknown) => {
      console.error(
        `${browser.kind} did not take the extension: ${error instanceof Error ? error.message : error}`,
      );
      return null;
    });
    if (session) return session;
    refused.push({ family, extension });
  }
  for (const { family, extension } of refused) sayHowByHand(extension, family);
  return null;
}

/** Without a wish of the user's a machine that has Firefox alone is served with Firefox. */
async function firstChoice(family: Family, wished: boolean): ReturnType<typeof findBrowser> {
  const found = await findBrowser(family);
  if (found || wished) return found ?? ensureBrowser(family);
  return (await findBrowser('firefox')) ? null : ensureBrowser(family);
}

async function startWith(
  family: Family,
  extension: string,
  executable: string,
  wish: Wish,
): Promise<Session> {
  const options: LaunchOptions = {
    kind: family,
    extension,
    executable,
    install: 'temporary',
    headless: wish.headless,
    scale: wish.headless ? 2 : 1,
    ...(wish.newsroom ? { newsroom: wish.newsroom } : {}),
  };
  const session = await launch(options);
  try {
    const page = await session.open('options.html');
    await say(page, 'status');
    await page.close();
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

function sayHowByHand(extension: string, family: Family): void {
  const steps =
    family === 'firefox'
      ? [
          'Open about:debugging#/runtime/this-firefox',
          'Press “Load Temporary Add-on…”',
          `Choose ${extension}/manifest.json`,
        ]
      : [
          'Open chrome://extensions and switch on “Developer mode”',
          'Press “Load unpacked”',
          `Choose ${extension}`,
        ];
  console.error(['To load it by hand:', ...steps.map((step, i) => `  ${i + 1}. ${step}`)].join('\n'));
}
