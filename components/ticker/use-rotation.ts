import { useEffect, useState } from 'preact/hooks';

/** How long a headline stands, in ms. */
const EACH = 6_000;

interface Rotation {
  /** How many steps were taken, forwards and back. */
  readonly step: number;
  readonly move: (by: number) => void;
  /** Whether the reader asked for as little motion as possible: then nothing moves by itself. */
  readonly isStill: boolean;
}

/** Steps that go on by themselves while nothing holds them (`isHeld`) and the page is seen. */
export function useRotation(isHeld: boolean): Rotation {
  const [step, setStep] = useState(0);
  const isStill = useReducedMotion();
  const move = (by: number) => setStep((before) => before + by);
  useEffect(() => {
    if (isHeld || isStill) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setStep((before) => before + 1);
    }, EACH);
    return () => clearInterval(timer);
  }, [isHeld, isStill]);
  return { step, move, isStill };
}

function useReducedMotion(): boolean {
  const [query] = useState(() => matchMedia('(prefers-reduced-motion: reduce)'));
  const [isReduced, setReduced] = useState(query.matches);
  useEffect(() => {
    const update = () => setReduced(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [query]);
  return isReduced;
}
