import { useState } from 'preact/hooks';
import { MOST_WATCH_WORDS, type Settings } from '../../utils/model/settings.ts';
import { hasWatchedWord } from '../../utils/text/watch.ts';
import { useLede } from './context.ts';
import { type Added, TAKEN, TokenField } from './token-field.tsx';
import type { EditableSettings } from './use-settings.ts';
import type { Sources } from './use-sources.ts';
import { wordsTyped } from './word-field.tsx';

type WatchWord = Settings['watchWords'][number];

interface WatchSettingProps extends Pick<EditableSettings, 'change'> {
  readonly words: Settings['watchWords'];
  readonly sources: Sources;
}

const keyOf = ({ words, feedId }: WatchWord): string => `${feedId ?? ''} ${words.toLowerCase()}`;

/** What the reader watches for, in all sources or in one. */
export function WatchSetting({ words, sources, change }: WatchSettingProps) {
  const { text } = useLede();
  const [feedId, setFeedId] = useState<number | null>(null);
  const nameOf = (id: number): string => {
    if (sources.rows === null) return '…';
    const row = sources.rows.find((one) => one.id === id);
    return row ? row.title || row.host : text('watch.goneSource');
  };
  const labelOf = (one: WatchWord): string =>
    one.feedId === null ? one.words : `${one.words} · ${nameOf(one.feedId)}`;

  const add = (typed: string): Added => {
    const known = new Set(words.map(keyOf));
    const all = wordsTyped(typed).map((one) => ({ words: one, feedId }));
    const fresh = all.filter((one) => hasWatchedWord(one.words) && !known.has(keyOf(one)));
    const empty = all.find((one) => !hasWatchedWord(one.words));
    if (empty) return { note: text('watch.noWord', { word: empty.words }), stays: true };
    if (fresh.length === 0) return { note: text('words.known', { word: typed.trim() }), stays: false };
    if (words.length + fresh.length > MOST_WATCH_WORDS) {
      return { note: text('words.most', { n: MOST_WATCH_WORDS }), stays: true };
    }
    change({ watchWords: [...words, ...fresh] });
    return TAKEN;
  };
  return (
    <TokenField
      name={text('watch.title')}
      help={text('watch.help')}
      isMark
      tokens={words.map((one) => ({ key: keyOf(one), label: labelOf(one) }))}
      onAdd={add}
      onRemove={({ key }) => change({ watchWords: words.filter((one) => keyOf(one) !== key) })}
    >
      <select
        class="field"
        aria-label={text('watch.where')}
        value={String(feedId ?? '')}
        onChange={({ currentTarget: { value } }) => setFeedId(value === '' ? null : Number(value))}
      >
        <option value="">{text('watch.everywhere')}</option>
        {sources.rows?.map((row) => (
          <option key={row.id} value={String(row.id)}>
            {row.title || row.host}
          </option>
        ))}
      </select>
    </TokenField>
  );
}
