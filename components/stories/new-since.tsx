import './stories.css';
import { useLede } from '../app/context.ts';

/** The line under what arrived since the reader last looked. */
export function NewSince({ since, now }: { readonly since: number; readonly now: number }) {
  const { text, times } = useLede();
  return (
    <p class="new-since">
      <span>{text('line.newSince', { time: times.moment(since, now) })}</span>
    </p>
  );
}
