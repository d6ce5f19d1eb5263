/** A row as words that can be pasted anywhere. */
import type { Text } from '../../utils/i18n/catalogue.ts';
import type { Times } from '../../utils/i18n/time.ts';
import type { LatestRow } from '../../utils/model/view.ts';

/** 'headline — source, link, time' */
export function rowAsText(row: LatestRow, text: Text, times: Times): string {
  const facts = [row.source.name, row.url, times.full(row.at)].filter((fact) => fact !== null && fact !== '');
  return `${row.title || text('row.noHeadline')}\u00a0— ${facts.join(', ')}`;
}
