/** What every run leaves to the full one, and what it says of that. */

/** Whether the long forms run: `npm run test:full`. */
export const isFull = process.env.LEDE_FULL === '1';

/** What the name of a test or group ends with where it is skipped for a reason: the report takes the reason from there. */
export function whySkipped(reason: string | null): string {
  return reason === null ? '' : ` (skipped: ${reason})`;
}
