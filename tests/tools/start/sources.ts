/** The sources that `npm start` follows, and how it follows them: through the verbs of Lede's own pages. */
import type { Page, Session } from '../../browsers/session.ts';
import type { Newsroom } from '../../newsroom/index.ts';

/** Addresses of the feeds that `--live` follows. */
export const LIVE_SOURCES: readonly string[] = [
  'https://www.pravda.com.ua/rss/',
  'https://www.pravda.com.ua/eng/rss/',
  'https://espreso.tv/rss',
  'https://censor.net/includes/news_uk.xml',
  'https://ua.interfax.com.ua/news/last.rss',
  'https://en.interfax.com.ua/news/last.rss',
  'https://feeds.bbci.co.uk/news/world/rss.xml',
  'https://www.theguardian.com/world/rss',
  'https://www.aljazeera.com/xml/rss/all.xml',
  'https://rss.nytimes.com/services/xml/rss/nyt/World.xml',
];

/** Addresses of the newsroom's feeds. */
export function newsroomSources(newsroom: Newsroom): string[] {
  return newsroom.outlets.flatMap(({ feedUrl }) => feedUrl ?? []);
}

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly problem?: { readonly code: string };
}

/** Says a verb from an extension page, as Lede's own pages do. */
async function ask(page: Page, verb: string, request: object): Promise<Answer> {
  return page.evaluate(sendMessage, { verb, request });
}

/** Runs in the page. Both browsers know the name `chrome`. */
function sendMessage(message: object): Promise<Answer> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<Answer> } };
  };
  return chrome.runtime.sendMessage(message);
}

/** Says a verb whose answer does not matter. Rejects where it is refused. */
export async function say(page: Page, verb: string, request: object = {}): Promise<void> {
  const { ok, problem } = await ask(page, verb, request);
  if (!ok) throw new Error(`the extension refused ${verb}: ${problem?.code}`);
}

/** Follows every address; prints those that cannot be followed. */
export async function follow(session: Session, addresses: readonly string[]): Promise<void> {
  console.log(`Following ${addresses.length} sources …`);
  const page = await session.open('options.html');
  for (const url of addresses) {
    const { ok, problem } = await ask(page, 'addFeed', { url });
    if (!ok) console.log(`  ${url} cannot be followed (${problem?.code})`);
  }
  await page.close();
}
