import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../utils/model/problem.ts';
import type { LatestPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { createLatest, type LatestActions, type LatestState } from './controller.ts';

/** The state of Latest, and what can be done with it. */
export interface Latest {
  readonly state: LatestState;
  readonly actions: LatestActions;
}

/** Latest for as long as the component is drawn. `first`: see `createLatest`. */
export function useLatest(first?: Promise<Result<LatestPage>>): Latest {
  const { surface } = useLede();
  const [controller] = useState(() => createLatest(surface, first));
  const [state, setState] = useState(controller.state);
  useEffect(() => controller.run(() => setState(controller.state())), [controller]);
  return { state, actions: controller.actions };
}
