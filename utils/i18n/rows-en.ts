/** English texts of a row of Latest: a part of the catalogue by itself, for the rows that a popup draws before all else. */
import { TIMES_EN } from './times-en.ts';

export const ROWS_EN = {
  ...TIMES_EN,
  'row.unread': 'unread',
  'row.noHeadline': '(no headline)',
  'row.more': { one: '{n} more', other: '{n} more' },
  'also.in': { one: 'also in {n} source', other: 'also in {n} sources' },
  'also.again': 'earlier reports',
  'also.origin': 'all citing {name}',
  'line.newSince': 'new since {time}',
} as const;
