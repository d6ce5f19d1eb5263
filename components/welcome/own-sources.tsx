import '../options/sources.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AddFeed } from '../options/add-feed.tsx';
import { useLede } from '../options/context.ts';
import { Lists } from '../options/lists.tsx';
import type { Sources } from '../options/use-sources.ts';

/** The form for an address of the reader's own, and for a list from another reader. */
export function OwnSources({ sources: { rows } }: { readonly sources: Sources }) {
  const { text } = useLede();
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => own.current?.querySelector('input')?.focus(), []);
  return (
    <section ref={own} id="own-sources" class="own-sources" aria-label={text('welcome.own')}>
      <AddFeed />
      <Lists rows={rows} />
    </section>
  );
}
