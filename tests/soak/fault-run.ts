/** Runs every scripted fault against a source that worked before, and works again after. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { addFeed } from '../../utils/app/commands/add-feed.ts';
import type { Feed } from '../../utils/model/feed.ts';
import { Background } from './background.ts';
import { VirtualClock } from './clock.ts';
import { FAULTS, type Fault } from './faults.ts';
import { Network, responseOf } from './network.ts';
import { Press } from './press.ts';
import { dice } from './random.ts';
import type { SoakRow } from './report.ts';

const URL_OF_FEED = 'https://press.example/rss';
const START = Date.UTC(2026, 2, 2, 12);
const DAY = 24 * 3_600_000;

/** A row for each fault: what was lost or doubled, whether it never ended, and whether its state had another name. */
export async function runFaults(): Promise<SoakRow[]> {
  const rows: SoakRow[] = [];
  for (const fault of FAULTS) rows.push(await new FaultStage(fault).play());
  return rows;
}

class FaultStage {
  readonly #clock = new VirtualClock(START);
  readonly #fault: Fault;
  readonly #background: Background;
  #isOn = false;
  #before = 0;
  #articles = 3;

  constructor(fault: Fault) {
    globalThis.indexedDB = new IDBFactory();
    this.#fault = fault;
    const network = new Network(this.#clock, new Press(START), []);
    // Lede may read the site of this source, and no other.
    const breaking: ConstructorParameters<typeof Background>[3] = (deps) => ({
      ...deps,
      hasAccess: async (url) => /(^|\.)press\.example$|^192/.test(new URL(url).hostname),
    });
    this.#background = new Background(this.#clock, network, dice(7), breaking);
  }

  async play(): Promise<SoakRow> {
    const realFetch = globalThis.fetch;
    this.#clock.install();
    globalThis.fetch = (input, init = {}) => this.#answer(String(input), init);
    try {
      return await this.#tell();
    } finally {
      globalThis.fetch = realFetch;
      this.#clock.uninstall();
    }
  }

  async #tell(): Promise<SoakRow> {
    const { name, isEnd } = this.#fault;
    void addFeed(this.#background.deps, URL_OF_FEED);
    await this.#clock.runUntil(START + 60_000);
    this.#background.start();
    this.#isOn = true;
    const isOver = await this.#until((feed) => this.#isNamed(feed), 9 * DAY);
    const kept = (await this.#titles()).filter((title) => /^Report [123]$/.test(title)).length;
    const ended = this.#clock.now;
    this.#isOn = false;
    this.#articles = 4;
    const isBack =
      isEnd === true ||
      (await this.#until(
        async (feed) => feed.problem === null && (await this.#titles()).includes('Report 4'),
        9 * DAY,
      ));
    const titles = await this.#titles();
    const report4 = titles.filter((title) => title === 'Report 4').length;
    return {
      fault: name,
      tries: 1,
      lost: 3 - Math.min(kept, 3),
      doubled: Math.max(0, kept - 3) + Math.max(0, report4 - 1),
      stuck: Number(!isBack),
      breaches: Number(!isOver),
      recoverMs: isEnd ? 0 : this.#clock.now - ended,
    };
  }

  async #until(isDone: (feed: Feed) => boolean | Promise<boolean>, ms: number): Promise<boolean> {
    const end = this.#clock.now + ms;
    while (this.#clock.now < end) {
      await this.#clock.runUntil(this.#clock.now + 5 * 60_000);
      if (await isDone(await this.#row())) return true;
    }
    return false;
  }

  /** Whether the fault has answered and its state is on the row. */
  #isNamed({ problem }: Feed): boolean {
    if (this.#before === 0) return false;
    const { state, status } = this.#fault;
    if (state === 'fine') return problem === null && this.#before > 1;
    return problem?.code === state && (status === undefined || problem.status === status);
  }

  async #row(): Promise<Feed> {
    const [feed] = await this.#work(async () => (await this.#background.deps.database()).getAll('feeds'));
    if (!feed) throw new Error('the source is gone');
    return feed;
  }

  async #titles(): Promise<string[]> {
    const articles = await this.#work(async () =>
      (await this.#background.deps.database()).getAll('articles'),
    );
    return articles.map(({ title }) => title);
  }

  #work<T>(read: () => Promise<T>): Promise<T> {
    return read();
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    await this.#clock.sleep(200);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const document = this.#document();
    const headers = { 'content-type': 'application/rss+xml', etag: `"${this.#articles}"` };
    if (!this.#isOn) return responseOf({ status: 200, headers, body: document, url, ending: 'whole' }, url);
    const before = this.#before;
    if (init.redirect !== 'manual') this.#before += 1;
    return this.#fault.answer({ url, init, clock: this.#clock, document, before });
  }

  #document(): string {
    const items = Array.from({ length: this.#articles }, (_, index) => {
      const number = this.#articles - index;
      const date = new Date(START - (10 - number) * 3_600_000).toUTCString();
      return `<item><guid isPermaLink="false">${number}</guid><title>Report ${number}</title><link>https://press.example/${number}</link><description>Text ${number}</description><pubDate>${date}</pubDate></item>`;
    });
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title>${items.join('')}</channel></rss>`;
  }
}
