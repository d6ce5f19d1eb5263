/** What lists and the ticker ask besides Latest, as one piece of code. */
export { alerts, watched } from './alerts.ts';
export { breaking, breakingPast } from './breaking.ts';
export { popular, top } from './ranked.ts';
export { story } from './story.ts';
