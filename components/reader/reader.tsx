/** Latest in a tab of its own: masthead, then every headline with its first lines. */
import './reader.css';
import type { Result } from '../../utils/model/problem.ts';
import type { LatestPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';
import { useNow, useOnline } from '../app/moment.ts';
import { Updated } from '../latest/footer.tsx';
import { LatestPanel } from '../latest/latest-panel.tsx';
import { useLatest } from '../latest/use-latest.ts';
import { Button, IconButton } from '../parts/buttons.tsx';
import { Icon } from '../parts/icon.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { NewsList } from './news-list.tsx';
import { hashOf, useRoute } from './route.ts';
import { SearchPage } from './search-page.tsx';

/** The page. `first` is the answer for the first page, asked for before there was anything to draw. */
export function Reader({ first }: { readonly first?: Promise<Result<LatestPage>> }) {
  const { text } = useLede();
  const latest = useLatest({ first });
  const now = useNow();
  const online = useOnline(latest.actions.refresh, latest.state.status?.offline ?? false);
  const route = useRoute();
  const { state, actions } = latest;
  if (route.page === 'search') {
    return (
      <>
        <Masthead unread={state.status?.unread ?? 0} />
        <main class="reader reader-search" tabIndex={-1}>
          <SearchPage q={route.q} now={now} actions={actions} />
        </main>
      </>
    );
  }
  return (
    <>
      <Masthead unread={state.status?.unread ?? 0} />
      <main class="reader" tabIndex={-1}>
        <div class="reader-title">
          <h1>{text('latest.news')}</h1>
          <Updated latest={latest} now={now} online={online} />
        </div>
        <LatestPanel
          latest={latest}
          now={now}
          online={online}
          drawRows={(rows) => <NewsList rows={rows} now={now} actions={actions} />}
        />
        {state.page?.next && (
          <div class="more-row">
            <Button onPress={actions.more}>{text('latest.more')}</Button>
          </div>
        )}
      </main>
    </>
  );
}

function Masthead({ unread }: { readonly unread: number }) {
  const { surface, text } = useLede();
  return (
    <header class="masthead">
      <div>
        <a href={hashOf({ page: 'news' })}>
          <Wordmark />
        </a>
        <div class="tools">
          {unread > 0 && <span>{text('latest.unread', { n: unread })}</span>}
          <a class="icon-button" href={hashOf({ page: 'search', q: '' })} title={text('search.title')}>
            <Icon name="search" />
            <span class="hidden-text">{text('search.title')}</span>
          </a>
          <IconButton
            icon="settings"
            label={text('footer.settings')}
            onPress={() => void surface.openPage('options')}
          />
        </div>
      </div>
    </header>
  );
}
