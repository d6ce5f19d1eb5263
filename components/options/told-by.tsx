import { useEffect, useState } from 'preact/hooks';
import type { AlertBy, AlertKind } from '../../utils/model/alert.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import type { EditableSettings } from './use-settings.ts';

interface ToldByProps extends Pick<EditableSettings, 'change'> {
  readonly kind: AlertKind;
  readonly alertBy: Settings['alertBy'];
}

const WAYS = ['badge', 'notification', 'ticker'] as const;

/** By what an alert of a kind is told; by nothing: none is raised. */
export function ToldBy({ kind, alertBy, change }: ToldByProps) {
  const { surface, text } = useLede();
  const [isRefused, setRefused] = useState(false);
  const by = alertBy[kind];
  useEffect(() => {
    if (by.notification) void surface.mayNotify().then((may) => setRefused(!may));
  }, [surface, by.notification]);

  const set = (patch: Partial<AlertBy>) => change({ alertBy: { ...alertBy, [kind]: { ...by, ...patch } } });
  // The browser asks only straight from the press.
  const ask = async (then: () => void) => {
    const may = await surface.askToNotify();
    setRefused(!may);
    if (may) then();
  };
  const toggle = (way: (typeof WAYS)[number], isOn: boolean, box: HTMLInputElement) => {
    if (way !== 'notification' || !isOn) return set({ [way]: isOn });
    void ask(() => set({ notification: true })).then(() => {
      box.checked = by.notification;
    });
  };
  return (
    <div class="setting">
      <fieldset class="ways">
        <legend>{text(`told.${kind}`)}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input
              type="checkbox"
              checked={by[way]}
              onChange={({ currentTarget }) => toggle(way, currentTarget.checked, currentTarget)}
            />
            {text(`told.${way}`)}
          </label>
        ))}
      </fieldset>
      <div class="ways-note" role="status">
        {isRefused && (
          <>
            <p class="help">{text('told.refused')}</p>
            {by.notification && (
              <Button look="small" onPress={() => void ask(() => undefined)}>
                {text('told.allow')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
