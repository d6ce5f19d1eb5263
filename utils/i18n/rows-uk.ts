/** Ukrainian texts of rows of Latest and of stories of Top: a part of the catalogue by itself, for the rows that a popup draws before all else. */
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
  'why.sources': {
    one: '{n}\u00a0джерело',
    few: '{n}\u00a0джерела',
    many: '{n}\u00a0джерел',
    other: '{n}\u00a0джерела',
  },
  'why.hours': {
    one: 'за {n}\u00a0год',
    few: 'за {n}\u00a0год',
    many: 'за {n}\u00a0год',
    other: 'за {n}\u00a0год',
  },
  'why.growing': {
    one: 'зростає: {n} за останні {minutes}\u00a0хв',
    few: 'зростає: {n} за останні {minutes}\u00a0хв',
    many: 'зростає: {n} за останні {minutes}\u00a0хв',
    other: 'зростає: {n} за останні {minutes}\u00a0хв',
  },
} as const;
