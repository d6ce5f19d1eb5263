import './source-badge.css';
import { hueOf, letterOf } from '../../utils/text/monogram.ts';

interface Source {
  readonly name: string;
  readonly host: string;
}

/** A coloured letter for a source, 16 pixels or 28. Decoration: its name stands beside it. */
export function Monogram({ source, large = false }: { readonly source: Source; readonly large?: boolean }) {
  return (
    <span class={`monogram hue-${hueOf(source.host)}${large ? ' large' : ''}`} aria-hidden="true">
      {letterOf(source.name || source.host)}
    </span>
  );
}

/** A source's monogram and name; a long name ends in an ellipsis and is whole in the tooltip. */
export function SourceBadge({ source }: { readonly source: Source }) {
  const name = source.name || source.host;
  return (
    <span class="source">
      <Monogram source={source} />
      <bdi class="name" title={name}>
        {name}
      </bdi>
    </span>
  );
}
