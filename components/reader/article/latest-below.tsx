import { useState } from 'preact/hooks';
import { useLede } from '../../app/context.ts';
import { Updated } from '../../latest/footer.tsx';
import { Button } from '../../parts/buttons.tsx';
import { asRows } from '../as-rows.ts';
import { NewsList } from '../news-list.tsx';
import type { PageProps } from '../page-props.ts';

/** Rows that stand below an article, and that each press of 'More news' adds. */
const STEP = 10;

/** The latest news below an article. */
export function LatestBelow({ latest, now, online, actions }: PageProps) {
  const { text } = useLede();
  const [wanted, setWanted] = useState(STEP);
  const { page } = latest.state;
  if (page === null || page.rows.length === 0) return null;
  const more = () => {
    if (wanted + STEP > page.rows.length && page.next) actions.more();
    setWanted(wanted + STEP);
  };
  return (
    <section class="latest-below" aria-labelledby="latest-below">
      <div class="section-head">
        <h2 class="section-title" id="latest-below">
          {text('latest.news')}
        </h2>
        <Updated latest={latest} now={now} online={online} />
      </div>
      <NewsList rows={asRows(page.rows.slice(0, wanted), latest)} now={now} actions={actions} />
      {(wanted < page.rows.length || page.next !== null) && (
        <div class="more-row">
          <Button onPress={more}>{text('latest.more')}</Button>
        </div>
      )}
    </section>
  );
}
