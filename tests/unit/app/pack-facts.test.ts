import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPackFacts } from '../../../utils/app/pack-facts.ts';
import { fail, ok } from '../../../utils/model/problem.ts';

const PUBLIC = join(import.meta.dirname, '..', '..', '..', 'public');

it('knows the publishers of all packs by the addresses of their feeds', async () => {
  const facts = await readPackFacts(async (path) => ok(JSON.parse(readFileSync(PUBLIC + path, 'utf8'))));
  expect(facts.size).toBeGreaterThan(50);
  for (const [url, { publisher }] of facts) {
    expect(URL.canParse(url)).toBe(true);
    expect(publisher.articleHosts.length).toBeGreaterThan(0);
  }
});

it('knows none where the packs cannot be read', async () => {
  expect((await readPackFacts(async () => fail('internal'))).size).toBe(0);
});
