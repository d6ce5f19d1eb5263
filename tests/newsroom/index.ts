/**
 * The test press: a loopback HTTP and HTTPS server that plays the outlets of `outlets.ts` under fake host names. The
 * end-to-end tests poll it, script its faults and read its log; `npm start` follows it as its first sources.
 */
import { createCertificate } from './certificate.ts';
import type { RequestRecord } from './log.ts';
import { outlets } from './outlets.ts';
import { heldByDefault, openPress, type Press } from './press.ts';
import { createScripts, type Scripts } from './scripts.ts';
import { startServers } from './server.ts';
import { ordinaryAnswer } from './site.ts';
import { stories } from './stories/index.ts';
import type { Outlet, PublishedArticle } from './types.ts';

export { chromiumArgs, firefoxPrefs } from './browsers.ts';
export type { RequestRecord } from './log.ts';
export type { OwnArticle, Revision } from './press.ts';
export type { AnswerFor, RequestMatch, ScriptedAnswer } from './scripts.ts';
export type { FeedFormat, Language, Outlet, PublishedArticle, Topic } from './types.ts';

export interface NewsroomOptions {
  /** The clock, in milliseconds since 1970, of article dates and of the log; the system's unless given. */
  now?: () => number;
  /** How many articles wait for `publish()`; those that the data files hold back unless given. */
  hold?: number;
  /** Publishes one article by itself every so many milliseconds, as long as any are held back. */
  publishEveryMs?: number;
}

export interface Newsroom {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly outlets: readonly Outlet[];
  /** The PEM text of the certificate of the HTTPS server. */
  readonly certificate: string;
  /** Every request in order of arrival, with refused proxy tunnels. */
  readonly log: readonly RequestRecord[];
  /** Publishes the next articles held back, over several outlets and both languages; one unless a count is given. */
  publish(count?: number): PublishedArticle[];
  /** Publishes an article that a test wrote. */
  publishAt: Press['publishAt'];
  /** Changes headline, lead or text of an article that is out. */
  revise: Press['revise'];
  /** Takes an article from its site and its feed. */
  withdraw: Press['withdraw'];
  /** The truth: every article that is out, in the order of publication. */
  published(): readonly PublishedArticle[];
  /** Scripts the answers to some requests, on any host; the result takes the script away. */
  script: Scripts['add'];
  /** Ends both servers, their connections and all pauses. */
  close(): Promise<void>;
}

/** Starts the press on free loopback ports. */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { now = Date.now, hold = heldByDefault(stories), publishEveryMs } = options;
  const press = openPress(stories, now, hold);
  const scripts = createScripts();
  const log: RequestRecord[] = [];
  const hosts = new Set(outlets.flatMap(({ articleHosts, feedHosts }) => [...articleHosts, ...feedHosts]));
  const certificate = await createCertificate([...hosts]);
  const ordinary = (url: string) => ordinaryAnswer(press, url);
  const servers = await startServers({ certificate, scripts, log, now, ordinary });
  const timer =
    publishEveryMs === undefined ? undefined : setInterval(() => press.publish(1), publishEveryMs);
  return {
    httpPort: servers.httpPort,
    httpsPort: servers.httpsPort,
    outlets,
    certificate: certificate.cert,
    log,
    publish: (count = 1) => press.publish(count),
    publishAt: press.publishAt,
    revise: press.revise,
    withdraw: press.withdraw,
    published: press.published,
    script: scripts.add,
    close: () => {
      clearInterval(timer);
      return servers.close();
    },
  };
}
