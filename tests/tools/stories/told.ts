/** The stories of lines that were played, described as the product describes them. */
import type { Voice } from '../../../utils/model/story.ts';
import { type Description, describeStory, lateAfter, type Member } from '../../../utils/story/describe.ts';
import type { Taste } from '../../../utils/story/rank/lead.ts';
import type { Origins } from '../../../utils/story/rank/origins.ts';
import type { Played, PlayedArticle } from './play.ts';

/** No language and no source is preferred: what is printed must suit every reader. */
export const NO_TASTE: Taste = { languages: [], preferred: new Set() };

export interface ToldStory extends Description {
  readonly id: number;
  readonly members: readonly PlayedArticle[];
  readonly voices: readonly Voice[];
}

/** All stories, by their number. */
export function toldStories(
  { articles, storyOf }: Played,
  origins: Origins,
  taste: Taste = NO_TASTE,
): Map<number, ToldStory> {
  const byStory = Map.groupBy(articles, ({ number }) => storyOf(number));
  return new Map(
    [...byStory].map(([id, members]) => [
      id,
      { id, members, ...describeStory(members.map(asMember), origins, taste) },
    ]),
  );
}

/** A line as the product would have it; no line counts as what a source held at its first fetch. */
export function asMember({ line, number, owner, at, seenAt }: PlayedArticle): Member {
  return {
    id: number,
    feedId: 0,
    owner,
    source: line.source,
    title: line.title,
    summary: line.summary ?? '',
    language: line.language ?? null,
    at,
    seenAt,
    isBacklog: false,
    isMuted: false,
    lateAfter: lateAfter(0),
  };
}
