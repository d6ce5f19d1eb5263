/** Everything that the reading page does with markup of others, as one piece of code that it loads with its first article. */
export { fullText } from './full-text.ts';
export { sanitise } from './sanitise.ts';
