/** The story engine over large windows: what an article costs, what loading costs, and what the window holds. */
import { load } from '../../utils/app/load-engine.ts';
import type { WindowChunk } from '../../utils/model/story.ts';
import { relatedTo } from '../../utils/story/related.ts';
import type { StoryArticle } from '../../utils/story/stories.ts';
import { dice } from '../soak/random.ts';
import { readStream } from '../stories/read.ts';
import { readStoryData } from '../tools/stories/knowledge.ts';
import type { Figure } from './figure.ts';

const START = Date.UTC(2026, 4, 12);
const SMALL = 5_000;
const LARGE = 50_000;
const MEASURED = 500;
const LOADS = 7;
const CHUNK = 256;
/** Share of words that are another text’s: stories then have two or three articles in the mean, as in real news. */
const MIXED = 0.6;
const ALONE = { pairs: [], storyOf: new Map<number, number>() };
const EMPTY = { chunks: [], redirects: new Map<number, number>(), revision: 0, lastStory: 0 };

const KEYS = [
  'story-5k',
  'story-50k',
  'story-growth',
  'window-load',
  'window-bytes',
  'related-p50',
  'related-p99',
];

/** The figures that are wanted; all come of one run. */
export async function storyFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  if (!KEYS.some(wanted)) return [];
  const data = await readStoryData();
  const engine = load(data, EMPTY, ALONE);
  const articles = news(LARGE + MEASURED);
  const chunks: WindowChunk[] = [];
  const times: number[] = [];
  let rows: { article: number; story: number; packed: Uint8Array }[] = [];
  const memory = process.memoryUsage().arrayBuffers;
  for (const article of articles.slice(0, LARGE)) {
    const began = performance.now();
    const { story, packed } = engine.stories.add(article);
    times.push(performance.now() - began);
    rows.push({ article: article.id, story, packed });
    if (rows.length === CHUNK) {
      chunks.push(chunkOf(chunks.length + 1, rows));
      rows = [];
    }
  }
  chunks.push(chunkOf(chunks.length + 1, rows));
  const small = times.slice(SMALL - MEASURED, SMALL);
  const large = times.slice(-MEASURED);
  const loads = Array.from({ length: LOADS }, () => {
    const began = performance.now();
    load(data, { ...EMPTY, chunks, lastStory: engine.lastStory }, ALONE);
    return performance.now() - began;
  });
  const asked = articles.slice(LARGE).map((article) => {
    const query = { ...article, not: new Set<number>(), story: null };
    const began = performance.now();
    relatedTo(engine.stories, query, 10);
    return performance.now() - began;
  });
  const bytes = engine.stories.window.bytes / engine.stories.window.size;
  console.log(
    `window: ${engine.stories.window.size} articles, ${Math.round((process.memoryUsage().arrayBuffers - memory) / 1e6)} MB of arrays`,
  );
  const figures: Figure[] = [
    figure('story-5k', 'assigning an article, 5,000 in the window', 'ms', small, 0.5),
    figure('story-50k', 'assigning an article, 50,000 in the window', 'ms', large, 0.5),
    {
      ...figure('story-growth', 'assigning at 50,000 beside at 5,000', '×', large, 2),
      baseline: { what: 'at 5,000', samples: { values: small } },
    },
    figure('window-load', 'loading a window of 50,000 articles', 'ms', loads, 100),
    figure('window-bytes', 'bytes an article of the window', 'B', [bytes], 400),
    figure('related-p50', 'related articles in a window of 50,000', 'ms', asked, 3),
    figure('related-p99', 'the same, the slowest but one in a hundred', 'ms', [slowest(asked)], 10),
  ];
  return figures.filter(({ key }) => wanted(key));
}

function figure(
  key: string,
  what: string,
  unit: Figure['unit'],
  values: readonly number[],
  budget: number | null,
): Figure {
  return { key, what, unit, samples: { values }, baseline: null, budget };
}

const slowest = (values: readonly number[]): number =>
  [...values].sort((one, two) => one - two)[Math.floor(values.length * 0.99)] ?? 0;

function chunkOf(
  id: number,
  rows: readonly { article: number; story: number; packed: Uint8Array }[],
): WindowChunk {
  const bytes = new Uint8Array(rows.reduce((sum, { packed }) => sum + packed.length, 0));
  let at = 0;
  for (const { packed } of rows) {
    bytes.set(packed, at);
    at += packed.length;
  }
  return {
    id,
    articles: rows.map(({ article }) => article),
    stories: rows.map(({ story }) => story),
    bytes,
    newestAt: 0,
  };
}

/** News of three days: headlines and leads of the labelled texts, each with words of others in it. */
export function news(count: number): StoryArticle[] {
  const texts = readStream();
  const random = dice(7);
  const pick = () => texts[Math.floor(random() * texts.length)];
  return Array.from({ length: count }, (_, at) => {
    const [own, other] = [pick(), pick()];
    const mixed = (text: string, from: string): string => {
      const words = from.split(' ');
      return text
        .split(' ')
        .map((word) =>
          random() < MIXED
            ? `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 40) || ''}`
            : word,
        )
        .join(' ');
    };
    const time = START + (at / count) * 70 * 3_600_000;
    return {
      id: at + 1,
      title: mixed(own?.title ?? '', other?.title ?? ''),
      summary: mixed(own?.summary ?? '', other?.summary ?? ''),
      language: own?.language ?? null,
      owner: `outlet ${at % 300}`,
      at: time,
      seenAt: time,
    };
  });
}
