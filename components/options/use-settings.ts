import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../utils/model/problem.ts';
import type { Settings, SettingsPatch } from '../../utils/model/settings.ts';
import { useLede } from '../app/context.ts';

export interface EditableSettings {
  /** Null until they are known. */
  readonly settings: Settings | null;
  /** How the last change went: null before the first. */
  readonly outcome: 'saved' | Problem | null;
  readonly change: (patch: SettingsPatch) => void;
}

/** The settings with a way to change them; what is shown is always what is stored. */
export function useSettings(): EditableSettings {
  const { surface } = useLede();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [outcome, setOutcome] = useState<EditableSettings['outcome']>(null);

  const ask = async () => {
    const answer = await surface.settings();
    if (answer.ok) setSettings({ ...answer.value });
    else setOutcome(answer.problem);
  };
  const change = async (patch: SettingsPatch) => {
    const result = await surface.changeSettings(patch);
    setOutcome(result.ok ? 'saved' : result.problem);
    await ask();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is as new as the surface
  useEffect(() => {
    void ask();
    return surface.onChange(() => void ask());
  }, [surface]);
  return { settings, outcome, change: (patch) => void change(patch) };
}
