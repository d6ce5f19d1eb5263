import { useLede } from '../app/context.ts';
import { Updated } from '../latest/footer.tsx';
import { LatestPanel } from '../latest/latest-panel.tsx';
import { Waiting as WaitingRows } from '../latest/waiting.tsx';
import { Button } from '../parts/buttons.tsx';
import { Away } from './away.tsx';
import { NewsList } from './news-list.tsx';
import type { PageProps } from './page-props.ts';
import { TopBeside } from './top-beside.tsx';

/** What a reader missed, then every headline with its first lines, and what is on top beside them. */
export function NewsPage({ latest, now, online, actions, away }: PageProps) {
  const { text } = useLede();
  const { state } = latest;
  return (
    <div class="columns">
      <div class="column">
        {state.page !== null && !away.isClosed && (
          <Away since={state.page.since} now={now} actions={actions} onClose={away.close} />
        )}
        <div class="reader-title">
          <h1>{text('latest.news')}</h1>
          <Updated latest={latest} now={now} online={online} />
        </div>
        <WaitingRows latest={latest} onShow={() => scrollTo({ top: 0 })} />
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
      </div>
      <TopBeside actions={actions} />
    </div>
  );
}
