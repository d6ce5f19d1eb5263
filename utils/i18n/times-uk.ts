/** Ukrainian short times: a part of the catalogue by itself, since the panel and the first rows need no more of them. */
export const TIMES_UK = {
  'time.now': 'щойно',
  'time.minutes': '{n}\u00a0хв',
  'time.hours': '{n}\u00a0год',
} as const;
