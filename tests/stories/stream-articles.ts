/** The labelled stream as the story engine is handed its articles. */
import type { StoryArticle } from '../../utils/story/stories.ts';
import { readStream } from './read.ts';

/** The first `count` of them, numbered from 1 in their order of arrival. */
export function streamArticles(count: number): StoryArticle[] {
  return readStream()
    .slice(0, count)
    .map((line, at) => ({
      id: at + 1,
      title: line.title,
      summary: line.summary ?? '',
      language: line.language,
      owner: line.owner ?? line.source,
      at: Date.parse(line.publishedAt),
      seenAt: Date.parse(line.seenAt),
    }));
}
