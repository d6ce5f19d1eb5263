import './watched-words.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Settings } from '../../utils/model/settings.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import type { Watch } from '../../utils/text/watch.ts';
import { useLede } from '../app/context.ts';

/** What finds the words that the reader watches for: loaded only where there are such, null until then. */
export function useWatch(words: Settings['watchWords']): Watch | null {
  const [watch, setWatch] = useState<Watch | null>(null);
  const key = JSON.stringify(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the same as long as their key is
  useEffect(() => {
    let isCurrent = true;
    if (words.length === 0) setWatch(null);
    else {
      void import('../../utils/text/watch.ts').then(({ createWatch }) => {
        if (isCurrent) setWatch(createWatch(words));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return watch;
}

/** A headline in which what the reader watches for is marked. */
export function WatchedHeadline({ row }: { readonly row: LatestRow }) {
  const { text, watch } = useLede();
  const { title, snippet, language, source } = row;
  const whole = title.normalize('NFC');
  const spans = useMemo(
    () => watch?.spans({ title: whole, snippet, language }, source.id) ?? [],
    [watch, whole, snippet, language, source.id],
  );
  if (title === '') return <>{text('row.noHeadline')}</>;
  if (spans.length === 0) return <>{title}</>;
  return (
    <>
      {spans.map(([from, to], at) => [
        whole.slice(spans[at - 1]?.[1] ?? 0, from),
        <mark key={from} class="watched">
          {whole.slice(from, to)}
        </mark>,
      ])}
      {whole.slice(spans.at(-1)?.[1])}
    </>
  );
}
