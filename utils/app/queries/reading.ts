/** The queries of the reading page alone: loaded when one of them is first asked, so that no popup carries them. */
export { article } from './article.ts';
export { away } from './away.ts';
export { saved } from './saved.ts';
export { source } from './source.ts';
