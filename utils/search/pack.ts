/** Articles packed for searching: what is looked through of many of them, in a few large values. */
import { type Article, articleTime } from '../model/article.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import { FIELD, packWord } from './codes.ts';
import { wordsOf } from './words.ts';

/** Texts of many articles in one string. */
export interface PackedTexts {
  /** See `codes.ts`. */
  readonly text: string;
  /** Where the text of each ends. */
  readonly ends: Uint32Array;
}

/** Headlines and authors of articles, in the order of their ids, and what else decides whether one is found. */
export interface PackedHeads extends PackedTexts {
  readonly ids: Uint32Array;
  /** Seconds since 1970 of the time that lists show. */
  readonly times: Uint32Array;
  readonly feeds: Uint32Array;
  /** See `languageCode`. */
  readonly languages: Uint16Array;
}

/** One article, packed. */
export interface PackedArticle {
  readonly id: number;
  readonly time: number;
  readonly feedId: number;
  readonly language: number;
  readonly head: string;
  readonly lead: string;
}

export interface Packed {
  readonly heads: PackedHeads;
  readonly leads: PackedTexts;
}

const LETTERS = 27;

/** The primary subtag of a BCP 47 tag as a number; 0 where there is none of two or three letters. */
export function languageCode(tag: string | null): number {
  const primary = primaryLanguage(tag) ?? '';
  if (!/^[a-z]{2,3}$/.test(primary)) return 0;
  let code = 0;
  for (let at = 0; at < primary.length; at += 1) code = code * LETTERS + primary.charCodeAt(at) - 96;
  return code;
}

/** Whether an article can be found at all: not what is muted, and of twins one. */
export function isSearched({ muted, twinOf }: Pick<Article, 'muted' | 'twinOf'>): boolean {
  return !muted && twinOf === null;
}

/** Packs one article. */
export function packArticle(article: Article): PackedArticle {
  const author = article.author === null ? '' : FIELD + packText(article.author);
  return {
    id: article.id,
    time: Math.max(0, Math.floor(articleTime(article) / 1000)),
    feedId: article.feedId,
    language: languageCode(article.language),
    head: packText(article.title) + author,
    lead: packText(article.snippet),
  };
}

/** The words of a text, one behind another. */
export function packText(text: string): string {
  let packed = '';
  for (const { folded } of wordsOf(text)) packed += packWord(folded);
  return packed;
}

/** Puts packed articles together; they must be in the order of their ids. */
export function putTogether(articles: readonly PackedArticle[]): Packed {
  const heads = join(articles.map(({ head }) => head));
  return {
    heads: {
      ...heads,
      ids: Uint32Array.from(articles, ({ id }) => id),
      times: Uint32Array.from(articles, ({ time }) => time),
      feeds: Uint32Array.from(articles, ({ feedId }) => feedId),
      languages: Uint16Array.from(articles, ({ language }) => language),
    },
    leads: join(articles.map(({ lead }) => lead)),
  };
}

/** The packed articles of what was put together. */
export function takeApart({ heads, leads }: Packed): PackedArticle[] {
  return Array.from(heads.ids, (id, at) => ({
    id,
    time: heads.times[at] ?? 0,
    feedId: heads.feeds[at] ?? 0,
    language: heads.languages[at] ?? 0,
    head: heads.text.slice(startOf(heads, at), heads.ends[at]),
    lead: leads.text.slice(startOf(leads, at), leads.ends[at]),
  }));
}

/** Where the text of an article begins. */
export function startOf({ ends }: PackedTexts, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] ?? 0);
}

function join(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [at, text] of texts.entries()) {
    end += text.length;
    ends[at] = end;
  }
  return { text: texts.join(''), ends };
}
