/** What a server of pictures learns of a reader who turned pictures on: that somebody asked, and nothing else. */
import { expect, it } from 'vitest';
import { type Page, until } from '../../browsers/page.ts';
import { say } from '../../browsers/verbs.ts';
import type { RequestRecord } from '../../newsroom/index.ts';
import type { Stage } from '../stage.ts';

const HOST = 'pictures.example';
const PICTURE = `https://${HOST}/cover.svg`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300"/></svg>';
const TITLE = 'Harbour museum shows its oldest map';
const FEED = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gallery</title><item><guid isPermaLink="false">map</guid><title>${TITLE}</title><content:encoded><![CDATA[<p><img src="${PICTURE}" width="600" height="300" alt="The map"></p><p>It was drawn in 1604.</p>]]></content:encoded></item></channel></rss>`;
/** What would tell who asks, or from where. */
const TELLING = ['cookie', 'referer', 'origin'];

/** To be called where tests are: asks a server that remembers its visitors for the picture of an article. */
export function picturesWithoutCookies(stageOf: () => Stage): void {
  it('shows pictures, once they are turned on, without cookies, referrer or its own origin', async () => {
    const { newsroom, session } = stageOf();
    const headers = {
      'content-type': 'image/svg+xml',
      'cache-control': 'no-store',
      'set-cookie': 'visitor=17; Secure; SameSite=None; Path=/',
    };
    newsroom.script({ host: HOST }, { body: SVG, headers });
    const asked = (): RequestRecord[] => newsroom.log.filter(({ url }) => url === PICTURE);

    // The reader was there: the browser has a cookie, and sends it along.
    for (let visits = 0; visits < 2; visits += 1) await (await session.open(PICTURE)).close();
    expect(asked().at(-1)?.headers.cookie).toBe('visitor=17');
    const before = asked().length;

    newsroom.script({ host: 'gallery.example' }, { body: FEED, headers: { 'content-type': 'text/xml' } });
    const options = await session.open('options.html');
    await say(options, 'changeSettings', { images: true });
    await say(options, 'addFeed', { url: 'https://gallery.example/feed' });
    const id = await until(
      () => idOf(options),
      20_000,
      () => 'the article',
    );
    await options.close();
    for (const visit of [1, 2]) {
      const reader = await session.open(`reader.html#/article/${id}`);
      await reader.waitFor(isDrawn);
      await reader.close();
      expect(asked()).toHaveLength(before + visit);
    }
    for (const request of asked().slice(before)) {
      expect(request.tls).toBe(true);
      expect(TELLING.filter((name) => name in request.headers)).toEqual([]);
      expect(JSON.stringify(request.headers)).not.toContain(session.extensionId);
    }
  });
}

/** Runs in the page: the picture is there, not only its place. */
function isDrawn(): boolean {
  return (document.querySelector<HTMLImageElement>('.prose img')?.naturalWidth ?? 0) > 0;
}

async function idOf(page: Page): Promise<number | undefined> {
  const request = { after: null, limit: 100 };
  const { rows } = await say<{ rows: { id: number; title: string }[] }>(page, 'latest', request);
  return rows.find(({ title }) => title === TITLE)?.id;
}
