import './parts.css';
import { useLede } from '../app/context.ts';
import { Glyph } from './icon.tsx';

/** The mark of Lede with its name. */
export function Wordmark() {
  const { text } = useLede();
  return (
    <span class="wordmark">
      <Glyph size={18} />
      {text('app.name')}
    </span>
  );
}
