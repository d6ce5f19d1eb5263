/**
 * `npm start`: builds Lede, finds a browser, and opens it with the extension installed and sources followed. The
 * sources are those of the test press, which publishes while the browser is open; `--live` follows real ones.
 * `--once` does the whole job without a window and ends: it is the quickest proof that everything works.
 */
import { parseArgs } from 'node:util';
import { type Newsroom, startNewsroom } from '../newsroom/index.ts';
import { openBrowser } from './start/browser.ts';
import { build } from './start/build.ts';
import { interactive } from './start/interactive.ts';
import { once } from './start/once.ts';
import { LIVE_SOURCES, newsroomSources } from './start/sources.ts';

const USAGE = `npm start -- [options]
  --browser chromium|firefox   the browser to take (Chrome and Edge count as chromium)
  --live                       follow real news sites instead of the test press
  --once                       headless: print the headlines, write screenshots, end`;

/** One article about every so many milliseconds while somebody looks on. */
const PUBLISH_EVERY_MS = 20_000;

type Family = 'chromium' | 'firefox';

interface Options {
  /** Null where any will do. */
  readonly browser: Family | null;
  readonly live: boolean;
  readonly once: boolean;
}

/** Reads the command line; gives a message for one that cannot be understood. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { browser: { type: 'string' }, live: { type: 'boolean' }, once: { type: 'boolean' } },
    });
    const { browser = null, live = false, once = false } = values;
    if (browser !== null && browser !== 'chromium' && browser !== 'firefox')
      return `There is no ${browser}.\n${USAGE}`;
    return { browser, live, once };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

async function run(options: Options): Promise<number> {
  const newsroom = options.live
    ? null
    : await startNewsroom(options.once ? {} : { publishEveryMs: PUBLISH_EVERY_MS });
  try {
    return await runWith(options, newsroom);
  } finally {
    await newsroom?.close();
  }
}

async function runWith(options: Options, newsroom: Newsroom | null): Promise<number> {
  const headless = options.once || !hasDisplay();
  const opened = await openBrowser({
    family: options.browser,
    headless,
    newsroom,
    build: (family) => build(family, options.live ? 'live' : 'testing'),
  });
  if (!opened) return 1;
  const sources = newsroom ? newsroomSources(newsroom) : LIVE_SOURCES;
  return options.once ? once(opened, sources) : interactive(opened, sources, headless);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 1;
} else {
  process.exitCode = await run(options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
