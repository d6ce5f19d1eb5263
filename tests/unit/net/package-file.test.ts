import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPackageFile } from '../../../utils/net/package-file.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a file of the package', () => {
  it('is read as the value it holds', async () => {
    vi.stubGlobal('fetch', async (path: string) => Response.json({ path }));
    expect(await readPackageFile('/packs/index.json')).toEqual({
      ok: true,
      value: { path: '/packs/index.json' },
    });
  });

  it.each([
    ['is not there', async () => new Response('', { status: 404 })],
    ['is no JSON', async () => new Response('<')],
    ['cannot be reached', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is a problem where it %s', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    expect(await readPackageFile('/packs/index.json')).toMatchObject({ problem: { code: 'internal' } });
  });
});
