import type { ComponentChildren } from 'preact';
import { useHeir } from './focus.ts';

interface PassingProps {
  /** Where the focus goes with it. The same function at every drawing. */
  readonly heir: (own: HTMLElement) => HTMLElement | null;
  readonly children: ComponentChildren;
}

/** What goes away once it was pressed. It is no box of its own. */
export function Passing({ heir, children }: PassingProps) {
  const own = useHeir<HTMLSpanElement>(heir);
  return (
    <span ref={own} class="passing">
      {children}
    </span>
  );
}
