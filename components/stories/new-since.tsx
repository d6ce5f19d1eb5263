import './stories.css';
import { useLede } from '../app/context.ts';

/** The line under what arrived since the reader last looked. */
export function NewSince({ since, now }: { readonly since: number; readonly now: number }) {
  const { text, times } = useLede();
  const isToday = times.dayNumber(since) === times.dayNumber(now);
  const time = isToday ? times.clock(since) : `${times.clock(since)}, ${times.day(since, now)}`;
  return (
    <p class="new-since">
      <span>{text('line.newSince', { time })}</span>
    </p>
  );
}
