/** What kind of publisher a source is. `utils/i18n` has a word for each. */
export const PUBLISHER_KINDS = [
  'agency',
  'broadcaster',
  'newspaper',
  'magazine',
  'online', // a newsroom that publishes on the web alone
  'journal', // a scientific journal with news of its own
  'institute', // research
  'institution', // an authority or organisation that publishes first-hand
] as const;
