import { useEffect, useState } from 'preact/hooks';

/** Code that is loaded when it is first wanted, so that no page waits for it before that; null until it is there. */
export function useCode<T extends object>(isWanted: boolean, load: () => Promise<T>): T | null {
  const [code, setCode] = useState<T | null>(null);
  useEffect(() => {
    if (isWanted) void load().then((loaded) => setCode(loaded));
  }, [isWanted, load]);
  return code;
}
