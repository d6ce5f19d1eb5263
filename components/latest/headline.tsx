import type { SearchHighlight } from '../../utils/model/search.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { Marked } from '../search/marked.tsx';
import type { LatestActions } from './state.ts';
import { WatchedHeadline } from './watched-words.tsx';

interface HeadlineProps {
  readonly row: LatestRow;
  /** Id of the text, for what refers to it. */
  readonly id: string;
  readonly actions: LatestActions;
  /** Parts of the title that were searched for. */
  readonly highlights?: readonly SearchHighlight[];
}

const NONE: readonly SearchHighlight[] = [];

/**
 * A headline as a link to the publisher's page, or to Lede's own where the article has no address. Ctrl, Cmd or the middle
 * button open it in the background; with Shift the browser opens its own window.
 */
export function Headline({ row, id, actions, highlights = NONE }: HeadlineProps) {
  const words = (
    <h3
      id={id}
      class="headline"
      dir="auto"
      lang={row.title === '' ? undefined : (row.language ?? undefined)}
      onPointerEnter={showWholeIfClamped}
    >
      {highlights.length > 0 ? (
        <Marked words={row.title} highlights={highlights} />
      ) : (
        <WatchedHeadline row={row} />
      )}
    </h3>
  );
  const open = (event: MouseEvent) => {
    if (event.shiftKey) return actions.mark(row, true);
    event.preventDefault();
    actions.open(row, event.ctrlKey || event.metaKey ? 'background' : 'tab');
  };
  const openBehind = (event: MouseEvent) => {
    if (event.button !== 1) return;
    event.preventDefault();
    actions.open(row, 'background');
  };
  return (
    <a
      class="headline-link"
      href={row.url ?? `reader.html#/article/${row.id}`}
      target="_blank"
      rel="noopener noreferrer"
      onClick={open}
      onAuxClick={openBehind}
    >
      {words}
    </a>
  );
}

/** Measured only when a pointer comes, so that drawing a list never waits for layout. */
function showWholeIfClamped({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const clamped = currentTarget.scrollHeight > currentTarget.clientHeight;
  currentTarget.title = clamped ? (currentTarget.textContent ?? '') : '';
}
