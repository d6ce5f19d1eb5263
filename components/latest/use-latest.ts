import { useEffect, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { type Beginning, createLatest } from './controller.ts';
import type { LatestActions, LatestState } from './state.ts';

/** The state of Latest, and what can be done with it. */
export interface Latest {
  readonly state: LatestState;
  readonly actions: LatestActions;
}

/** Latest for as long as the component is drawn. */
export function useLatest(beginning: Beginning = {}): Latest {
  const { surface } = useLede();
  const [controller] = useState(() => createLatest(surface, beginning));
  const [state, setState] = useState(controller.state);
  useEffect(() => controller.run(() => setState(controller.state())), [controller]);
  return { state, actions: controller.actions };
}
