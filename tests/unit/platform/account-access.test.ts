import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { accountStanding, requestAccount } from '../../../utils/platform/permissions.ts';

const SERVER = 'https://news.example:8443/api/greader.php';
const HOST = { origins: ['*://news.example/*'] };
const CONSENT = { data_collection: ['authenticationInfo', 'browsingActivity'] };

/** A browser that has granted these, and grants what it is asked for; gives what it was asked for. */
function browserWith(granted: readonly object[]): { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  vi.spyOn(browser, 'permissions', 'get').mockReturnValue({
    ...browser.permissions,
    contains: async (permissions: object) =>
      granted.some((grant) => JSON.stringify(grant) === JSON.stringify(permissions)),
    request: async (permissions: object) => {
      asked.push(permissions);
      return true;
    },
  } as typeof browser.permissions);
  return { asked };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('access for an account on a feed server', () => {
  it('is asked for its host alone, with consent to what is sent where the browser knows such a question', async () => {
    const { asked } = browserWith([]);
    vi.stubEnv('FIREFOX', 'true');
    expect(await requestAccount(SERVER)).toBe(true);
    vi.stubEnv('FIREFOX', '');
    expect(await requestAccount(SERVER)).toBe(true);
    expect(asked).toEqual([{ ...HOST, ...CONSENT }, HOST]);
  });

  it('is not asked for what is no address', async () => {
    const { asked } = browserWith([]);
    expect(await requestAccount('news')).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each([
    ['no host is allowed', [CONSENT], 'no-access'],
    ['consent is missing or was taken back', [HOST], 'no-consent'],
    ['both are there', [HOST, CONSENT], 'ready'],
  ] as const)('in Firefox: %s', async (_, granted, standing) => {
    browserWith(granted);
    vi.stubEnv('FIREFOX', 'true');
    expect(await accountStanding(SERVER)).toBe(standing);
  });

  it('elsewhere the host is all there is to allow', async () => {
    browserWith([HOST]);
    vi.stubEnv('FIREFOX', '');
    expect(await accountStanding(SERVER)).toBe('ready');
  });
});
