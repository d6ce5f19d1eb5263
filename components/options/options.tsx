/** Everything a reader can set, one pane at a time; the address after `#` says which. */
import './options.css';
import type { ComponentType } from 'preact';
import type { TextKey } from '../../utils/i18n/catalogue.ts';
import { useHash } from '../app/use-hash.ts';
import { Wordmark } from '../parts/wordmark.tsx';
import { AboutPane } from './about-pane.tsx';
import { AlertsPane } from './alerts-pane.tsx';
import { AppearancePane } from './appearance-pane.tsx';
import { CarryPane } from './carry-pane.tsx';
import { useLede } from './context.ts';
import { DataPane } from './data-pane.tsx';
import { OnSitesPane } from './on-sites-pane.tsx';
import { PacksPane } from './packs-pane.tsx';
import { ReadingPane } from './reading-pane.tsx';
import { ShortcutsPane } from './shortcuts-pane.tsx';
import { SourcesPane } from './sources-pane.tsx';
import { useAccount, waitsForReader } from './use-account.ts';
import { type Sources, useSources } from './use-sources.ts';

interface Pane {
  readonly name: string;
  readonly title: Extract<
    TextKey,
    | 'sources.title'
    | 'packs.title'
    | 'alerts.title'
    | 'onSites.title'
    | 'look.title'
    | 'reading.title'
    | 'data.title'
    | 'carry.title'
    | 'keys.title'
    | 'about.title'
  >;
  readonly Content: ComponentType<{ readonly sources: Sources }>;
}

const SOURCES: Pane = { name: 'sources', title: 'sources.title', Content: SourcesPane };
const CARRY: Pane = { name: 'carry', title: 'carry.title', Content: CarryPane };
const PANES: readonly Pane[] = [
  SOURCES,
  { name: 'packs', title: 'packs.title', Content: PacksPane },
  { name: 'alerts', title: 'alerts.title', Content: AlertsPane },
  { name: 'panel', title: 'onSites.title', Content: OnSitesPane },
  { name: 'appearance', title: 'look.title', Content: AppearancePane },
  { name: 'reading', title: 'reading.title', Content: ReadingPane },
  { name: 'data', title: 'data.title', Content: DataPane },
  CARRY,
  { name: 'shortcuts', title: 'keys.title', Content: ShortcutsPane },
  { name: 'about', title: 'about.title', Content: AboutPane },
];

/** The settings page. */
export function Options() {
  const { text } = useLede();
  const pane = usePane();
  const sources = useSources();
  const { account } = useAccount();
  const failing = sources.rows?.filter((row) => row.problem !== null).length ?? 0;
  return (
    <div class="options">
      <nav aria-label={text('options.title')}>
        <Wordmark />
        {PANES.map(({ name, title }) => (
          <a key={name} href={`#${name}`} aria-current={name === pane.name ? 'page' : undefined}>
            {text(title)}
            {name === SOURCES.name && failing > 0 && <Failing n={failing} />}
            {name === CARRY.name && account && waitsForReader(account) && <Waits />}
          </a>
        ))}
      </nav>
      <main class="pane" tabIndex={-1}>
        <pane.Content sources={sources} />
      </main>
    </div>
  );
}

function Failing({ n }: { readonly n: number }) {
  const { text } = useLede();
  return (
    <span class="failing">
      <span aria-hidden="true">{n} !</span>
      <span class="hidden-text">{text('sources.failing', { n })}</span>
    </span>
  );
}

/** The account waits for the reader. */
function Waits() {
  const { text } = useLede();
  return (
    <span class="failing">
      <span aria-hidden="true">!</span>
      <span class="hidden-text">{text('account.waits')}</span>
    </span>
  );
}

function usePane(): Pane {
  const hash = useHash();
  return PANES.find(({ name }) => hash === `#${name}`) ?? SOURCES;
}
