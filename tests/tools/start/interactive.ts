/** `npm start`: a browser for somebody to use, or headlines in the terminal where there is no display. */
import type { Page, Session } from '../../browsers/session.ts';
import { shownRows, table } from './headlines.ts';
import { follow } from './sources.ts';

const LOOK_EVERY_MS = 1_000;

/** Keeps the browser open until it is closed or Ctrl-C is pressed. Gives the exit code. */
export async function interactive(
  session: Session,
  addresses: readonly string[],
  headless: boolean,
): Promise<number> {
  const end = Promise.race([session.untilClosed(), interrupted()]);
  await follow(session, addresses);
  const page = await session.open('reader.html');
  if (headless) {
    console.log('There is no display: running headless. Headlines as they come; Ctrl-C ends.\n');
    const timer = setInterval(printNew(page), LOOK_EVERY_MS);
    await end;
    clearInterval(timer);
  } else {
    console.log('Press Lede’s icon in the toolbar. A new article comes now and then.');
    console.log('Close the browser or press Ctrl-C to end.');
    await end;
  }
  await session.close();
  return 0;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Prints what the page shows and has not shown before, oldest first. */
function printNew(page: Page): () => Promise<void> {
  const printed = new Set<string>();
  return async () => {
    // The page may be gone for a moment, or for good when the browser ends: then there is nothing to print.
    const rows = await shownRows(page).catch(() => []);
    const fresh = rows.filter(({ source, headline }) => !printed.has(`${source}\n${headline}`)).reverse();
    for (const { source, headline } of fresh) printed.add(`${source}\n${headline}`);
    if (fresh.length > 0) console.log(table(fresh, process.stdout.columns ?? 110));
  };
}
