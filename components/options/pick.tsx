import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SourceRow } from '../../utils/model/view.ts';
import type { Manage } from './use-manage.ts';

interface PickProps {
  readonly label: string;
  /** What it selects all of. */
  readonly rows: readonly SourceRow[];
  readonly manage: Manage;
}

/** A box that selects sources; neither on nor off where some of them are. */
export function Pick({ label, rows, manage }: PickProps) {
  const box = useRef<HTMLInputElement>(null);
  const n = manage.selected.length === 0 ? 0 : rows.filter(({ id }) => manage.isSelected(id)).length;
  // Not an attribute: only its property can say so.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.indeterminate = n > 0 && n < rows.length;
  }, [n, rows.length]);
  return (
    <input
      ref={box}
      type="checkbox"
      class="picker"
      aria-label={label}
      checked={rows.length > 0 && n === rows.length}
      onChange={(event) =>
        manage.select(
          rows.map(({ id }) => id),
          event.currentTarget.checked,
        )
      }
    />
  );
}
