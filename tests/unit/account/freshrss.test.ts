/** The very same contracts with a real FreshRSS, in the full run. */
import { describe, it } from 'vitest';
import { isFull } from '../../full-run.ts';
import { contract } from './contract.ts';
import { startFreshRss } from './freshrss-server.ts';
import { syncContract } from './sync-contract.ts';

// It may install PHP, which is not for every run.
const server = isFull ? await startFreshRss() : 'with a real FreshRSS in the full run';
if (typeof server === 'string') {
  console.info(`FreshRSS: skipped: ${server}`);
  it('keeps to the contract', ({ skip }) => skip(server));
} else {
  // The first ends with the account as empty as it began, and the last ends the server.
  describe('FreshRSS', () => contract('freshrss', async () => ({ ...server, close: async () => undefined })));
  describe('FreshRSS and a browser', () => syncContract(async () => server));
}
