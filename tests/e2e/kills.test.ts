/** The soak of kills, short: nothing is lost wherever the background or the browser dies, and a broken build is noticed. */
import { afterAll, describe, expect, it } from 'vitest';
import { isFull, whySkipped } from '../full-run.ts';
import { runKills } from '../soak/kills/run.ts';
import { isBad, publish, type SoakRow } from '../soak/report.ts';

/** Firefox takes three times as long for each. */
const KILLS = isFull ? { chromium: 50, firefox: 50 } : { chromium: 4, firefox: 2 };
const DEATHS = isFull ? { chromium: 10, firefox: 10 } : { chromium: 1, firefox: 0 };
const MINUTE = 60_000;
const browsers = ['chromium', 'firefox'] as const;

describe.concurrent('a background that is killed in the middle of its work', () => {
  const found: SoakRow[] = [];
  afterAll(
    () =>
      void publish(
        found,
        `${KILLS.chromium} and ${KILLS.firefox} kills, ${DEATHS.chromium} and ${DEATHS.firefox} deaths of the browser`,
      ),
  );

  it.each(browsers)(
    'in %s loses, doubles and forgets nothing',
    async (browser) => {
      const options = {
        browser,
        kills: KILLS[browser],
        deaths: DEATHS[browser],
        seed: 9,
        isBroken: false,
        isBuilt: true,
      };
      const rows = await runKills(options);
      found.push(...rows.map((row) => ({ ...row, fault: `${browser}: ${row.fault}` })));
      expect(rows.filter(isBad)).toEqual([]);
    },
    isFull ? 15 * MINUTE : 3 * MINUTE,
  );

  const why = whySkipped(isFull ? null : 'builds once more, see test:full');
  it.skipIf(!isFull)(
    `loses articles where a transaction is broken on purpose${why}`,
    async () => {
      const broken = { browser: 'chromium', isBroken: true, isBuilt: false, seed: 9 } as const;
      const rows = await runKills({ ...broken, kills: 20, deaths: 0 });
      expect(rows.find(({ fault }) => fault === 'kill poll')?.lost).toBeGreaterThan(0);
    },
    10 * MINUTE,
  );
});
