import './lists.css';
import type { FullText } from '../../utils/i18n/catalogue.ts';
import type { OpmlList, SkippedOutline } from '../../utils/model/opml.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { Button } from '../parts/buttons.tsx';
import { firstButtonOfSection, useHeir } from '../parts/focus.ts';
import { useLede } from './context.ts';

/** Outlines that could not be followed and are named; the rest is counted. */
const SKIPPED_NAMED = 20;

/** What a list holds: sources, folders, how many are known, whether it is whole. */
export function summary(text: FullText, { sources, complete }: OpmlList, known: number): string {
  const folders = new Set(
    sources.filter(({ folder }) => folder.length > 0).map(({ folder }) => JSON.stringify(folder)),
  );
  const said = [text('lists.sources', { n: sources.length })];
  if (folders.size > 0) said.push(text('lists.folders', { n: folders.size }));
  if (known > 0) said.push(text('lists.known', { n: known }));
  if (!complete) said.push(text('lists.broken'));
  return said.join(' ');
}

/** How many sources of a list are followed already. */
export function knownOf(list: OpmlList, rows: readonly SourceRow[] | null): number {
  const followed = new Set(rows?.map(({ url }) => url));
  return list.sources.filter(({ url }) => followed.has(url)).length;
}

interface PreviewProps {
  readonly list: OpmlList;
  readonly known: number;
  readonly onFollow: () => void;
  readonly onCancel: () => void;
}

/** What the reader decides on. When it goes, the focus goes back to the button that chose the file. */
export function Preview({ list: { sources, skipped }, known, onFollow, onCancel }: PreviewProps) {
  const { text } = useLede();
  const own = useHeir<HTMLDivElement>(firstButtonOfSection);
  const fresh = sources.length - known;
  return (
    <div ref={own} class="preview">
      {skipped.length > 0 && <Skipped skipped={skipped} />}
      <div class="line">
        {fresh > 0 && (
          <Button look="primary" onPress={onFollow}>
            {text('lists.follow', { n: fresh })}
          </Button>
        )}
        <Button onPress={onCancel}>{text('lists.cancel')}</Button>
      </div>
    </div>
  );
}

/** What cannot be followed, each with the reason. */
export function Skipped({ skipped }: { readonly skipped: readonly SkippedOutline[] }) {
  const { text } = useLede();
  const more = skipped.length - SKIPPED_NAMED;
  return (
    <details>
      <summary>{text('lists.skipped', { n: skipped.length })}</summary>
      <ul>
        {skipped.slice(0, SKIPPED_NAMED).map(({ title, address, reason }, index) => (
          <li key={index}>
            <bdi>{title || address || '—'}</bdi> <span class="help">{text(`lists.${reason}`)}</span>
          </li>
        ))}
        {more > 0 && <li>{text('lists.more', { n: more })}</li>}
      </ul>
    </details>
  );
}
