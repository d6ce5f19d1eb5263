import { useEffect, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { createSearch, type SearchActions, type SearchState } from './controller.ts';

/** The state of a search, and what can be done with it. */
export interface Search {
  readonly state: SearchState;
  readonly actions: SearchActions;
}

/** A search for as long as the component is drawn. `typed`: the words it begins with. */
export function useSearch(typed?: string): Search {
  const { surface } = useLede();
  const [controller] = useState(() => createSearch(surface, typed));
  const [state, setState] = useState(controller.state);
  useEffect(() => controller.run(() => setState(controller.state())), [controller]);
  return { state, actions: controller.actions };
}
