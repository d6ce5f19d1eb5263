import './about.css';
import { useEffect, useState } from 'preact/hooks';
import type { Licence } from '../../utils/model/licence.ts';
import { Button } from '../parts/buttons.tsx';
import { useLede } from './context.ts';
import type { Sources } from './use-sources.ts';

const PRIVACY = ['about.privacy1', 'about.privacy2', 'about.privacy3', 'about.privacy4'] as const;
const READERS = ['about.readers1', 'about.readers2', 'about.readers3'] as const;
const PUBLISHERS = [
  'about.publishers1',
  'about.publishers2',
  'about.publishers3',
  'about.publishers4',
] as const;

/** What Lede is, what it keeps to, and whose work is in it. */
export function AboutPane({ sources }: { readonly sources: Sources }) {
  const { surface, text } = useLede();
  return (
    <>
      <h1>{text('about.title')}</h1>
      <p class="lede">{text('about.lede', { version: surface.version })}</p>
      <Lines id="privacy" title={text('about.privacy')} lines={PRIVACY.map((key) => text(key))} />
      <section class="card about-card" aria-labelledby="other-browser">
        <h2 id="other-browser">{text('about.other')}</h2>
        <p>{text('about.otherText')}</p>
        <p class="about-links">
          <a href="#data">{text('data.title')}</a> <a href="#sources">{text('sources.title')}</a>
        </p>
      </section>
      <Lines id="readers" title={text('about.readers')} lines={READERS.map((key) => text(key))} />
      <Lines id="publishers" title={text('about.publishers')} lines={PUBLISHERS.map((key) => text(key))} />
      <Feedback sources={sources} />
      <Licences />
    </>
  );
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

function Lines({ id, title, lines }: LinesProps) {
  return (
    <section class="card about-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="about-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Facts for a report, which the reader copies and sends himself, or not. */
function Feedback({ sources: { rows } }: { readonly sources: Sources }) {
  const { surface, text } = useLede();
  const [outcome, setOutcome] = useState<'about.copied' | 'about.notCopied' | null>(null);
  const failing = rows?.filter(({ problem }) => problem !== null).length ?? 0;
  const facts = [
    `Lede ${surface.version}, ${surface.isFirefox ? 'Firefox' : 'Chromium'}, ${text.language}`,
    `${rows?.length ?? 0} sources, ${failing} failing`,
  ].join('; ');
  const copy = () =>
    navigator.clipboard.writeText(facts).then(
      () => setOutcome('about.copied'),
      () => setOutcome('about.notCopied'),
    );
  return (
    <section class="card about-card" aria-labelledby="feedback">
      <h2 id="feedback">{text('about.feedback')}</h2>
      <p>{text('about.feedbackText')}</p>
      <p>
        <code>{facts}</code>
      </p>
      <p class="about-links">
        <Button look="small" onPress={() => void copy()}>
          {text('about.copy')}
        </Button>
        <span class="help" role="status">
          {outcome !== null && text(outcome)}
        </span>
      </p>
    </section>
  );
}

function Licences() {
  const { text } = useLede();
  const licences = useLicences();
  return (
    <section class="card about-card" aria-labelledby="licences">
      <h2 id="licences">{text('about.licences')}</h2>
      <p>{text('about.own')}</p>
      <p>{text('about.learned')}</p>
      <ul class="licences">
        {licences.map(({ name, version, licence, text: words }) => (
          <li key={name} lang="en">
            {words === null ? (
              `${name} ${version} · ${licence}`
            ) : (
              <details>
                <summary>
                  {name} {version} · {licence}
                </summary>
                <pre>{words}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLicences(): readonly Licence[] {
  const { surface } = useLede();
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => {
    void surface.licences().then((answer) => setLicences(answer.ok ? answer.value : []));
  }, [surface]);
  return licences;
}
