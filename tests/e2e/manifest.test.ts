/**
 * What the packages ask of the browser, against what stands in `manifests/`: permissions never grow unnoticed. Who
 * means to change a manifest changes the file there by hand, in the same commit.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectLicences } from '../tools/licences.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting', 'contextMenus'];

async function read(...path: string[]): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await readFile(join(ROOT, ...path), 'utf8'));
}

describe.each(['chrome', 'firefox', 'edge'])('the package for %s', (browser) => {
  it('asks for what is written down, and nothing else', async () => {
    const { version, ...manifest } = await read('.output', `${browser}-mv3`, 'manifest.json');
    expect(version).toBe((await read('package.json')).version);
    expect(manifest).toEqual(await read('tests', 'e2e', 'manifests', `${browser}.json`));
  });

  it('holds the licences of what is in it', async () => {
    const licences = await read('.output', `${browser}-mv3`, 'licences.json');
    expect(licences).toEqual(await collectLicences());
  });

  it('has access to no site when it is installed, and shows no page a part of itself', async () => {
    const manifest = await read('.output', `${browser}-mv3`, 'manifest.json');
    expect(manifest.permissions).toEqual(browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'sidePanel']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    for (const key of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ])
      expect(manifest).not.toHaveProperty(key);
  });
});
