/** `npm run bench -- --readme`: the table and the picture of the README, made from .output/bench.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, type Line } from './figure.ts';

export type Lines = Readonly<Record<string, Line>>;

const BEGIN = '<!-- made by `npm run bench -- --readme` -->';
const END = '<!-- /made -->';
const PICTURE = "\n![Time to the popup's first rows by articles stored](tests/bench/growth.svg)\n";

/** What each figure is, in the order of the table; those that were not measured are left out. */
const WHAT: readonly (readonly [key: string, what: string])[] = [
  ['popup-2k', 'popup to its first rows, 2,000 stored, beside an empty page'],
  ['popup-50k', 'the same, 50,000 stored'],
  ['popup-200k', 'the same, 200,000 stored'],
  ['popup-growth', 'the popup with 200,000 beside 2,000'],
  ['top', 'popup with story cards, beside an empty page'],
  ['reading', 'an article in the reading page, beside a static page'],
  ['parse-htmlparser2', 'reading feeds, beside htmlparser2 with an empty handler'],
  ['parse-feedsmith', '… beside feedsmith'],
  ['parse-rss-parser', '… beside rss-parser'],
  ['parse-domparser', '… beside DOMParser'],
  ['ingest', 'bytes of 200 feeds to stories, beside one bulk put'],
  ['not-modified', 'a poll of 1,000 feeds that changed nothing, beside bare fetches'],
  ['poll-2000', 'a cycle of 2,000 slow sources'],
  ['story-5k', 'the story of one new article, 5,000 in the window'],
  ['story-50k', 'the same, 50,000'],
  ['story-growth', 'the same, 50,000 beside 5,000'],
  ['window-load', 'loading the story window from its rows, 50,000'],
  ['window-bytes', 'memory of an article in the window'],
  ['related-p50', 'related articles, warm'],
  ['related-p99', 'the slowest of a hundred'],
  ['worker-wake', 'a dead background to its listener, more than an empty one'],
  ['worker-related', 'a dead background to related articles'],
  ['panel-cold', 'an idle page to its panel, background dead'],
  ['panel-warm', 'the same, background awake'],
  ['search-key-50k', 'a keystroke of search, 50,000 stored'],
  ['search-key-200k', 'the same, 200,000'],
  ['search-cold-50k', 'first hits from cold, 50,000'],
  ['search-cold-200k', 'the same, 200,000'],
  ['sync-first', 'a first sync of 10,000 articles, beside the same from feeds and the transfer'],
  ['sync-idle', 'an unchanged sync, more than its requests'],
  ['mem-rest', 'memory at rest, more than an empty extension'],
  ['mem-poll', 'memory in a poll of 1,000 sources'],
  ['mem-popup', 'memory of an open popup'],
  ['mem-page', 'memory of a page with the closed panel'],
  ['zip', 'the package'],
  ['worker-kb', 'code that every wake-up loads'],
  ['popup-kb', 'code of the popup'],
  ['detector-kb', 'script in pages of followed sites'],
];

/** Writes both from the lines of the last bench; throws where the README has no place for the table. */
export function writeReadme(root: string, lines: Lines): void {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  // A line through fewer points would say nothing of growth.
  const grows = POINTS.every(([, key]) => lines[key] !== undefined);
  if (grows) writeFileSync(join(root, 'tests', 'bench', 'growth.svg'), pictureOf(lines));
  const made = `${tableOf(lines)}\n${grows ? PICTURE : ''}`;
  writeFileSync(path, `${readme.slice(0, from + BEGIN.length)}\n${made}${readme.slice(to)}`);
}

/** As many digits as say something. */
const short = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** The table, as Markdown. */
export function tableOf(lines: Lines): string {
  const rows = WHAT.flatMap(([key, what]) => {
    const line = lines[key];
    if (!line) return [];
    const value = `${short(line.value)} ${line.unit}`;
    const budget =
      line.budget === null ? '' : `${short(line.budget)} ${line.ratio === undefined ? line.unit : '×'}`;
    const ratio = line.ratio === undefined ? '' : `${short(line.ratio)}×`;
    return [`| ${what} | ${value} | ${ratio} | ${budget} | ${holds(line) ? 'yes' : '**no**'} |`];
  });
  return ['| | median | ratio | budget | holds |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

const POINTS = [
  [2_000, 'popup-2k'],
  [50_000, 'popup-50k'],
  [200_000, 'popup-200k'],
] as const;
const WIDTH = 480;
const HEIGHT = 200;
const MARGIN = { left: 48, right: 16, top: 24, bottom: 32 };

/** How the popup's time grows with what is stored, beside the empty page of the same runs, as SVG. */
export function pictureOf(lines: Lines): string {
  const points = POINTS.flatMap(([articles, key]) => {
    const line = lines[key];
    return line?.baseline === undefined ? [] : [{ articles, own: line.value, empty: line.baseline }];
  });
  const top = Math.max(1, ...points.map(({ own }) => own)) * 1.2;
  const x = (articles: number): number =>
    MARGIN.left + (articles / 200_000) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (ms: number): number =>
    HEIGHT - MARGIN.bottom - (ms / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const path = (ms: (point: (typeof points)[number]) => number): string =>
    points.map((point) => `${x(point.articles).toFixed(1)},${y(ms(point)).toFixed(1)}`).join(' ');
  const marks = points.map(
    ({ articles, own }) =>
      `<circle cx="${x(articles).toFixed(1)}" cy="${y(own).toFixed(1)}" r="3" fill="#b3261e"/><text x="${x(articles).toFixed(1)}" y="${(y(own) - 8).toFixed(1)}" text-anchor="middle">${Math.round(own)} ms</text><text x="${x(articles).toFixed(1)}" y="${HEIGHT - 12}" text-anchor="middle">${articles / 1000}k</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#7a7a7a" role="img"><title>Time to the popup's first rows by articles stored, and of an empty page</title><line x1="${MARGIN.left}" y1="${y(0)}" x2="${WIDTH - MARGIN.right}" y2="${y(0)}" stroke="#7a7a7a"/><polyline points="${path(({ empty }) => empty)}" fill="none" stroke="#7a7a7a" stroke-dasharray="4 3"/><polyline points="${path(({ own }) => own)}" fill="none" stroke="#b3261e" stroke-width="2"/>${marks.join('')}<text x="${MARGIN.left}" y="14">popup to its first rows (line), an empty page (dashed), by articles stored</text></svg>
`;
}
