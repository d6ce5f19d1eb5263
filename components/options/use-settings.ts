import { useState } from 'preact/hooks';
import type { Problem } from '../../utils/model/problem.ts';
import type { Settings, SettingsPatch } from '../../utils/model/settings.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useLede } from './context.ts';

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
  const { value: settings, problem } = useAnswer((asked) => asked.settings());
  const [outcome, setOutcome] = useState<EditableSettings['outcome']>(null);
  const change = async (patch: SettingsPatch) => {
    const result = await surface.changeSettings(patch);
    setOutcome(result.ok ? 'saved' : result.problem);
  };
  return { settings, outcome: outcome ?? problem, change: (patch) => void change(patch) };
}
