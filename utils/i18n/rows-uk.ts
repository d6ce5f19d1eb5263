/** Ukrainian texts of a row of Latest: a part of the catalogue by itself, for the rows that a popup draws before all else. */
import { TIMES_UK } from './times-uk.ts';

export const ROWS_UK = {
  ...TIMES_UK,
  'row.unread': 'непрочитана',
  'row.noHeadline': '(без заголовка)',
  'row.more': { one: 'ще {n} нова', few: 'ще {n} нові', many: 'ще {n} нових', other: 'ще {n} нової' },
  'also.in': {
    one: 'ще {n} джерело',
    few: 'ще {n} джерела',
    many: 'ще {n} джерел',
    other: 'ще {n} джерела',
  },
  'also.again': 'попередні повідомлення',
  'also.origin': 'усі посилаються на {name}',
  'line.newSince': 'нове від {time}',
} as const;
