import './footer.css';
import { useLede } from '../app/context.ts';
import { IconButton } from '../parts/buttons.tsx';
import { Icon } from '../parts/icon.tsx';

import { allFailed } from './situation.ts';
import type { LatestState } from './state.ts';
import type { Latest } from './use-latest.ts';

interface FooterProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
  /** Whether the list that is shown is not Latest: older news and "mark all" are not about it. */
  readonly isOther?: boolean;
}

/** How fresh the list is and a press to make it fresher, older news, and what concerns the list as a whole. */
export function Footer({ latest, now, online, isOther = false }: FooterProps) {
  const { surface, text } = useLede();
  const { state, actions } = latest;
  const rows = state.page?.rows.length ?? 0;
  return (
    <footer class="footer" id="footer" tabIndex={-1}>
      <Updated latest={latest} now={now} online={online} />
      <span class="space" />
      {!isOther && state.page?.next && (
        <button type="button" class="more" onClick={actions.more}>
          {text('latest.more')}
        </button>
      )}
      {!isOther && rows > 0 && (
        <IconButton icon="check-all" label={text('footer.markAll')} onPress={actions.markAll} />
      )}
      <IconButton
        icon="bell"
        label={text('footer.alerts')}
        onPress={() => void surface.openPage('options', '#alerts')}
      />
      <IconButton
        icon="settings"
        label={text('footer.settings')}
        onPress={() => void surface.openPage('options')}
      />
    </footer>
  );
}

/** When Lede last had news, as the button that checks again. Only the check itself is announced, not each minute. */
export function Updated({ latest, now, online }: FooterProps) {
  const words = useFreshness(latest.state, now, online);
  if (latest.state.status === null) return null;
  return (
    <>
      <UpdatedButton latest={latest} online={online} words={words} />
      <span class="hidden-text" role="status">
        {latest.state.checking ? words : ''}
      </span>
    </>
  );
}

function UpdatedButton({ latest, online, words }: Omit<FooterProps, 'now'> & { readonly words: string }) {
  const { text } = useLede();
  const { state, actions } = latest;
  if (state.status?.sources === 0) return <span class="updated">{words}</span>;
  const runs = state.checking || state.progress !== null;
  const label = text(runs ? 'footer.stop' : 'footer.check');
  const look = runs ? 'updated checking' : online ? 'updated' : 'updated offline';
  return (
    <button type="button" class={look} title={label} onClick={runs ? actions.cancel : actions.refresh}>
      <Icon name={runs ? 'close' : online ? 'refresh' : 'offline'} />
      <span class="words">{words}</span>
      <span class="hidden-text">{label}</span>
    </button>
  );
}

function useFreshness(state: LatestState, now: number, online: boolean): string {
  const { text, times } = useLede();
  if (state.status === null) return '';
  const { sources, lastSuccessAt } = state.status;
  if (sources === 0) return text('footer.sources', { n: 0 });
  if (state.progress !== null) {
    return text('footer.progress', { n: state.progress.total, done: String(state.progress.done) });
  }
  if (state.checking) return text('footer.checking', { n: sources });
  if (lastSuccessAt === null) return text(online ? 'footer.never' : 'footer.offline');
  if (!online) return text('footer.offlineSaved', { when: times.moment(lastSuccessAt, now) });
  return allFailed(state, online)
    ? text('footer.lastSuccess', { when: times.moment(lastSuccessAt, now) })
    : text('footer.updated', { ago: times.ago(lastSuccessAt, now) });
}
