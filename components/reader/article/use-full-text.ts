import { useContext, useEffect, useState } from 'preact/hooks';
import type { ArticleView } from '../../../utils/model/article-view.ts';
import { MarkupContext } from '../markup.ts';

export interface FullText {
  /** The article as the publisher's page holds it, markup of others; null where there is none. */
  readonly html: string | null;
  /** Whether the page was read and none was found in it. */
  readonly isEmpty: boolean;
}

/** The text of an article's page, taken out of it once. */
export function useFullText({ page }: ArticleView): FullText {
  const load = useContext(MarkupContext);
  const [found, setFound] = useState<FullText>({ html: null, isEmpty: false });
  const at = page?.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is the same for as long as it was fetched at that time
  useEffect(() => {
    let isCurrent = true;
    setFound({ html: null, isEmpty: false });
    if (page === null || load === null) return;
    void load()
      .then(({ fullText }) => fullText(page.html, page.url))
      .then((html) => {
        if (isCurrent) setFound({ html, isEmpty: html === null });
      });
    return () => {
      isCurrent = false;
    };
  }, [at, load]);
  return found;
}
