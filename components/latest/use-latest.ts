import { useEffect, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { type Beginning, createLatest } from './controller.ts';
import type { LatestActions, LatestState } from './state.ts';

/** The state of Latest, and what can be done with it. */
export interface Latest {
  readonly state: LatestState;
  readonly actions: LatestActions;
}

/**
 * Latest for as long as the component is drawn. `isOnPage`: whether the page has it before the reader now, and not another
 * list.
 */
export function useLatest(beginning: Beginning = {}, isOnPage = true): Latest {
  const { surface } = useLede();
  const [controller] = useState(() => createLatest(surface, beginning));
  const [state, setState] = useState(controller.state);
  useEffect(() => {
    const update = () => controller.show(isOnPage && document.visibilityState === 'visible');
    const leave = () => controller.show(false);
    update();
    document.addEventListener('visibilitychange', update);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', update);
    };
  }, [controller, isOnPage]);
  useEffect(() => {
    const stop = controller.run(() => setState(controller.state()));
    return () => {
      stop();
      controller.show(false);
    };
  }, [controller]);
  return { state, actions: controller.actions };
}
