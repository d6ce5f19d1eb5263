import type { ComponentChildren } from 'preact';
import { TEXT_SIZES } from '../../utils/model/settings.ts';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { hashOf, type Route } from './route.ts';

interface MastheadProps {
  readonly route: Route;
  readonly unread: number;
  /** Brings the keyboard past it. */
  readonly onSkip: () => void;
}

/** Name, pages and tools. Back and forward work as anywhere: pages are addresses. */
export function Masthead({ route, unread, onSkip }: MastheadProps) {
  const { surface, text } = useLede();
  const skip = (event: Event) => {
    event.preventDefault();
    onSkip();
  };
  return (
    <header class="masthead">
      <a class="skip" href={hashOf(route)} onClick={skip}>
        {text('nav.skip')}
      </a>
      <div>
        <a href={hashOf({ page: 'news' })}>
          <Wordmark />
        </a>
        <nav aria-label={text('nav.label')}>
          <Page to={{ page: 'news' }} route={route}>
            {text('nav.news')}
          </Page>
          <Page to={{ page: 'popular' }} route={route}>
            {text('nav.popular')}
          </Page>
          <Page to={{ page: 'search', q: '' }} route={route}>
            {text('nav.search')}
          </Page>
          <Page to={{ page: 'saved' }} route={route}>
            {text('nav.saved')}
          </Page>
          <a href="options.html#sources">{text('nav.sources')}</a>
        </nav>
        <div class="tools">
          {unread > 0 && <span>{text('latest.unread', { n: unread })}</span>}
          {route.page === 'article' && <TextSize />}
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

interface PageProps {
  readonly to: Route;
  readonly route: Route;
  readonly children: ComponentChildren;
}

function Page({ to, route, children }: PageProps) {
  return (
    <a href={hashOf(to)} aria-current={to.page === route.page ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Each press takes the next size of text, after the largest the smallest. */
function TextSize() {
  const { surface, text } = useLede();
  const { value: settings } = useAnswer((asked) => asked.settings());
  if (settings === null) return null;
  const next = TEXT_SIZES[(TEXT_SIZES.indexOf(settings.textSize) + 1) % TEXT_SIZES.length] ?? 'medium';
  return (
    <IconButton
      icon="text"
      label={text('reader.larger')}
      onPress={() => void surface.changeSettings({ textSize: next })}
    />
  );
}
