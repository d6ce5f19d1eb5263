/** Lede in a tab of its own: the news, an article, a story, a source, each under an address behind '#'. */
import './reader.css';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { opensInReader } from '../../utils/model/opening.ts';
import { useLede } from '../app/context.ts';
import { useNow, useOnline } from '../app/moment.ts';
import { Shortcuts } from '../keyboard/shortcuts.tsx';
import type { Answered } from '../latest/controller.ts';
import { StepNotes } from '../latest/notes.tsx';
import type { LatestActions } from '../latest/state.ts';
import { useLatest } from '../latest/use-latest.ts';
import { RankedPanel } from '../ranked/ranked-panel.tsx';
import { ArticlePage } from './article/article-page.tsx';
import type { FirstArticle } from './first-article.ts';
import { type Markup, MarkupContext } from './markup.ts';
import { Masthead } from './masthead.tsx';
import { NewsPage } from './news-page.tsx';
import type { PageProps } from './page-props.ts';
import { hashOf, type Route } from './route.ts';
import { SavedPage } from './saved-page.tsx';
import { SearchPage } from './search-page.tsx';
import { SourcePage } from './source-page.tsx';
import { StoryPage } from './story-page.tsx';
import { useFreshPage } from './use-fresh-page.ts';
import { useRoute } from './use-route.ts';

interface ReaderProps {
  /** What Latest is drawn from at first. */
  readonly first?: Answered | undefined;
  /** What the article is drawn from that the tab begins with. */
  readonly opened?: FirstArticle | undefined;
  /** Loads what makes markup of others safe to show. */
  readonly markup: () => Promise<Markup>;
}

/** The tab. */
export function Reader({ first, opened, markup }: ReaderProps) {
  const route = useRoute();
  const main = useFreshPage(hashOf(route));
  const begun = useFirstPage(opened, hashOf(route));
  const isNews = route.page === 'news';
  const latest = useLatest({ first, isRead: () => isNewsRead(main.current) }, isNews);
  const now = useNow();
  const online = useOnline(latest.actions.refresh, latest.state.status?.offline ?? false);
  const actions = useMemo(() => readingHere(latest.actions), [latest.actions]);
  const [isAwayClosed, setAwayClosed] = useState(false);
  const away = { isClosed: isAwayClosed, close: () => setAwayClosed(true) };
  const page = { latest: { ...latest, actions }, now, online, actions, opened: begun, away };
  return (
    <MarkupContext.Provider value={markup}>
      <Masthead
        route={route}
        unread={latest.state.status?.unread ?? 0}
        onSkip={() => main.current?.focus()}
      />
      <main ref={main} class={route.page === 'search' ? 'reader reader-search' : 'reader'} tabIndex={-1}>
        <StepNotes latest={page.latest} />
        <Content key={hashOf(route)} route={route} page={page} />
      </main>
      <Shortcuts
        actions={actions}
        onSearch={() => {
          location.hash = hashOf({ page: 'search', q: '' });
        }}
      />
    </MarkupContext.Provider>
  );
}

/** What the tab began with, until it goes on to another page: what was known then may no longer be true later. */
function useFirstPage(opened: FirstArticle | undefined, hash: string): FirstArticle | undefined {
  const first = useRef({ opened, hash });
  if (first.current.hash !== hash) first.current = { opened: undefined, hash };
  return first.current.opened;
}

/** Whether somebody is at the news: it is scrolled, or its list is pointed at or holds the focus. */
function isNewsRead(main: HTMLElement | null): boolean {
  return scrollY > 0 || (main?.querySelector('.news:is(:hover, :focus-within)') ?? null) !== null;
}

interface ContentProps {
  readonly route: Route;
  readonly page: PageProps;
}

function Content({ route, page }: ContentProps): ComponentChildren {
  switch (route.page) {
    case 'top':
    case 'popular':
      return <RankedPage kind={route.page} page={page} />;
    case 'search':
      return <SearchPage q={route.q} now={page.now} actions={page.actions} />;
    case 'article':
      return <ArticlePage id={route.id} {...page} />;
    case 'story':
      return <StoryPage id={route.id} {...page} />;
    case 'source':
      return <SourcePage id={route.id} {...page} />;
    case 'saved':
      return <SavedPage {...page} />;
    default:
      return <NewsPage {...page} />;
  }
}

function RankedPage({ kind, page }: { readonly kind: 'top' | 'popular'; readonly page: PageProps }) {
  const { text } = useLede();
  return (
    <div class="column">
      <div class="reader-title">
        <h1>{text(kind === 'top' ? 'reader.top' : 'popular.title')}</h1>
      </div>
      <h2 class="hidden-text">{text(`${kind}.title`)}</h2>
      <RankedPanel kind={kind} now={page.now} actions={page.actions} />
    </div>
  );
}

/** The same actions, but that what holds more than its row is opened in this tab. */
function readingHere(actions: LatestActions): LatestActions {
  return {
    ...actions,
    open(row, where) {
      if (where === 'background' || !opensInReader(row)) return actions.open(row, where);
      location.hash = hashOf({ page: 'article', id: row.id });
    },
  };
}
