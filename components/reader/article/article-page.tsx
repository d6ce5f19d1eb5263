import '../article.css';
import { useEffect } from 'preact/hooks';
import type { ArticleView } from '../../../utils/model/article-view.ts';
import { useLede } from '../../app/context.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Gone } from '../gone.tsx';
import type { PageProps } from '../page-props.ts';
import { TopBeside } from '../top-beside.tsx';
import { Waiting } from '../waiting.tsx';
import { AlsoReported } from './also-reported.tsx';
import { ArticleHead } from './article-head.tsx';
import { ArticleText } from './article-text.tsx';
import { LatestBelow } from './latest-below.tsx';
import { SinceWritten } from './since-written.tsx';

/** One article, what else is told of it, then the latest news, with what is on top beside it. */
export function ArticlePage({ id, ...page }: PageProps & { readonly id: number }) {
  const first = page.opened?.id === id ? page.opened : null;
  const { value: view, problem } = useAnswer((surface) => surface.article(id), [id], first?.view ?? null);
  if (view === null) return <Waiting problem={problem} />;
  return (
    <div class="columns">
      <div class="column">
        {view.kind === 'gone' ? (
          <Gone what="article" source={view.source} />
        ) : (
          <Article view={view} page={page} />
        )}
        <LatestBelow {...page} />
      </div>
      <TopBeside actions={page.actions} />
    </div>
  );
}

function Article({ view, page }: { readonly view: ArticleView; readonly page: PageProps }) {
  const { surface, text } = useLede();
  const { value: settings } = useAnswer((asked) => asked.settings(), [], page.opened?.settings ?? null);
  const { id, title, unread } = view.row;
  useEffect(() => {
    document.title = `${title || text('row.noHeadline')} · ${text('app.name')}`;
    return () => {
      document.title = text('app.name');
    };
  }, [title, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once when it is opened; unread again is the reader's wish
  useEffect(() => {
    if (unread) void surface.markRead([id], true);
  }, [id]);
  if (settings === null) return null;
  const { textSize, textFont, textWidth } = settings;
  return (
    <>
      <article class="article" data-size={textSize} data-font={textFont} data-width={textWidth}>
        <ArticleHead view={view} now={page.now} />
        <ArticleText view={view} withPictures={settings.images} now={page.now} />
      </article>
      <SinceWritten view={view} now={page.now} actions={page.actions} />
      <AlsoReported view={view} now={page.now} actions={page.actions} />
    </>
  );
}
