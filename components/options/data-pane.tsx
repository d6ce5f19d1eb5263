import { formatBytes } from '../../utils/i18n/bytes.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Backup } from './backup.tsx';
import { useLede } from './context.ts';
import { Erase } from './erase.tsx';
import { Outcome, SelectSetting } from './setting.tsx';
import { Snapshots } from './snapshots.tsx';
import { useSettings } from './use-settings.ts';

const DAYS = [7, 14, 30, 60, 90, 365];
const PER_SOURCE = [500, 1_000, 2_000, 5_000, 10_000];
const IN_ALL = [10_000, 20_000, 50_000, 100_000, 200_000];

/** What is kept and for how long, how it comes back, and how it goes. */
export function DataPane() {
  const { text } = useLede();
  const { settings, outcome, change } = useSettings();
  const number = new Intl.NumberFormat(text.language);
  return (
    <>
      <h1>{text('data.title')}</h1>
      <p class="lede">{text('data.lede')}</p>
      {settings !== null && (
        <div class="card">
          <Size />
          <SelectSetting
            name={text('data.days')}
            help={text('data.daysHelp')}
            {...choice(settings, 'keepDays', DAYS, (n) => text('data.forDays', { n }))}
            onChange={(value) => change({ keepDays: Number(value) })}
          />
          <SelectSetting
            name={text('data.perSource')}
            help={text('data.perSourceHelp')}
            {...choice(settings, 'keepPerSource', PER_SOURCE, (n) => number.format(n))}
            onChange={(value) => change({ keepPerSource: Number(value) })}
          />
          <SelectSetting
            name={text('data.inAll')}
            help={text('data.inAllHelp')}
            {...choice(settings, 'keepArticles', IN_ALL, (n) => number.format(n))}
            onChange={(value) => change({ keepArticles: Number(value) })}
          />
        </div>
      )}
      <Outcome outcome={outcome} />
      <Backup />
      <Snapshots />
      <Erase />
    </>
  );
}

/** The value of a limit with its choices; one that was set elsewhere stands among them. */
function choice(
  settings: Settings,
  name: 'keepDays' | 'keepPerSource' | 'keepArticles',
  offered: readonly number[],
  label: (n: number) => string,
) {
  const numbers = [...new Set([...offered, settings[name]])].sort((a, b) => a - b);
  return {
    value: String(settings[name]),
    options: numbers.map((n) => ({ value: String(n), label: label(n) })),
  };
}

function Size() {
  const { text } = useLede();
  const { value: kept } = useAnswer(keptNow);
  return (
    <div class="setting">
      <div>
        <span class="name">{text('data.size')}</span>
        <span class="help">
          {text('data.sizeHelp')}{' '}
          {kept?.allowed != null && text('data.allowed', { size: formatBytes(text.language, kept.allowed) })}
        </span>
      </div>
      <output>
        {kept?.used != null &&
          text('data.articles', { n: kept.articles, size: formatBytes(text.language, kept.used) })}
      </output>
    </div>
  );
}

interface Kept {
  readonly articles: number;
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  readonly allowed: number | null;
}

async function keptNow(surface: Surface): Promise<Result<Kept>> {
  const [status, { used, allowed }] = await Promise.all([surface.status(), surface.storageUse()]);
  return status.ok ? { ok: true, value: { articles: status.value.articles, used, allowed } } : status;
}
