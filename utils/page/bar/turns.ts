/** Whose turn it is on the bar. */

/** How long a headline stands, in ms. */
export const EACH = 6_000;

export interface Turns {
  /** Takes a step, back or forwards. */
  move(by: number): void;
  readonly isPaused: () => boolean;
  setPaused(isPaused: boolean): void;
  stop(): void;
}

/**
 * Steps by itself every six seconds while nothing holds it and the page is seen.
 *
 * @param isHeld whether the reader is at it, or wants nothing to move
 * @param onStep is called with what was stepped, for each step
 */
export function createTurns(isHeld: () => boolean, onStep: (by: number) => void): Turns {
  let isPaused = false;
  const timer = setInterval(() => {
    if (!isPaused && !isHeld() && document.visibilityState === 'visible') onStep(1);
  }, EACH);
  return {
    move: onStep,
    isPaused: () => isPaused,
    setPaused: (is) => {
      isPaused = is;
    },
    stop: () => clearInterval(timer),
  };
}
