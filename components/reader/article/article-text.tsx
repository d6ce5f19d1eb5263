import { useState } from 'preact/hooks';
import { problemText } from '../../../utils/i18n/problem.ts';
import type { ArticleView } from '../../../utils/model/article-view.ts';
import type { Problem } from '../../../utils/model/problem.ts';
import { hostOf } from '../../../utils/text/host.ts';
import { useLede } from '../../app/context.ts';
import { Button, IconButton } from '../../parts/buttons.tsx';
import { Icon } from '../../parts/icon.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { LeadPicture } from './lead-picture.tsx';
import { Prose } from './prose.tsx';
import { useFullText } from './use-full-text.ts';

interface ArticleTextProps {
  readonly view: ArticleView;
  readonly withPictures: boolean;
  /** UTC ms. */
  readonly now: number;
}

/** The text as the feed or the publisher's page has it, and the way to the rest. */
export function ArticleText({ view, withPictures, now }: ArticleTextProps) {
  const { text, times } = useLede();
  const { row, page } = view;
  const [wantsFeed, setWantsFeed] = useState(false);
  const full = useFullText(view);
  const isFull = !wantsFeed && page !== null && full.html !== null;
  const html = isFull ? (full.html ?? '') : view.html;
  const base = isFull ? (page?.url ?? row.url) : row.url;
  return (
    <>
      {withPictures && <LeadPicture view={view} html={html} />}
      {html === '' && row.snippet === '' ? (
        <p class="no-text">{text('article.noText')}</p>
      ) : (
        <Prose
          html={html || escaped(row.snippet)}
          base={base}
          home={view.home}
          language={row.language}
          withPictures={withPictures}
        />
      )}
      <Onward view={view} />
      <p class="provenance">
        {isFull && page !== null
          ? text('article.fromPage', { when: times.moment(page.at, now) })
          : text('article.fromFeed')}{' '}
        {page !== null && full.html !== null && (
          <Button look="small quiet" onPress={() => setWantsFeed(!wantsFeed)}>
            {text(isFull ? 'article.showFeed' : 'article.getFull')}
          </Button>
        )}
        {full.isEmpty && <span role="status">{text('article.noFull')}</span>}
      </p>
    </>
  );
}

/** The snippet is plain text. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What can be done with the article: read on, support, fetch, keep, print. */
function Onward({ view }: { readonly view: ArticleView }) {
  const { surface, text } = useLede();
  const { row, supportUrl, page, isSaved } = view;
  const { url } = row;
  const [state, setState] = useState<'idle' | 'busy' | Problem>('idle');
  const fetchFull = async (address: string) => {
    const asked = surface.fetchFullText(row.id, address);
    setState('busy');
    const answer = await asked;
    setState(answer.ok ? 'idle' : answer.problem);
  };
  return (
    <div class="onward">
      {url !== null && (
        <OutsideLink url={url} look="button large">
          {text('article.readInFull', { host: hostOf(url).replace(/^www\./, '') })} <Icon name="open" />
        </OutsideLink>
      )}
      {supportUrl !== null && (
        <OutsideLink url={supportUrl} look="button large">
          {text('article.support', { name: row.source.name || row.source.host })}
        </OutsideLink>
      )}
      {url !== null && page === null && (
        <Button onPress={() => void (state === 'busy' ? null : fetchFull(url))}>
          {text(state === 'busy' ? 'article.getting' : 'article.getFull')}
        </Button>
      )}
      <Button onPress={() => void surface.saveArticles([row.id], !isSaved)}>
        {text(isSaved ? 'article.unsave' : 'article.save')}
      </Button>
      <IconButton icon="print" label={text('article.print')} onPress={() => print()} />
      {typeof state === 'object' && (
        <p class="failed" role="alert">
          {problemText(text, state)}
        </p>
      )}
    </div>
  );
}
