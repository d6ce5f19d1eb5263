/** The texts that weights may be learned from: licensed sets, reached through LEDE_CORPORA, and the project's own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGroups } from '../../stories/pairs.ts';

export interface Text {
  readonly title: string;
  readonly summary: string;
  readonly language: string;
}

export interface Labelled extends Text {
  readonly story: string;
  readonly source: string;
  /** UTC ms. */
  readonly at: number;
}

export interface Pair {
  readonly a: Text;
  readonly b: Text;
  readonly same: boolean;
}

const ROOT = join(import.meta.dirname, '../../..');
const CORPORA = process.env.LEDE_CORPORA ?? join(ROOT, '../shared/corpora');

/** Where a set of the corpora lies. */
const corpus = (file: string): string => join(CORPORA, 'stories', file);

/** The sets that are absent; learning without one of them would give other weights. */
export function absentSets(): string[] {
  return [UCI, PARAPHRASER, TGCONTEST].filter((file) => !existsSync(corpus(file)));
}

const UCI = 'en_clusters_uci_sample.tsv';
const PARAPHRASER = 'ru_headline_pairs_paraphraser.tsv';
const TGCONTEST = 'ru_en_pairs_tgcontest.tsv';

function table(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(corpus(file), 'utf8').split('\n').filter(Boolean);
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

/**
 * News clusters of the UCI News Aggregator (CC BY 4.0), headlines only. Their order of arrival gives the clusters away,
 * so that each is moved by up to twelve hours.
 */
export function uciStream(): Labelled[] {
  const rows = table(UCI).map((row, at) => ({
    title: row.headline ?? '',
    summary: '',
    language: 'en',
    story: row.cluster_id ?? '',
    source: row.source ?? '',
    at: Number(row.time_ms) + (digest(`learn ${at}`) % 43_200) * 1000,
  }));
  return rows.sort((one, two) => one.at - two.at);
}

const digest = (text: string): number => createHash('md5').update(text).digest().readUInt32BE(0);

/**
 * Russian headline pairs of ParaPhraser (MIT): precise paraphrases are the same story, and loose ones too where
 * `loose` is set, else they are left out.
 */
export function paraphraserPairs(loose: boolean): Pair[] {
  const rows = table(PARAPHRASER).filter(({ label3 }) => loose || label3 !== '0');
  return rows.map((row) => ({
    a: { title: row.headline_a ?? '', summary: '', language: 'ru' },
    b: { title: row.headline_b ?? '', summary: '', language: 'ru' },
    same: Number(row.label3) >= 0,
  }));
}

/** Article pairs of tgcontest (Apache-2.0), those of its train pools. */
export function tgcontestPairs(): Pair[] {
  return table(TGCONTEST).map((row) => ({
    a: { title: row.title_a ?? '', summary: (row.text_a ?? '').slice(0, 600), language: row.lang ?? '' },
    b: { title: row.title_b ?? '', summary: (row.text_b ?? '').slice(0, 600), language: row.lang ?? '' },
    same: row.label === '1',
  }));
}

/** The ten days of labelled news written for the project. */
export function ownStream(): Labelled[] {
  const lines = readFileSync(join(ROOT, 'tests/stories/stream.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line);
    return { summary: '', ...row, at: Date.parse(row.publishedAt) };
  });
}

/**
 * The same clusters with leads: half of the headlines of each larger one stand by, and three of them are the lead of each
 * other article.
 */
export function uciStreamWithLeads(): Labelled[] {
  const clusters = new Map<string, Labelled[]>();
  for (const text of uciStream()) clusters.set(text.story, [...(clusters.get(text.story) ?? []), text]);
  const told = [...clusters.values()].flatMap((texts) => {
    if (texts.length < 8) return [];
    const aside = texts.filter((_, at) => at % 2 === 1);
    return texts.filter((_, at) => at % 2 === 0).map((text) => ({ ...text, summary: leadFrom(text, aside) }));
  });
  return told.sort((one, two) => one.at - two.at);
}

function leadFrom({ title }: Text, aside: readonly Text[]): string {
  const start = digest(title);
  return [0, 1, 2].map((step) => aside[(start + step * 7) % aside.length]?.title ?? '').join('. ');
}

/**
 * The labelled news with single texts of the other sets strewn in, so that links have to be found among thousands. With
 * `leads` all have longer ones: of the labelled what others of the same language write of the story, which is no more
 * than a fair lead where languages are compared, and nowhere else.
 */
export function crowdedStream(noise: string, leads: boolean): Labelled[] {
  const own = leads ? withLeads(ownStream()) : ownStream();
  const [first = 0, last = 0] = [own[0]?.at, own.at(-1)?.at];
  const pairs = [...paraphraserPairs(true), ...tgcontestPairs()].flatMap(({ a, b }) => [
    leads && a.summary === '' ? { ...a, summary: b.title } : a,
    leads && b.summary === '' ? { ...b, summary: a.title } : b,
  ]);
  const singles = [...(leads ? uciStreamWithLeads() : uciStream()), ...pairs];
  const texts = new Map(singles.map((text) => [text.title, text]));
  const strewn = Array.from(texts.values(), ({ title, summary, language }, at) => ({
    title,
    summary,
    language,
    story: `${noise}${at}`,
    source: `noise ${at % 97}`,
    at: first + (digest(title) / 2 ** 32) * (last - first),
  }));
  return [...own, ...strewn].sort((one, two) => one.at - two.at);
}

/**
 * A stream with the project's groups of headlines strewn in: what is told of one event within three hours. They are there
 * for decisions between languages; within one they hold what is apart, and hardly what belongs together.
 */
export function withEvents(stream: readonly Labelled[]): Labelled[] {
  const [first = 0, last = 0] = [stream[0]?.at, stream.at(-1)?.at];
  return [...stream, ...ownEvents(first, last)].sort((one, two) => one.at - two.at);
}

function ownEvents(first: number, last: number): Labelled[] {
  const within = (text: string, span: number): number => (digest(text) / 2 ** 32) * span;
  return readGroups().flatMap(({ event, near }, group) => {
    const [lead = { title: '' }] = event;
    const begin = first + within(lead.title, last - first);
    const texts = [
      ...event.map((text) => ({ ...text, story: `event ${group}` })),
      ...near.map((text, at) => ({ ...text, story: `near ${group} ${at}` })),
    ];
    return texts.map((text) => ({
      ...text,
      source: `outlet ${digest(text.title) % 89}`,
      at: Math.round(begin + within(text.title, 3 * HOUR)),
    }));
  });
}

const HOUR = 3_600_000;

function withLeads(stream: readonly Labelled[]): Labelled[] {
  const mates = Map.groupBy(stream, ({ story, language }) => `${story} ${language}`);
  return stream.map((text) => {
    const others = (mates.get(`${text.story} ${text.language}`) ?? []).filter((other) => other !== text);
    const extra = others.slice(0, 2).flatMap(({ title, summary }) => [title, summary]);
    return { ...text, summary: [text.summary, ...extra].filter(Boolean).join('. ') };
  });
}
