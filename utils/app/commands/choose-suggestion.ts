import { articlesByAddress } from '../../store/by-address.ts';
import type { Deps } from '../deps.ts';
import { markRead } from './mark-read.ts';

/**
 * What was entered in the address bar: the address of a suggested article, which is then marked as read, or null where
 * it is anything else, to be searched for. Asked of the database, since the background that suggested it may be gone.
 */
export async function chooseSuggestion(deps: Deps, entered: string): Promise<string | null> {
  if (!/^https?:/i.test(entered) || !URL.canParse(entered)) return null;
  const alike = await articlesByAddress(await deps.database(), entered);
  const article = alike.find(({ url }) => url === entered);
  if (!article) return null;
  await markRead(deps, [article.id], true);
  return entered;
}
