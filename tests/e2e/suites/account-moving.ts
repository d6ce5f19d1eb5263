/** Local sources that move to the account's server, and a server that sends whatever could act on a page. */
import { expect, it } from 'vitest';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import type { PublishedArticle } from '../../newsroom/index.ts';
import type { OwnServer } from '../account-server.ts';
import { findings, payloads } from '../hostile-feeds.ts';
import { outletWith, type Stage } from '../stage.ts';

interface Given {
  readonly server: () => OwnServer;
  readonly stage: () => Stage;
  readonly sync: () => Promise<void>;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
}

/** What an account does every day is tested by every run. */
const why = whySkipped(isFull ? null : 'takes seconds, see test:full');

/** By the button in options, of a source that is followed by the form. */
export function moving({ server, stage, sync }: Given): void {
  it.skipIf(!isFull)(
    `moves local sources there by one button, with what was read and saved of them${why}`,
    async () => {
      const { newsroom, session } = stage();
      const outlet = outletWith(newsroom, { format: 'rss', language: 'en' });
      const host = new URL(outlet.feedUrl).hostname;
      await session.allowHost(`*://*.${host}/*`);
      const options = await session.open('options.html');
      await options.type('form.add input', outlet.feedUrl);
      await options.evaluate(chooseLocal);
      await options.click('form.add button[type=submit]');
      await options.waitFor('form.add .state-working', 15_000);
      const { rows } = await say<{ rows: readonly Row[] }>(options, 'latest', { after: null, limit: 100 });
      const [read, saved] = rows.filter(
        ({ url }) => url !== null && new URL(url).hostname.endsWith(outlet.host),
      );
      if (!read?.url || !saved?.url) throw new Error('the source has no articles');
      await say(options, 'markRead', { articleIds: [read.id], read: true });
      await say(options, 'saveArticles', { articleIds: [saved.id], saved: true });
      await options.close();

      const items = newsroom.published().filter((published) => published.outlet === outlet.id);
      server().serve(outlet.feedUrl, {
        title: outlet.name,
        siteUrl: outlet.siteUrl,
        items: items.map(asServed),
      });
      const pane = await session.open('options.html#carry');
      await pane.click('.account-section section.setting > .button');
      await pane.click('.account-section .question .primary');
      await pane.waitFor(() => !document.body.innerText.includes('Move my local sources there'), 15_000);
      expect(server().follows()).toContain(outlet.feedUrl);
      await sync();
      const held = (await server().marks()).filter(({ link }) => items.some(({ url }) => url === link));
      expect(held).toHaveLength(items.length);
      expect(held.filter((one) => one.read).map(({ link }) => link)).toEqual([read.url]);
      expect(held.filter((one) => one.saved).map(({ link }) => link)).toEqual([saved.url]);
      const asked = newsroom.log.length;
      await say(pane, 'refresh', {});
      await sync();
      expect(newsroom.log.length).toBe(asked);
      await pane.close();
    },
  );
}

/** Runs in the page: what is added is to be fetched by Lede itself. */
function chooseLocal(): void {
  const choice = document.querySelector<HTMLSelectElement>('.fetched-by select');
  if (choice === null) throw new Error('there is no choice');
  choice.value = 'here';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}

function asServed({ url, title, lead, publishedAt }: PublishedArticle) {
  return { link: url, title, html: `<p>${lead}</p>`, at: publishedAt };
}

/** What it holds is shown as text, and as the markup that the sanitiser lets through. */
export function hostileServer({ server, stage, sync }: Given): void {
  const all = payloads(1);
  const [first = ''] = all;
  const title = `Harbour ${first}`;

  it.skipIf(!isFull)(
    `shows what a hostile server names, holds and says of errors, and nothing of it acts${why}`,
    async () => {
      const { newsroom, session } = stage();
      const url = 'https://hostile.example/rss';
      const article = { link: 'https://hostile.example/1', title, html: `<p>Kept</p>${all.join('')}` };
      const items = [{ ...article, at: Date.now() - 60_000 }];
      server().serve(url, { title: first, siteUrl: 'https://hostile.example/', items });
      await server().follow(url, first, first.slice(0, 60));
      await sync();
      const options = await session.open('options.html');
      const { rows } = await say<{ rows: readonly Row[] }>(options, 'latest', { after: null, limit: 100 });
      const row = rows.find((one) => one.url === article.link);
      expect(row?.title).toBe(title);
      await options.waitFor(
        (name: string) => document.body.innerText.includes(name),
        10_000,
        'document.title',
      );
      expect(await findings(options)).toEqual([]);
      await options.close();

      const page = await session.open(`reader.html#/article/${row?.id}`);
      await page.waitFor('.prose:not([aria-busy])');
      expect(await page.text('.prose')).toContain('Kept');
      expect(await page.text('h1')).toBe(title);
      expect(await findings(page)).toEqual([]);
      await page.close();

      Object.assign(server().faults, { status: 400, body: all.join('') });
      const pane = await session.open('options.html#carry');
      await pane.click('.account .setting .button');
      await pane.waitFor('.account .state-failed', 15_000);
      expect(await findings(pane)).toEqual([]);
      Object.assign(server().faults, { status: null, body: null });
      await pane.click('.account .setting .button');
      await pane.waitFor(() => document.querySelector('.account .state-failed') === null, 15_000);
      await pane.close();
      expect(newsroom.log.filter((request) => /(?:evil|hostile)\.example/.test(request.host))).toEqual([]);
    },
  );
}
