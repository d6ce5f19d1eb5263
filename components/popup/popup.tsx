/** The toolbar popup: Latest between a head and a footer. */
import './popup.css';
import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../utils/model/problem.ts';
import type { LatestPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useNow, useOnline } from '../app/moment.ts';
import { FeedList } from '../latest/feed-row.tsx';
import { Footer } from '../latest/footer.tsx';
import { LatestPanel } from '../latest/latest-panel.tsx';
import { useLatest } from '../latest/use-latest.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Glyph } from '../parts/icon.tsx';

/** The popup. `first` is the answer for the first page, asked for before there was anything to draw. */
export function Popup({ first }: { readonly first?: Promise<Result<LatestPage>> }) {
  const { text } = useLede();
  const latest = useLatest(first);
  const now = useNow();
  const online = useOnline(latest.actions.refresh, latest.state.status?.offline ?? false);
  return (
    <div class="popup">
      <a class="skip" href="#footer">
        {text('latest.skip')}
      </a>
      <Head unread={latest.state.status?.unread ?? 0} onFollowTab={latest.actions.followThisTab} />
      <main class="popup-list" tabIndex={-1} aria-labelledby="latest">
        <LatestPanel
          latest={latest}
          now={now}
          online={online}
          drawRows={(rows) => <FeedList rows={rows} now={now} actions={latest.actions} />}
        />
      </main>
      <Footer latest={latest} now={now} online={online} />
    </div>
  );
}

interface HeadProps {
  readonly unread: number;
  readonly onFollowTab: () => void;
}

function Head({ unread, onFollowTab }: HeadProps) {
  const { surface, text } = useLede();
  const hasPage = useHasPage();
  return (
    <header class="popup-head">
      <h1 class="hidden-text">{text('app.name')}</h1>
      <Glyph size={18} />
      <h2 id="latest">{text('latest.title')}</h2>
      {unread > 0 && <span class="unread-count">{text('latest.unread', { n: unread })}</span>}
      {hasPage && <IconButton icon="plus" label={text('add.thisTab')} onPress={onFollowTab} />}
      <IconButton
        icon="open"
        label={text('latest.openTab')}
        onPress={() => void surface.openPage('reader')}
      />
    </header>
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
