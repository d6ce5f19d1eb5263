/** Every verb, whoever says it and however: refused unless it is allowed, and never an error. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../utils/model/problem.ts';
import { ownId, ownUrl } from '../../../utils/platform/runtime.ts';
import { answer, type Handlers, type Sender } from '../../../utils/protocol/server.ts';
import { CONTENT_SCRIPT_VERBS } from '../../../utils/protocol/verb-names.ts';
import { type VerbName, verbs } from '../../../utils/protocol/verbs.ts';
import { propertyRuns, propertyTimeout } from '../../property-runs.ts';

const NAMES = Object.keys(verbs) as VerbName[];
const PAGE = 'https://news.example/a';
const tab = (url: string): Sender['tab'] => ({ id: 7, url, incognito: false });

/** Senders as browsers describe them. */
const SENDERS: Readonly<Record<string, () => Sender>> = {
  'a page of its own': () => ({ id: ownId(), url: ownUrl('popup.html') }),
  'a page of its own in a tab': () => {
    const url = ownUrl('options.html');
    return { id: ownId(), url, frameId: 0, tab: tab(url) };
  },
  'a content script': () => ({ id: ownId(), url: PAGE, frameId: 0, tab: tab(PAGE) }),
  'a content script in a frame': () => ({ id: ownId(), url: PAGE, frameId: 3, tab: tab(PAGE) }),
  'a content script in a frame of its own page': () => ({
    id: ownId(),
    url: PAGE,
    frameId: 3,
    tab: tab(ownUrl('reader.html')),
  }),
  'a script in a page that is prerendered, of no tab': () => ({ id: ownId(), url: PAGE, frameId: 0 }),
  'a script in a document without an address': () => ({
    id: ownId(),
    url: 'about:blank',
    frameId: 0,
    tab: tab(PAGE),
  }),
  'a web page': () => ({ url: PAGE, frameId: 0, tab: tab(PAGE) }),
  'a web page that names itself as ours': () => ({
    id: ownId(),
    url: `https://news.example/?${ownUrl('popup.html')}`,
  }),
  'another extension': () => ({ id: 'another', url: 'chrome-extension://another/popup.html' }),
  'another extension with our address': () => ({ id: 'another', url: ownUrl('popup.html') }),
  nobody: () => ({}),
};
const OWN = ['a page of its own', 'a page of its own in a tab'];

/** Handlers that note which of them were run. */
function noting(ran: string[]): Handlers {
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      async () => {
        ran.push(name);
        return ok(null);
      },
    ]),
  ) as unknown as Handlers;
}

/** Requests that the schema of a verb lets through, as far as one can be made of the plainest values. */
const PLAIN: Partial<Record<VerbName, object>> = {
  findRelated: { url: PAGE, titles: [], headings: [], sites: [], summary: '', language: '', dates: [] },
  choosePanel: { choice: 'off' },
  openFromPanel: { page: 'settings' },
  panelStanding: {},
  showBar: {},
};

let ran: string[];
let handlers: Handlers;

beforeEach(() => {
  ran = [];
  handlers = noting(ran);
});

it.each(Object.keys(SENDERS))('%s may say what it is allowed to, and no other verb', async (who) => {
  const sender = SENDERS[who]?.() ?? {};
  for (const verb of NAMES) {
    ran.length = 0;
    const said = await answer(handlers, { verb, request: PLAIN[verb] ?? {} }, sender);
    const mayUse = CONTENT_SCRIPT_VERBS.has(verb) ? who === 'a content script' : OWN.includes(who);
    if (!mayUse) {
      expect(said, verb).toEqual({ ok: false, problem: { code: 'forbidden' } });
      expect(ran).toEqual([]);
    } else if (PLAIN[verb]) expect(ran).toEqual([verb]);
    else if (!said.ok) expect(said.problem.code, verb).toBe('bad-request');
  }
});

describe('a message', () => {
  it('that a page of ours said is refused to a script that says it again', async () => {
    const message = structuredClone({ verb: 'eraseEverything', request: {} });
    expect(await answer(handlers, message, SENDERS['a page of its own']?.() ?? {})).toMatchObject({
      ok: true,
    });
    for (const who of Object.keys(SENDERS).filter((name) => !OWN.includes(name)))
      expect(await answer(handlers, message, SENDERS[who]?.() ?? {})).toMatchObject({
        problem: { code: 'forbidden' },
      });
    expect(ran).toEqual(['eraseEverything']);
  });

  it('of a content script speaks of its own page alone, whatever the request names', async () => {
    const choose = vi.fn(async () => ok(null));
    const one = { ...handlers, choosePanel: choose } as unknown as Handlers;
    const sender = SENDERS['a content script']?.() ?? {};
    const forged = {
      verb: 'choosePanel',
      request: { choice: 'off', url: 'https://bank.example/', tabId: 1 },
    };
    expect(await answer(one, forged, sender)).toMatchObject({ problem: { code: 'bad-request' } });
    await answer(one, { verb: 'choosePanel', request: { choice: 'off' } }, sender);
    expect(choose).toHaveBeenCalledExactlyOnceWith(
      { choice: 'off' },
      { tabId: 7, url: PAGE, isPrivate: false },
    );
  });

  it('of any kind is answered, and pollutes nothing', { timeout: propertyTimeout }, async () => {
    const odd = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '');
    const fields = fc.dictionary(fc.oneof(odd, fc.string({ maxLength: 8 })), fc.jsonValue(), {
      noNullPrototype: false,
    });
    const message = fc.oneof(
      fc.jsonValue(),
      fc.record({
        verb: fc.oneof(odd, fc.constantFrom(...NAMES)),
        request: fc.oneof(fields, fc.jsonValue()),
      }),
      // As JSON has it: a field of its own by that name.
      fc.tuple(fc.constantFrom(...NAMES), fields).map(([verb, request]) => ({
        verb,
        request: Object.defineProperty(request, '__proto__', {
          value: { polluted: 1 },
          enumerable: true,
          configurable: true,
        }),
      })),
    );
    const own = SENDERS['a page of its own']?.() ?? {};
    await fc.assert(
      fc.asyncProperty(message, async (said) => {
        const result = await answer(handlers, said, own);
        if (!result.ok) expect(['bad-request', 'forbidden']).toContain(result.problem.code);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: propertyRuns },
    );
  });
});
