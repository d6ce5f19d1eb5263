/** What changes by itself while a page is open: the time, and whether there is a network. */
import { useEffect, useState } from 'preact/hooks';
import { useLede } from './context.ts';

/** Half of the smallest step that is shown, in ms. */
const TICK = 30_000;

/** The present, UTC ms; drawn anew often enough for `2 min` to be true. */
export function useNow(): number {
  const { surface } = useLede();
  const [now, setNow] = useState(() => surface.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(surface.now()), TICK);
    return () => clearInterval(timer);
  }, [surface]);
  return now;
}

/**
 * Whether there is a network: none only where the browser says so and the last checks failed for want of one
 * (`checksFailed`), since what browsers say alone is wrong on machines that reach their sources by other ways.
 * `onReturn` is called when the network comes back.
 */
export function useOnline(onReturn: () => void, checksFailed: boolean): boolean {
  const { surface } = useLede();
  const [online, setOnline] = useState(() => surface.online());
  useEffect(() => {
    const update = () => {
      setOnline(surface.online());
      if (surface.online()) onReturn();
    };
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, [surface, onReturn]);
  return online || !checksFailed;
}
