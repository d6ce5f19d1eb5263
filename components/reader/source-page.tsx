import { useState } from 'preact/hooks';
import type { SourceView } from '../../utils/model/article-view.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { hostOf } from '../../utils/text/host.ts';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Button } from '../parts/buttons.tsx';
import { Health } from '../parts/health.tsx';
import { Monogram } from '../parts/source-badge.tsx';
import { asRows } from './as-rows.ts';
import { Gone } from './gone.tsx';
import { NewsList } from './news-list.tsx';
import { OutsideLink } from './outside-link.tsx';
import type { PageProps } from './page-props.ts';
import { Waiting } from './waiting.tsx';

/** Articles that one step shows. */
const STEP = 50;

/** A source: who publishes it, how its feed stands, and its latest articles. */
export function SourcePage({ id, latest, now, actions }: PageProps & { readonly id: number }) {
  const { text } = useLede();
  const [wanted, setWanted] = useState(STEP);
  const { value, problem } = useAnswer(
    async (surface) => {
      const answer = await sourceWith(surface, id, wanted);
      return answer.ok ? { ok: true, value: { source: answer.value } } : answer;
    },
    [id, wanted],
  );
  if (value === null) return <Waiting problem={problem} />;
  const { source } = value;
  if (source === null) return <Gone what="source" />;
  const name = source.row.title || source.row.host;
  return (
    <div class="column">
      <div class="source-head">
        <Monogram source={{ name, host: source.row.host }} large />
        <h1 dir="auto">{name}</h1>
      </div>
      <Facts source={source} now={now} />
      <h2 class="section-title">{text('source.latest', { name })}</h2>
      {source.rows.length === 0 && <p class="nothing">{text('source.none')}</p>}
      <NewsList rows={asRows(source.rows, latest)} now={now} actions={actions} />
      {source.next !== null && (
        <div class="more-row">
          <Button onPress={() => setWanted(wanted + STEP)}>{text('latest.more')}</Button>
        </div>
      )}
    </div>
  );
}

/** A source with so many of its articles, in as many questions as it takes. */
async function sourceWith(surface: Surface, id: number, wanted: number): Promise<Result<SourceView | null>> {
  const first = await surface.source(id, null, STEP);
  if (!first.ok || first.value === null) return first;
  let source = first.value;
  while (source.next !== null && source.rows.length < wanted) {
    const more = await surface.source(id, source.next, STEP);
    if (!more.ok || more.value === null) return more;
    source = { ...source, rows: [...source.rows, ...more.value.rows], next: more.value.next };
  }
  return { ok: true, value: source };
}

function Facts({ source, now }: { readonly source: SourceView; readonly now: number }) {
  const { text, times } = useLede();
  const { row, facts, siteUrl, supportUrl } = source;
  return (
    <dl class="facts">
      {facts && (
        <>
          <dt>{text('source.publisher')}</dt>
          <dd>{text(`kind.${facts.kind}`)}</dd>
          <dt>{text('source.owner')}</dt>
          <dd>
            {facts.owner === null ? (
              text('source.ownerUnknown')
            ) : (
              <>
                <bdi>{facts.owner.name}</bdi> (
                <OutsideLink url={facts.owner.source}>
                  {text('source.statedAt', { host: hostOf(facts.owner.source) })}
                </OutsideLink>
                )
              </>
            )}
          </dd>
        </>
      )}
      {siteUrl !== null && (
        <>
          <dt>{text('source.site')}</dt>
          <dd>
            <OutsideLink url={siteUrl}>{hostOf(siteUrl)}</OutsideLink>
            {supportUrl !== null && (
              <>
                {' · '}
                <OutsideLink url={supportUrl}>{text('article.support', { name: row.title })}</OutsideLink>
              </>
            )}
          </dd>
        </>
      )}
      <dt>{text('source.health')}</dt>
      <dd>
        <Health row={row} />{' '}
        {row.lastSuccessAt !== null && (
          <span class="when">{text('footer.updated', { ago: times.ago(row.lastSuccessAt, now) })}</span>
        )}{' '}
        <span class="when">· {text('source.kept', { n: row.stored })}</span>
      </dd>
    </dl>
  );
}
