/** The background's end of the protocol: checks the sender, validates, runs the handler, answers with a Result. */
import { browser } from 'wxt/browser';
import { fail, type ProblemCode, type Result } from '../model/problem.ts';
import { ownId, ownUrl } from '../platform/runtime.ts';
import { isNoRoom } from '../store/room.ts';
import { CONTENT_SCRIPT_VERBS } from './verb-names.ts';
import type { Answer, Request, VerbName } from './verbs.ts';

/** One handler a verb, checked for completeness by the compiler. `page` is the tab's page that a content script speaks from. */
export type Handlers = {
  readonly [N in VerbName]: (request: Request<N>, page?: SendingPage | null) => Promise<Result<Answer<N>>>;
};

/** A page of the web with a script of the extension in it. */
export interface SendingPage {
  readonly tabId: number;
  readonly url: string;
  readonly isPrivate: boolean;
}

/** The parts of a message's sender that decide what it may say. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly incognito?: boolean | undefined;
      }
    | undefined;
}

/**
 * Answers messages with the handlers. Must be called synchronously at the top of the background, since a woken
 * worker delivers the message only to listeners that are there at once.
 */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, reply: (result: unknown) => void) => {
      void answer(handlers, message, sender).then(reply);
      // The answer is still to come: not every browser takes a promise for one.
      return true;
    },
  );
}

/** The answer to one message; never rejects. */
export async function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<Result<unknown>> {
  if (!isEnvelope(message) || !isVerb(handlers, message.verb)) return fail('bad-request');
  if (!mayUse(message.verb, sender)) return fail('forbidden');
  try {
    return await run(handlers, message.verb, message.request, pageOf(sender));
  } catch (error) {
    return fail(codeOf(error), { detail: String(error) });
  }
}

/** Requests end as values, so a DOMException is the database's. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof Error && error.name === 'UpgradeError') return 'storage';
  if (isNoRoom(error)) return 'disk-full';
  if (!(error instanceof DOMException)) return 'internal';
  return error.name === 'VersionError' ? 'newer-data' : 'storage';
}

async function run<N extends VerbName>(
  handlers: Handlers,
  name: N,
  request: unknown,
  page: SendingPage | null,
): Promise<Result<unknown>> {
  const checked = (await import('./check-request.ts')).checkRequest(name, request);
  return checked.ok ? handlers[name](checked.value, page) : checked;
}

/** A verb with its request, and nothing more. */
function isEnvelope(message: unknown): message is { readonly verb: string; readonly request?: unknown } {
  if (typeof message !== 'object' || message === null || !('verb' in message)) return false;
  const known = Object.keys(message).every((key) => key === 'verb' || key === 'request');
  return known && typeof message.verb === 'string';
}

/** There is a handler for each verb. */
function isVerb(handlers: Handlers, name: string): name is VerbName {
  return Object.hasOwn(handlers, name);
}

function mayUse(name: VerbName, sender: Sender): boolean {
  if (sender.id !== ownId()) return false;
  // What a content script may say is about its page: no page of our own has one.
  if (CONTENT_SCRIPT_VERBS.has(name)) return pageOf(sender) !== null;
  return isOwnPage(sender);
}

function isOwnPage({ url }: Sender): boolean {
  return url?.startsWith(ownUrl()) ?? false;
}

/** The page of the web that a script of ours speaks from: the top frame of a tab, nothing within it. */
function pageOf({ url, frameId, tab }: Sender): SendingPage | null {
  if (tab?.id === undefined || frameId !== 0 || url === undefined || !/^https?:/.test(url)) return null;
  return { tabId: tab.id, url: addressNow(url, tab.url), isPrivate: tab.incognito ?? false };
}

/** Chromium names a script by the address that its page began with; the tab's is the one after steps within the site. */
function addressNow(began: string, now: string | undefined): string {
  const [one, other] = [URL.parse(began), URL.parse(now ?? '')];
  return other !== null && one?.origin === other.origin ? other.href : began;
}
