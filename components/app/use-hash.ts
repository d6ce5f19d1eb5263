import { useEffect, useState } from 'preact/hooks';

/** The fragment of the page's address, followed as it changes: by links, by the browser's back and forward. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const update = () => setHash(location.hash);
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return hash;
}
