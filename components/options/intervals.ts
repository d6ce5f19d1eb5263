import type { FullText } from '../../utils/i18n/catalogue.ts';

/** Minutes between checks that are offered beside the reader's own choice. */
const INTERVALS = [5, 10, 15, 30, 60, 180, 360, 720, 1440];

/**
 * The choices of how often to check; an interval that was set elsewhere stands among them. `auto` names the first
 * choice, which sets none.
 */
export function intervals(
  text: FullText,
  chosen: number | null,
  auto: string,
): readonly { readonly value: string; readonly label: string }[] {
  const minutes = [...new Set(chosen === null ? INTERVALS : [...INTERVALS, chosen])].sort((a, b) => a - b);
  const every = (n: number) =>
    n % 60 === 0 ? text('alerts.hours', { n: n / 60 }) : text('alerts.minutes', { n });
  return [{ value: 'auto', label: auto }, ...minutes.map((n) => ({ value: String(n), label: every(n) }))];
}
