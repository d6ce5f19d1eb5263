import { useLede } from '../app/context.ts';

/** What a search understands, while nothing is typed. */
export function Hints() {
  const { text } = useLede();
  const hints = [
    [text('search.hintWordsExample'), text('search.hintWords')],
    [text('search.hintQuoteExample'), text('search.hintQuote')],
    [text('search.hintSourceExample'), text('search.hintSource')],
    [text('search.hintFromExample'), text('search.hintFrom')],
    [text('search.hintLangExample'), text('search.hintLang')],
    [text('search.hintWithoutExample'), text('search.hintWithout')],
  ] as const;
  return (
    <section class="search-hints" aria-labelledby="search-hints">
      <p class="hints-title" id="search-hints">
        {text('search.hints')}
      </p>
      <dl>
        {hints.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="hints-private">{text('search.private')}</p>
    </section>
  );
}
