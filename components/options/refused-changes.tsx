import type { Refused } from '../../utils/model/account.ts';
import { cutAtWord } from '../../utils/text/snippet.ts';
import { Button } from '../parts/buttons.tsx';
import { useHeir } from '../parts/focus.ts';
import { useLede } from './context.ts';
import { headingOfAccount } from './heading.ts';
import { refusalWords } from './server-problem.ts';
import type { Act } from './use-deed.ts';

/** How much of a name is shown. */
const NAME_LENGTH = 80;

interface RefusedProps {
  readonly refused: readonly Refused[];
  readonly act: Act;
}

/** What the server would not do, each by its name, until the reader knows. */
export function RefusedChanges({ refused, act }: RefusedProps) {
  const { text } = useLede();
  const own = useHeir<HTMLDivElement>(headingOfAccount);
  return (
    <div ref={own} class="card at-home">
      <h3 id="refused">{text('account.refused', { n: refused.length })}</h3>
      <ul aria-labelledby="refused">
        {refused.map((one) => (
          <li key={`${one.kind} ${one.url}`}>
            <bdi dir="auto">{cutAtWord(one.name || one.url, NAME_LENGTH)}</bdi>{' '}
            <span class="help">{refusalWords(text, one)}</span>
          </li>
        ))}
      </ul>
      <div class="line">
        <Button look="small" onPress={() => act((surface) => surface.knowRefused())}>
          {text('account.refusedKnown')}
        </Button>
      </div>
    </div>
  );
}
