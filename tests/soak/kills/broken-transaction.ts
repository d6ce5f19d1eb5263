/**
 * The test of the test: a build in which one check is no longer one transaction. Validators are stored first and articles
 * one by one, as extensions of this kind do: a death in between hides the rest behind a 304.
 */
const WHOLE = 'export function commitCheck(';

const IN_PIECES = `
export async function commitCheck(db, result, now) {
  const news = await commitCheckWhole(db, { ...result, articles: [], isAll: false }, now);
  for (const article of result.articles) {
    const one = { ...result, articles: [article], isAll: false, waits: [] };
    news.push(...(await commitCheckWhole(db, one, now)));
  }
  return news;
}
`;

/** For the build `broken` alone. */
export const brokenTransaction = {
  name: 'broken-transaction',
  transform(code: string, id: string) {
    if (!id.includes('/utils/store/commit-check.ts')) return null;
    if (!code.includes(WHOLE)) throw new Error('the transaction to break is not where it was');
    return code.replace(WHOLE, 'function commitCheckWhole(') + IN_PIECES;
  },
};
