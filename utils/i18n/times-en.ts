/** English short times: a part of the catalogue by itself, since the panel and the first rows need no more of them. */
export const TIMES_EN = {
  'time.now': 'now',
  'time.minutes': '{n}\u00a0min',
  'time.hours': '{n}\u00a0h',
} as const;
