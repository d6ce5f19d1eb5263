/** English texts of rows of Latest and of stories of Top: a part of the catalogue by itself, for the rows that a popup draws before all else. */
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
  'why.sources': { one: '{n} source', other: '{n} sources' },
  'why.hours': { one: 'in {n}\u00a0h', other: 'in {n}\u00a0h' },
  'why.growing': {
    one: 'growing: {n} in the last {minutes}\u00a0min',
    other: 'growing: {n} in the last {minutes}\u00a0min',
  },
} as const;
