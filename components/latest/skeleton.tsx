import './latest.css';
import './skeleton.css';
import { useLede } from '../app/context.ts';

const ROWS = [1, 2, 3, 4, 5, 6, 7];

/** Rows that are not there yet, with the real row's measures. The pages' static HTML holds the same. */
export function Skeleton() {
  const { text } = useLede();
  return (
    <div class="skeleton" aria-busy="true">
      <p class="hidden-text" role="status">
        {text('latest.loading')}
      </p>
      <ul aria-hidden="true">
        {ROWS.map((row) => (
          <li key={row} class="row">
            <span class="gutter">
              <span class="bar" />
            </span>
            <span class="bars">
              <span class="bar" />
              <span class="bar" />
              <span class="bar" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
