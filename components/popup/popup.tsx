/** The toolbar popup and the side panel: Latest, Top, Popular and Search between a head with their tabs and a footer. */
import './popup.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { useNow, useOnline } from '../app/moment.ts';
import { Shortcuts } from '../keyboard/shortcuts.tsx';
import type { Answered } from '../latest/controller.ts';
import { FeedList } from '../latest/feed-row.tsx';
import { Footer } from '../latest/footer.tsx';
import { LatestPanel } from '../latest/latest-panel.tsx';
import { LatestNotes, StepNotes } from '../latest/notes.tsx';
import { type Latest, useLatest } from '../latest/use-latest.ts';
import { Waiting } from '../latest/waiting.tsx';
import { IconButton } from '../parts/buttons.tsx';
import '../ranked/story-card.css';
import type { FirstStories } from '../ranked/first-stories.ts';
import type { RankedPanel } from '../ranked/ranked-panel.tsx';
import type { SearchPanel } from '../search/search-panel.tsx';
import { Ticker } from '../ticker/ticker.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import type { Place } from './place.ts';
import { TabList } from './tab-list.tsx';
import { TABS, type TabName } from './tabs.ts';
import { usePlace } from './use-place.ts';

interface PopupProps {
  /** What was asked for before there was anything to draw. */
  readonly first?: Answered | undefined;
  /** Where the popup was left, if that is worth coming back to; `first` is asked for that. */
  readonly left?: Place | null;
  /** Where it was left at Top: what that is drawn with. */
  readonly firstStories?: FirstStories | null;
  /** Whether it is the side panel, which fills the place it is given and stays open beside the tabs. */
  readonly isAside?: boolean;
}

/** The popup, and the same as a side panel. */
export function Popup({ first, left = null, firstStories = null, isAside = false }: PopupProps) {
  const { text } = useLede();
  const list = useRef<HTMLElement>(null);
  const [tab, setTab] = useState<TabName>(left?.tab ?? 'latest');
  const latest = useLatest(
    {
      first,
      narrowing: left?.narrowing,
      rows: left?.rows || undefined,
      isRead: () => isInUse(list.current),
    },
    tab === 'latest',
  );
  const now = useNow();
  const online = useOnline(latest.actions.refresh, latest.state.status?.offline ?? false);
  const [query, setQuery] = useState(left?.query ?? '');
  const rows = latest.state.page?.rows.length ?? 0;
  usePlace(list, { tab, query, rows, narrowing: latest.state.narrowing }, left, !isAside);
  const Ranked = useRankedPanel(tab === 'top' || tab === 'popular', firstStories?.Panel);
  const Search = useSearchPanel(tab === 'search');
  return (
    <div class={isAside ? 'popup side' : 'popup'}>
      <a class="skip" href="#footer">
        {text('latest.skip')}
      </a>
      <Ticker rows={latest.state.newest} now={now} actions={latest.actions} />
      <header class="popup-head">
        <h1 class="hidden-text">{text('app.name')}</h1>
        <TabList selected={tab} unread={latest.state.status?.unread ?? 0} onSelect={setTab} />
      </header>
      {tab !== 'search' && (
        <NarrowBar latest={latest} canFilter={tab === 'latest'}>
          <OtherPlaces latest={latest} isAside={isAside} />
        </NarrowBar>
      )}
      <StepNotes latest={latest} />
      <main ref={list} class="popup-list" key={tab} tabIndex={-1} aria-labelledby={`tab-${tab}`}>
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
          <h2 class="hidden-text">{text(`${tab}.title`)}</h2>
          {tab === 'latest' && (
            <>
              <Waiting latest={latest} onShow={() => list.current?.scrollTo({ top: 0 })} />
              <LatestPanel
                latest={latest}
                now={now}
                online={online}
                drawRows={(shown) => <FeedList rows={shown} now={now} actions={latest.actions} />}
              />
            </>
          )}
          {tab !== 'latest' && <LatestNotes latest={latest} now={now} online={online} />}
          {tab === 'search' && Search !== null && (
            <Search typed={query} now={now} actions={latest.actions} onType={setQuery} />
          )}
          {(tab === 'top' || tab === 'popular') && Ranked !== null && (
            <Ranked kind={tab} now={now} actions={latest.actions} first={firstStories?.page ?? null} />
          )}
        </div>
      </main>
      <Footer latest={latest} now={now} online={online} isOther={tab !== 'latest'} />
      <Shortcuts
        actions={latest.actions}
        onEnd={tab === 'latest' && latest.state.page?.next ? latest.actions.more : undefined}
        onSearch={() => {
          setTab('search');
          focusSearch();
        }}
        onTab={(number) => {
          const chosen = TABS[number - 1];
          if (chosen) setTab(chosen);
        }}
      />
    </div>
  );
}

/** Its field takes the focus as it appears, unless a tab was come to by keys: the reader has said what he wants. */
function focusSearch(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  document.querySelector<HTMLElement>('search input')?.focus();
}

/** Whether somebody is at a list: it is scrolled, pointed at, or holds the focus. */
function isInUse(list: HTMLElement | null): boolean {
  return list !== null && (list.scrollTop > 0 || list.matches(':hover, :focus-within'));
}

/** The code of Top and Popular, which the first look at Latest does without; null until it is there. */
function useRankedPanel(isWanted: boolean, first: typeof RankedPanel | undefined): typeof RankedPanel | null {
  const [panel, setPanel] = useState<{ readonly Panel: typeof RankedPanel } | null>(
    first === undefined ? null : { Panel: first },
  );
  useEffect(() => {
    if (!isWanted) return;
    void import('../ranked/ranked-panel.tsx').then((code) => setPanel({ Panel: code.RankedPanel }));
  }, [isWanted]);
  return panel?.Panel ?? null;
}

/** The same for Search. */
function useSearchPanel(isWanted: boolean): typeof SearchPanel | null {
  const [panel, setPanel] = useState<{ readonly Panel: typeof SearchPanel } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    void import('../search/search-panel.tsx').then((code) => setPanel({ Panel: code.SearchPanel }));
  }, [isWanted]);
  return panel?.Panel ?? null;
}

/** What leads elsewhere: to the site of the tab in front, beside the tabs, into a tab. */
function OtherPlaces({ latest, isAside }: { readonly latest: Latest; readonly isAside: boolean }) {
  const { surface, text } = useLede();
  const hasPage = useHasPage();
  return (
    <>
      {/* Beside the tabs these change while it stays: browsers let the page be looked at from the popup alone. */}
      {hasPage && !isAside && (
        <>
          <IconButton
            icon="related"
            label={text('panel.title')}
            onPress={() => latest.actions.relatedToThisTab(() => window.close())}
          />
          <IconButton icon="plus" label={text('add.thisTab')} onPress={latest.actions.followThisTab} />
        </>
      )}
      {!isAside && (
        <IconButton icon="aside" label={text('side.open')} onPress={() => void surface.openSidePanel()} />
      )}
      <IconButton
        icon="open"
        label={text('latest.openTab')}
        onPress={() => void surface.openPage('reader')}
      />
    </>
  );
}

/** Whether the tab in front can be followed; a tab of the browser's own has no feeds. */
function useHasPage(): boolean {
  const { surface } = useLede();
  const [hasPage, setHasPage] = useState(false);
  useEffect(() => {
    void surface.hasPageInFront().then(setHasPage);
  }, [surface]);
  return hasPage;
}
