/** Whether two articles that look alike say different things. */
import { fold } from '../text/fold.ts';
import { plainText } from '../text/html.ts';

/** So many letters of the beginnings are compared: feeds cut texts, and servers add to their ends. */
const COMPARED = 160;
const READ = 2 * COMPARED;

/** Whether two texts in HTML are of two articles: both say something, and neither begins as the other does. */
export function isOtherText(one: string, other: string): boolean {
  const [a, b] = [beginning(one), beginning(other)];
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a);
}

function beginning(html: string): string {
  return fold(plainText(html, READ)).slice(0, COMPARED);
}
