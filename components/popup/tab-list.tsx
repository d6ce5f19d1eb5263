import './tab-list.css';
import { useRef } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { TABS, type TabName } from './tabs.ts';

interface TabListProps {
  readonly selected: TabName;
  /** Unread rows of Latest. */
  readonly unread: number;
  readonly onSelect: (tab: TabName) => void;
}

/** The tabs: one stop for the Tab key, arrows move between them and choose (WAI-ARIA's pattern for tabs). */
export function TabList({ selected, unread, onSelect }: TabListProps) {
  const { text } = useLede();
  const list = useRef<HTMLDivElement>(null);
  const titles = {
    latest: text('latest.title'),
    top: text('top.title'),
    popular: text('popular.title'),
    search: text('search.title'),
  } as const;

  const choose = (tab: TabName | undefined) => {
    if (!tab) return;
    onSelect(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
    const step = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }[event.key];
    const at = TABS.indexOf(selected);
    if (step !== undefined) choose(TABS[(at + step + TABS.length) % TABS.length]);
    else if (event.key === 'Home') choose(TABS[0]);
    else if (event.key === 'End') choose(TABS.at(-1));
    else return;
    event.preventDefault();
  };
  return (
    <div ref={list} class="tab-list" role="tablist" aria-label={text('tabs.label')} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          class="tab"
          id={`tab-${tab}`}
          aria-selected={tab === selected}
          aria-controls="panel"
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => onSelect(tab)}
        >
          {titles[tab]}
          {tab === 'latest' && unread > 0 && <UnreadCount unread={unread} />}
        </button>
      ))}
    </div>
  );
}

function UnreadCount({ unread }: Pick<TabListProps, 'unread'>) {
  const { text } = useLede();
  return (
    <>
      {' '}
      <span class="unread-count" aria-hidden="true">
        {unread}
      </span>
      <span class="hidden-text">{text('latest.unread', { n: unread })}</span>
    </>
  );
}
