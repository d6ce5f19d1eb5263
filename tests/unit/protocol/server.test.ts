import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { ownId, ownUrl } from '../../../utils/platform/runtime.ts';
import { answer, type Sender } from '../../../utils/protocol/server.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;

beforeEach(() => {
  world = createWorld();
});

const ownPage = (): Sender => ({ id: ownId(), url: ownUrl('popup.html') });
const say = (message: unknown, sender: Sender): Promise<unknown> =>
  answer(createHandlers(world.deps), message, sender);

describe('the background', () => {
  it('answers a page of its own', async () => {
    expect(await say({ verb: 'status', request: {} }, ownPage())).toMatchObject({
      ok: true,
      value: { unread: 0 },
    });
  });

  it.each([
    ['a content script on a web page', { url: 'https://news.example/a' }],
    ['a page that pretends to be ours', { url: 'https://news.example/chrome-extension://lede/' }],
    ['a sender without an address', {}],
  ])('refuses every verb to %s', async (_who, sender) => {
    const message = { verb: 'markAllRead', request: {} };
    expect(await say(message, { id: ownId(), ...sender })).toMatchObject({ problem: { code: 'forbidden' } });
  });

  it('refuses another extension', async () => {
    const sender = { ...ownPage(), id: 'another' };
    expect(await say({ verb: 'status', request: {} }, sender)).toMatchObject({
      problem: { code: 'forbidden' },
    });
  });

  it.each([
    ['no object', 'markAllRead'],
    ['nothing', undefined],
    ['an unknown verb', { verb: 'selfDestruct', request: {} }],
    ['a verb that only the prototype has', { verb: 'constructor', request: {} }],
    ['a request of the wrong shape', { verb: 'markRead', request: { articleIds: ['1'], read: true } }],
    ['an id that is no whole number', { verb: 'removeSources', request: { feedIds: [1.5] } }],
    ['a field too many', { verb: 'markAllRead', request: { all: true } }],
    ['a setting out of range', { verb: 'changeSettings', request: { checkMinutes: 1 } }],
    ['more than the envelope', { verb: 'status', request: {}, more: 1 }],
  ])('refuses %s', async (_what, message) => {
    expect(await say(message, ownPage())).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
  });

  it('answers with a problem where the database cannot be opened', async () => {
    const broken = {
      ...world.deps,
      database: () =>
        Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')),
    };
    const reply = await answer(createHandlers(broken), { verb: 'status', request: {} }, ownPage());
    expect(reply).toMatchObject({ ok: false, problem: { code: 'storage' } });
  });
});
