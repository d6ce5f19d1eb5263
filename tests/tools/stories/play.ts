/** Plays lines of articles through the story engine, as the product would at their arrival. */
import { type Assignment, Stories } from '../../../utils/story/stories.ts';
import { Clock, type Times } from './clock.ts';
import { readKnowledge, readModel } from './knowledge.ts';
import type { ArticleLine } from './lines.ts';

export interface Played {
  readonly stories: Stories;
  readonly articles: readonly PlayedArticle[];
  /** The story each article ended in, by the article's number. */
  storyOf(number: number): number;
}

export interface PlayedArticle extends Times {
  readonly line: ArticleLine;
  /** Its number within the engine: 1 for the first line. */
  readonly number: number;
  readonly owner: string;
}

export interface PlayOptions {
  /** How long lines stay in the window, ms; the product's 72 hours unless given. */
  readonly keep?: number;
  /** UTC ms: what is dated later counts as of then. */
  readonly until?: number;
}

/** Reads all lines. */
export async function play(
  lines: AsyncIterable<ArticleLine> | Iterable<ArticleLine>,
  { keep, until = Number.POSITIVE_INFINITY }: PlayOptions = {},
): Promise<Played> {
  let last = 0;
  const nextStory = (): number => {
    last += 1;
    return last;
  };
  const options = { knowledge: readKnowledge(), model: readModel(), nextStory };
  const stories = new Stories(keep === undefined ? options : { ...options, keep });
  const clock = new Clock(until);
  const articles: PlayedArticle[] = [];
  const assigned: number[] = [];
  const redirects = new Map<number, number>();
  for await (const line of lines) {
    const number = articles.length + 1;
    const owner = line.owner ?? line.source;
    const times = clock.times(line);
    articles.push({ line, number, owner, ...times });
    const assignment: Assignment = stories.add({
      id: number,
      title: line.title,
      summary: line.summary ?? '',
      language: line.language ?? null,
      owner,
      ...times,
    });
    assigned[number] = assignment.story;
    for (const { from, into } of assignment.merges) redirects.set(from, into);
  }
  const end = (story: number): number => {
    const next = redirects.get(story);
    return next === undefined ? story : end(next);
  };
  return { stories, articles, storyOf: (number) => end(assigned[number] ?? 0) };
}
