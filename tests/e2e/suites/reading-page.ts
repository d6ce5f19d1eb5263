/** The reading page in the real browser, under the policies of the package: an article by its address. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { whySkipped } from '../../full-run.ts';
import { builtExtension, follow, openStage, pictureFile, type Stage } from '../stage.ts';
import { picturesWithoutCookies } from './pictures.ts';

interface Row {
  readonly id: number;
  readonly title: string;
}

const ARTICLE = 'Tram depot opens its doors to visitors';

export function readingPage(kind: BrowserKind): void {
  describe('the reading page', () => {
    let stage: Stage;
    let reader: Page;
    let id: number;

    beforeAll(async () => {
      stage = await openStage(kind);
      const { newsroom, session } = stage;
      const english = newsroom.outlets.filter(
        ({ language, dialect }) => language === 'en' && dialect.content,
      );
      for (const { id: outlet } of english.slice(0, 3)) {
        newsroom.publishAt(outlet, {
          title: ARTICLE,
          lead: 'The depot on the river opens on Saturday from ten, the tramway company said.',
          body: ['<img src="x" onerror="document.title = 1">It was built in 1904 & rebuilt in 1951.'],
        });
      }
      await follow(stage, english.slice(0, 3));
      reader = await session.open('reader.html');
      const { rows } = await say<{ rows: Row[] }>(reader, 'latest', { after: null, limit: 50 });
      id = rows.find(({ title }) => title === ARTICLE)?.id ?? 0;
      await reader.close();
      reader = await session.open(`reader.html#/article/${id}`);
      await reader.waitFor('.prose:not([aria-busy])');
    });

    afterAll(() => stage?.close());

    it('shows an article by its address, sanitised, and who else reports it', async () => {
      expect(await reader.text('h1')).toBe(ARTICLE);
      expect(await reader.text('.prose')).toContain('It was built in 1904 & rebuilt in 1951.');
      expect(await reader.count('.prose img, .prose script')).toBe(0);
      expect(await reader.count('.also-reported .strip li')).toBe(2);
      expect(await reader.evaluate(() => document.title)).toBe(`${ARTICLE} · Lede`);
      await stage.session.screenshot(reader, pictureFile('reader-article', kind));
    });

    it('lets no string become markup or script', async () => {
      const tried = await reader.evaluate(() => {
        const box = document.createElement('div');
        try {
          box.innerHTML = '<b>x</b>';
          return 'it was';
        } catch (error) {
          return String(error).startsWith('TypeError') ? 'refused' : String(error);
        }
      });
      expect(tried).toBe('refused');
    });

    it('takes the full text out of the publisher’s page', async () => {
      await say(reader, 'fetchFullText', { articleId: id });
      await reader.waitFor(() =>
        document.querySelector('.provenance')?.textContent?.includes('page, fetched'),
      );
      await reader.waitFor('.prose:not([aria-busy])');
      expect(await reader.text('.prose')).toContain('rebuilt in 1951');
      expect(await reader.count('.prose script, .prose img')).toBe(0);
    });

    picturesWithoutCookies(() => stage);

    const isBeside = kind === 'firefox';
    const why = whySkipped(
      isBeside ? 'Firefox runs a test beside the page, whose own code cannot be loaded there' : null,
    );
    it.skipIf(isBeside)(`takes the picture of a page that keeps it in a noscript${why}`, async () => {
      const found = await reader.evaluate<string>(extraction(kind));
      expect(found).toContain('After two years of work');
      expect(found).toContain('src="https://press.example/bridge.jpg"');
      expect(found).not.toContain('noscript');
    });
  });
}

const TEXT = 'After two years of work the bridge over the river was opened by the council. '.repeat(4);
const LAZY = '<img src="data:image/gif;base64,R0"><noscript><img src="/bridge.jpg" width="800"></noscript>';
const PAGE = `<html><head><title>Bridge</title></head><body><nav>Home</nav><article><h1>Bridge</h1><figure>${LAZY}</figure>${`<p>${TEXT}</p>`.repeat(5)}</article></body></html>`;

/**
 * Runs in the page, with the code that the page itself loads for an article; as text, in which nothing is renamed.
 */
function extraction(kind: BrowserKind): string {
  const chunks = readdirSync(join(builtExtension(kind, 'testing'), 'chunks'));
  const code = chunks.find((name) => name.startsWith('markup-'));
  return `import(location.origin + '/chunks/${code}').then(({ fullText }) => fullText(${JSON.stringify(PAGE)}, 'https://press.example/a'))`;
}
