/** How papers take over what an agency has written. */
import type { Report } from '../types.ts';

/** An agency's report as another paper prints it: word for word, with the agency named at its end. */
export function carried(wire: Report, paper: { outlet: string; minutesAgo: number; credit: string }): Report {
  const { outlet, minutesAgo, credit } = paper;
  const last = wire.body.length - 1;
  const body = wire.body.map((text, index) => (index === last ? `${text} – ${credit}` : text));
  const { slug, title, lead } = wire;
  return { outlet, minutesAgo, slug, title, lead, body, author: credit, copiedFrom: wire.outlet };
}
