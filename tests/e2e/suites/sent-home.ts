/** A source that sends its askers into the reader's own network: the browser follows, and Lede reads nothing of it. */
import { expect, it } from 'vitest';
import { ask, say } from '../../browsers/verbs.ts';
import { oneReport } from '../many-sources.ts';
import type { Stage } from '../stage.ts';

const SECRET = 'Printer is out of toner';

/** To be called where tests are, in a stage of the packaged build; `host` is one that the reader allowed. */
export function sentHome(stageOf: () => Stage, hostOf: () => string): void {
  it.each(['/rss', '/page'])(
    'reads, stores and shows nothing of what a redirect brings from the reader’s own network: %s',
    async (path) => {
      const { newsroom, session } = stageOf();
      const home = `http://127.0.0.1:${newsroom.httpPort}${path}`;
      newsroom.script(
        { host: '127.0.0.1' },
        { body: oneReport(SECRET), headers: { 'content-type': 'text/xml' } },
      );
      const address = `http://${hostOf()}/sent-home${path}`;
      newsroom.script({ host: hostOf(), path: `/sent-home${path}` }, { redirect: home });
      const page = await session.open('reader.html');
      await ask(page, 'addFeed', { url: address });
      await ask(page, 'discover', { address });
      // The browser did follow: that nothing is shown is Lede's and the browser's doing.
      expect(newsroom.log.some(({ host }) => host === '127.0.0.1')).toBe(true);
      const { rows } = await say<{ rows: { title: string }[] }>(page, 'latest', { after: null, limit: 200 });
      expect(rows.map(({ title }) => title)).not.toContain(SECRET);
      expect(JSON.stringify(await session.inDatabase(everything))).not.toContain(SECRET);
      expect(await page.evaluate(() => document.body.innerText)).not.toContain(SECRET);
      await page.close();
      const options = await session.open('options.html');
      await options.waitFor('form.add');
      expect(await options.evaluate(() => document.body.innerText)).not.toContain(SECRET);
      await options.close();
    },
  );
}

/** Runs beside the background: all that is stored. */
async function everything(databases: Pick<IDBFactory, 'open'>): Promise<unknown[]> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await result(databases.open('lede'));
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  const rows = await Promise.all(names.map((name) => result(tx.objectStore(name).getAll())));
  db.close();
  return rows;
}
