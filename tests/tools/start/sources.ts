/** The sources that `npm start` follows, and how it follows them: through the verbs of Lede's own pages. */
import type { Session } from '../../browsers/session.ts';
import { ask } from '../../browsers/verbs.ts';
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
