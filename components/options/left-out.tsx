import type { RefreshResult } from '../../utils/model/view.ts';
import { useLede } from './context.ts';

/** The sources that a refresh left out, by name and with the reason of each, folded. */
export function LeftOut({ result }: { readonly result: RefreshResult }) {
  const { text } = useLede();
  if (result.leftOut.length === 0) return null;
  return (
    <details class="left-out">
      <summary>{text('leftOut.which')}</summary>
      <ul>
        {result.leftOut.map(({ id, name, reason }) => (
          <li key={id}>
            <bdi>{name}</bdi>: {text(`why.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
