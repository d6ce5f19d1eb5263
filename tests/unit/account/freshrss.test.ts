/** The very same contracts with a real FreshRSS, in the full run. */
import { describe, it } from 'vitest';
import { isFull } from '../../full-run.ts';
import { contract } from './contract.ts';
import { startFreshRss } from './freshrss-server.ts';
import { sourcesContract } from './sources-contract.ts';
import { syncContract } from './sync-contract.ts';

// It may install PHP, which is not for every run.
const server = isFull ? await startFreshRss() : 'with a real FreshRSS in the full run';
if (typeof server === 'string') {
  console.info(`FreshRSS: skipped: ${server}`);
  it('keeps to the contract', ({ skip }) => skip(server));
} else {
  // All but the last end with the account as empty as it began, and the last ends the server.
  const lent = async () => ({ ...server, close: async () => undefined });
  describe('FreshRSS', () => contract('freshrss', lent));
  describe('FreshRSS and changes of sources', () => sourcesContract(lent));
  describe('FreshRSS and a browser', () => syncContract(async () => server));
}
