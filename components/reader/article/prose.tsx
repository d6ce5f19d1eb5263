import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { hostOf } from '../../../utils/text/host.ts';
import { useLede } from '../../app/context.ts';
import { MarkupContext } from '../markup.ts';
import { fetchPictures } from './pictures.ts';

interface ProseProps {
  /** Markup of others. */
  readonly html: string;
  /** The address that relative ones in it belong to, or null. */
  readonly base: string | null;
  /** The host of the article's source, or null where that is not known. */
  readonly home: string | null;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
  readonly withPictures: boolean;
}

/** An article's text: sanitised, put into the page as nodes. */
export function Prose({ html, base, home, language, withPictures }: ProseProps) {
  const { surface, text } = useLede();
  const load = useContext(MarkupContext);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let stop = () => {};
    let isCurrent = true;
    void load?.().then(({ sanitise }) => {
      if (!isCurrent || place.current === null) return;
      const pictures = !withPictures ? 'none' : surface.showsPictures ? 'direct' : 'held';
      const fragment = sanitise(html, { base, home, pictures });
      putTablesIntoBoxes(fragment);
      stop = fetchPictures(fragment, surface, (url) => text('article.picture', { host: hostOf(url) }));
      place.current.replaceChildren(fragment);
      place.current.removeAttribute('aria-busy');
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [html, base, home, withPictures, load, surface, text]);
  return <div ref={place} class="prose" dir="auto" lang={language ?? undefined} aria-busy="true" />;
}

/** A table wider than the column is scrolled by itself, by keyboard too. */
function putTablesIntoBoxes(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll('table')) {
    const box = document.createElement('div');
    box.className = 'wide';
    box.tabIndex = 0;
    table.replaceWith(box);
    box.append(table);
  }
}
