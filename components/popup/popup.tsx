/** The toolbar popup and the side panel: Latest, Top and Popular between a head with their tabs and a footer. */
import './popup.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../utils/model/problem.ts';
import type { LatestPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useNow, useOnline } from '../app/moment.ts';
import type { LatestActions } from '../latest/controller.ts';
import { FeedList } from '../latest/feed-row.tsx';
import { Footer } from '../latest/footer.tsx';
import { LatestPanel } from '../latest/latest-panel.tsx';
import { LatestNotes } from '../latest/notes.tsx';
import { useLatest } from '../latest/use-latest.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Glyph } from '../parts/icon.tsx';
import type { RankedPanel } from '../ranked/ranked-panel.tsx';
import { Ticker } from '../ticker/ticker.tsx';
import { TabList, type TabName } from './tab-list.tsx';

interface PopupProps {
  /** The answer for the first page, asked for before there was anything to draw. */
  readonly first?: Promise<Result<LatestPage>>;
  /** Whether it is the side panel, which fills the place it is given and stays open beside the tabs. */
  readonly isAside?: boolean;
}

/** The popup, and the same as a side panel. */
export function Popup({ first, isAside = false }: PopupProps) {
  const { text } = useLede();
  const latest = useLatest(first);
  const now = useNow();
  const online = useOnline(latest.actions.refresh, latest.state.status?.offline ?? false);
  const [tab, setTab] = useState<TabName>('latest');
  const Ranked = useRankedPanel(tab !== 'latest');
  return (
    <div class={isAside ? 'popup side' : 'popup'}>
      <a class="skip" href="#footer">
        {text('latest.skip')}
      </a>
      <Ticker rows={latest.state.page?.rows ?? null} now={now} actions={latest.actions} />
      <Head actions={isAside ? null : latest.actions}>
        <TabList selected={tab} unread={latest.state.status?.unread ?? 0} onSelect={setTab} />
      </Head>
      <main class="popup-list" key={tab} tabIndex={-1} aria-labelledby={`tab-${tab}`}>
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
          <h2 class="hidden-text">{text(`${tab}.title`)}</h2>
          {tab === 'latest' && (
            <LatestPanel
              latest={latest}
              now={now}
              online={online}
              drawRows={(rows) => <FeedList rows={rows} now={now} actions={latest.actions} />}
            />
          )}
          {tab !== 'latest' && <LatestNotes latest={latest} now={now} online={online} />}
          {tab !== 'latest' && Ranked !== null && <Ranked kind={tab} now={now} actions={latest.actions} />}
        </div>
      </main>
      <Footer latest={latest} now={now} online={online} isOther={tab !== 'latest'}>
        <OtherPlaces isAside={isAside} />
      </Footer>
    </div>
  );
}

/** The code of Top and Popular, which the first look at Latest does without; null until it is there. */
function useRankedPanel(isWanted: boolean): typeof RankedPanel | null {
  const [panel, setPanel] = useState<{ readonly Panel: typeof RankedPanel } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    void import('../ranked/ranked-panel.tsx').then((code) => setPanel({ Panel: code.RankedPanel }));
  }, [isWanted]);
  return panel?.Panel ?? null;
}

interface HeadProps {
  /** Null beside the tabs, which change while it stays: browsers let the page be looked at from the popup alone. */
  readonly actions: LatestActions | null;
  readonly children: ComponentChildren;
}

function Head({ actions, children }: HeadProps) {
  const { text } = useLede();
  const hasPage = useHasPage();
  return (
    <header class="popup-head">
      <h1 class="hidden-text">{text('app.name')}</h1>
      <Glyph size={18} />
      {children}
      {hasPage && actions && (
        <>
          <IconButton
            icon="related"
            label={text('panel.title')}
            onPress={() => actions.relatedToThisTab(() => window.close())}
          />
          <IconButton icon="plus" label={text('add.thisTab')} onPress={actions.followThisTab} />
        </>
      )}
    </header>
  );
}

/** Where else the news can be had: beside the tabs, in a tab. */
function OtherPlaces({ isAside }: Pick<PopupProps, 'isAside'>) {
  const { surface, text } = useLede();
  return (
    <>
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
