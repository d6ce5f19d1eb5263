/**
 * Writes `tests/fixtures/databases/vN.json`: a database of the present version as the present code fills it, for the tests
 * of every later upgrade. Run it once with every new version of the schema (`npm run fixture`), and commit what it wrote.
 */
import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderClient } from '../../utils/account/client.ts';
import { findServer } from '../../utils/account/find-server.ts';
import { addFeed } from '../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../utils/app/commands/change-settings.ts';
import * as marks from '../../utils/app/commands/mark-read.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { startReaderServer } from '../newsroom/reader-server.ts';
import { dump } from '../unit/support/database-fixture.ts';
import { createWorld, rss } from '../unit/support/world.ts';

const FIRE = 'Warehouse fire in Northgate leaves forty families without homes';
const HOUR = 3_600_000;

const world = createWorld();
const at = (hours: number): number => world.time - hours * HOUR;
const item = (title: string, hours: number) => ({
  title,
  guid: `${title} ${hours}`,
  link: `https://courier.example/${encodeURIComponent(title)}`,
  text: `${title}. «Цитата», "quotes" and 🗞.`,
  at: at(hours),
});
const answers = {
  'https://courier.example/rss': [
    item(FIRE, 3),
    item('Council opens footbridge', 4),
    item('Тарифи на воду зростуть', 5),
  ],
  'https://herald.example/rss': [item(FIRE, 2), item('Chess club wins the cup', 9)],
  'https://poluden.example/rss': [item('Міст відкрили після ремонту', 1)],
};
for (const [url, items] of Object.entries(answers)) {
  world.answer(url, rss(items, { title: new URL(url).hostname, etag: '"1"' }));
  await addFeed(world.deps, url);
}
await changeSettings(world.deps, { theme: 'dark', language: 'uk' });
await marks.markRead(world.deps, [1], true);
await marks.markAllRead(world.deps);
await marks.markRead(world.deps, [2], false);
if ('saveOrNot' in marks) await marks.saveOrNot(world.deps, [3], true);
world.time += 24 * HOUR;
world.answer('https://courier.example/rss', rss([item('Ferry line reopens', -23), item(FIRE, 3)]));
await poll(world.deps);

// An account with an article that is kept, one that was read and saved there, and a mark that waits to be sent.
const server = await startReaderServer('freshrss', async () => ({
  title: 'Beacon',
  siteUrl: 'https://beacon.example/',
  items: ['Lighthouse lit again', 'Fog horn sold', 'Harbour dredged'].map((title, hours) => ({
    title,
    link: `https://beacon.example/${hours}`,
    html: `<p>${title}.`,
    at: at(hours),
  })),
}));
const handlers = createHandlers(world.deps);
await handlers.confirmHost({ host: '127.0.0.1' });
const found = await findServer(world.askServer, server.url, server);
if (!found.ok) throw new Error(found.problem.code);
await new ReaderClient(world.askServer, found.value.access).subscribe(
  'https://beacon.example/rss',
  '',
  'Sea',
);
Object.assign(server.items[1] ?? {}, { read: true, saved: true });
await handlers.addAccount({ address: server.url, user: server.user, password: server.password });
await handlers.syncAccount({});
const [waiting] = await (await world.database()).getAllFromIndex('articles', 'byUrl', 'beacon.example/2');
await marks.markRead(world.deps, [waiting?.id ?? 0], true);
await server.close();

const db = await world.database();
const folder = join(import.meta.dirname, '..', 'fixtures', 'databases');
const file = join(folder, `v${db.version}.json`);
mkdirSync(folder, { recursive: true });
if (existsSync(file)) console.log(`${file} is there already: a version that was merged stays as it was`);
else writeFileSync(file, `${JSON.stringify(await dump(db), null, 1)}\n`);
db.close();
