import './carry.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../utils/i18n/bytes.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { CarryView } from '../../utils/model/carrying.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { cutAtWord } from '../../utils/text/snippet.ts';
import { useNow } from '../app/moment.ts';
import { Button } from '../parts/buttons.tsx';
import { Note } from '../parts/note.tsx';
import { Account } from './account.tsx';
import { useLede } from './context.ts';
import { Outcome, SwitchSetting } from './setting.tsx';
import type { EditableSettings } from './use-settings.ts';
import type { Sources } from './use-sources.ts';

/** What the browser can carry, in bytes. */
const MOST_BYTES = 102_400;

/** Sources that are named before the rest is counted, and how much of a name. */
const MOST_NAMED = 5;
const NAME_LENGTH = 80;

type Do = (what: (surface: Surface) => Promise<Result<null>>) => void;

interface PartProps {
  readonly view: CarryView;
  readonly act: Do;
}

/** What goes past this browser: off until the reader turns it on. */
export function CarryPane({ sources }: { readonly sources: Sources }) {
  const { text } = useLede();
  const { view, outcome, act } = useCarrying();
  const waiting = [...new Set(sources.rows?.filter(isWaiting).flatMap((row) => row.waitsFor) ?? [])];
  return (
    <>
      <h1>{text('carry.title')}</h1>
      <p class="lede">{text('carry.lede')}</p>
      {view?.wasErased && (
        <Note kind="info" icon="error" title={text('carry.erasedTitle')} sentence={text('carry.erasedText')}>
          <Button look="small primary" onPress={() => act((surface) => surface.setCarrying(true))}>
            {text('carry.again')}
          </Button>
        </Note>
      )}
      {view !== null && view.asked.length > 0 && <Asked view={view} act={act} />}
      {view?.on && waiting.length > 0 && <Waiting hosts={waiting} act={act} />}
      {view !== null && (
        <div class="card carry">
          <SwitchSetting
            name={text('carry.switch')}
            help={text('carry.switchHelp')}
            checked={view.on}
            onChange={(on) => act((surface) => surface.setCarrying(on))}
          />
          {view.on && <Standing view={view} act={act} />}
          <Erase act={act} />
        </div>
      )}
      <Outcome outcome={outcome} />
      {view?.on && view.atHome.length > 0 && <AtHome view={view} />}
      <Account sources={sources} />
    </>
  );
}

function isWaiting(row: NonNullable<Sources['rows']>[number]): boolean {
  return row.problem?.code === 'no-permission';
}

function Standing({ view, act }: PartProps) {
  const { text, times } = useLede();
  const now = useNow();
  const size = formatBytes(text.language, view.bytes);
  const most = formatBytes(text.language, MOST_BYTES);
  return (
    <div class="setting">
      <div>
        <span class="name">
          {text('carry.last')}: {view.metAt === null ? text('carry.never') : times.ago(view.metAt, now)}
        </span>
        <span class="help">
          {text('carry.sources', { n: view.sources })} {text('carry.size', { size, most })}{' '}
          {view.waitsUntil !== null && text('carry.waits')}
        </span>
        {view.problem !== null && <span class="help state-failed">{problemText(text, view.problem)}</span>}
      </div>
      <Button look="small" onPress={() => act((surface) => surface.carryNow())}>
        {text('carry.now')}
      </Button>
    </div>
  );
}

function Erase({ act }: Pick<PartProps, 'act'>) {
  const { text } = useLede();
  const [asks, setAsks] = useState<boolean | null>(null);
  const own = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with the question, and comes back with the answer.
  useEffect(() => {
    if (asks !== null) own.current?.querySelector('button')?.focus();
  }, [asks]);
  const erase = () => {
    setAsks(false);
    act((surface) => surface.eraseCarried());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape takes the question back, wherever in it the focus is
    <div ref={own} class="setting" onKeyDown={(event) => event.key === 'Escape' && asks && setAsks(false)}>
      <div>
        <span class="name">{text('carry.erase')}</span>
        <span class="help">{text(asks ? 'carry.eraseAsk' : 'carry.eraseHelp')}</span>
      </div>
      {asks ? (
        <span class="row-end">
          <Button look="small" onPress={() => setAsks(false)}>
            {text('carry.eraseNo')}
          </Button>
          <Button look="small primary" onPress={erase}>
            {text('carry.eraseYes')}
          </Button>
        </span>
      ) : (
        <Button look="small" onPress={() => setAsks(true)}>
          {text('carry.eraseButton')}
        </Button>
      )}
    </div>
  );
}

function Asked({ view, act }: PartProps) {
  const { text } = useLede();
  const named = view.asked.slice(0, MOST_NAMED).map((name) => cutAtWord(name, NAME_LENGTH));
  const others = view.asked.length - named.length;
  const parts = others > 0 ? [...named, text('permission.others', { n: others })] : named;
  const names = new Intl.ListFormat(text.language === 'en' ? 'en-GB' : text.language).format(parts);
  const answer = (keep: boolean) => act((surface) => surface.answerAway(keep));
  return (
    <Note
      kind="warning"
      icon="error"
      title={text('carry.askedTitle', { n: view.asked.length })}
      sentence={text('carry.askedText', { names })}
    >
      <Button look="small primary" onPress={() => answer(true)}>
        {text('carry.askedKeep')}
      </Button>
      <Button look="small" onPress={() => answer(false)}>
        {text('carry.askedDrop')}
      </Button>
    </Note>
  );
}

function Waiting({ hosts, act }: { readonly hosts: readonly string[]; readonly act: Do }) {
  const { text } = useLede();
  return (
    <Note
      kind="info"
      title={text('permission.title', { n: hosts.length })}
      sentence={text('carry.waitingText')}
    >
      <Button look="small primary" onPress={() => act((surface) => surface.allowWaiting(hosts))}>
        {text('permission.allow', { n: hosts.length })}
      </Button>
    </Note>
  );
}

function AtHome({ view: { atHome } }: Pick<PartProps, 'view'>) {
  const { text } = useLede();
  return (
    <section class="card at-home" aria-labelledby="at-home">
      <h2 id="at-home">{text('carry.home', { n: atHome.length })}</h2>
      <ul>
        {atHome.map(({ url, name, reason }) => (
          <li key={url}>
            <bdi dir="auto">{name}</bdi> <span class="help">{text(`home.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useCarrying(): {
  readonly view: CarryView | null;
  readonly outcome: EditableSettings['outcome'];
  readonly act: Do;
} {
  const { surface } = useLede();
  const [view, setView] = useState<CarryView | null>(null);
  const [outcome, setOutcome] = useState<EditableSettings['outcome']>(null);
  const ask = async () => {
    const answer = await surface.carrying();
    if (answer.ok) setView(answer.value);
    else setOutcome(answer.problem);
  };
  const act: Do = (what) => {
    // Called at once: the browser grants access only from within the click.
    const done = what(surface);
    void done.then(async (result) => {
      setOutcome(result.ok ? 'saved' : result.problem);
      await ask();
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is as new as the surface
  useEffect(() => {
    void ask();
    return surface.onChange(() => void ask());
  }, [surface]);
  return { view, outcome, act };
}
