import './breaking-setting.css';
import type { Settings } from '../../utils/model/settings.ts';
import type { BreakingView } from '../../utils/model/view.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useLede } from './context.ts';
import { SelectSetting } from './setting.tsx';
import type { EditableSettings } from './use-settings.ts';

const SOURCES = [2, 3, 4, 5, 6, 8, 10, 15, 20];
const MINUTES = [15, 30, 60, 120, 180];

type BreakingSettingProps = Pick<Settings, 'breaking'> & Pick<EditableSettings, 'change'>;

/** What makes a story break, and beneath it what that would have raised in the last week. */
export function BreakingSetting({ breaking, change }: BreakingSettingProps) {
  const { text } = useLede();
  const { sources, minutes } = breaking;
  const { value: view } = useAnswer(
    (surface) => surface.breakingPast({ sources, minutes }),
    [sources, minutes],
  );
  const fitted = view?.isFitted ? ` (${text('breaking.sources', { n: view.threshold.sources })})` : '';
  return (
    <>
      <SelectSetting
        name={text('breaking.title')}
        help={text('breaking.help')}
        value={String(breaking.sources ?? 'auto')}
        options={[
          { value: 'auto', label: text('breaking.fitted') + fitted },
          ...withOwn(SOURCES, breaking.sources).map((n) => ({
            value: String(n),
            label: text('breaking.sources', { n }),
          })),
        ]}
        onChange={(value) =>
          change({ breaking: { ...breaking, sources: value === 'auto' ? null : Number(value) } })
        }
      />
      <SelectSetting
        name={text('breaking.within')}
        help={text('breaking.withinHelp')}
        value={String(breaking.minutes)}
        options={withOwn(MINUTES, breaking.minutes).map((n) => ({
          value: String(n),
          label: text('breaking.minutes', { n }),
        }))}
        onChange={(value) => change({ breaking: { ...breaking, minutes: Number(value) } })}
      />
      {view !== null && <Past past={view.past} />}
    </>
  );
}

function Past({ past }: Pick<BreakingView, 'past'>) {
  const { text, times, surface } = useLede();
  return (
    <div class="setting breaking-past">
      <p class="help" role="status">
        {past.length === 0 ? text('breaking.none') : text('breaking.past', { n: past.length })}
      </p>
      {past.length > 0 && (
        <ol>
          {past.map((row) => (
            <li key={row.story?.id ?? row.id}>
              <time dateTime={new Date(row.brokeAt).toISOString()}>
                {times.ago(row.brokeAt, surface.now())}
              </time>
              <bdi lang={row.language ?? undefined}>{row.title}</bdi>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** The choices, with one that was set elsewhere among them. */
function withOwn(choices: readonly number[], own: number | null): number[] {
  return [...new Set(own === null ? choices : [...choices, own])].sort((a, b) => a - b);
}
