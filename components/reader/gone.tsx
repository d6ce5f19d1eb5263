import '../parts/note.css';
import { useLede } from '../app/context.ts';

import { Glyph } from '../parts/icon.tsx';
import { hashOf } from './route.ts';

interface GoneProps {
  readonly what: 'article' | 'story' | 'source';
  /** The source that it came from, where that is known. */
  readonly source?: { readonly id: number; readonly name: string } | null;
}

/** A link to what is not kept any more: says so, and where to go on. */
export function Gone({ what, source = null }: GoneProps) {
  const { text } = useLede();
  return (
    <div class="empty-state empty gone">
      <Glyph size={40} />
      <h1>{text(`gone.${what}`)}</h1>
      <p>{text(`gone.${what}Text`)}</p>
      <div class="buttons">
        {source && (
          <a class="button primary" href={hashOf({ page: 'source', id: source.id })}>
            {text('gone.toSource', { name: source.name })}
          </a>
        )}
        <a class={source ? 'button plain' : 'button primary'} href={hashOf({ page: 'news' })}>
          {text('gone.toNews')}
        </a>
      </div>
    </div>
  );
}
