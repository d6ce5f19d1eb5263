/** Texts of any kind: what is packed is found by each of its words, and nothing takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../utils/model/article.ts';
import { packWord, unpackWord } from '../../../utils/search/codes.ts';
import { foldWord } from '../../../utils/search/fold.ts';
import { lookThrough, seek } from '../../../utils/search/look.ts';
import { packArticle, putTogether, takeApart } from '../../../utils/search/pack.ts';
import { readQuery } from '../../../utils/search/query.ts';
import { wordsOf } from '../../../utils/search/words.ts';
import { propertyRuns } from '../../property-runs.ts';

const numRuns = propertyRuns;
const timeout = 10_000 + numRuns * 20;
const NOW = Date.UTC(2026, 10, 25);

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Зеленський',
    'п’ять',
    'Ukraine’s',
    'l’homme',
    'Ґанок',
    'naïve',
    'STRAẞE',
    'ﬁn',
    'İstanbul',
  ),
  fc.constantFrom(
    '乌克兰总统',
    'الأوكراني',
    'ไทย',
    'Ελλάδα',
    'Հայաստան',
    '대통령은',
    'कीव',
    '😀',
    '\u202eabc',
    'covid-19',
  ),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

function article(id: number, title: string, snippet: string): Article {
  const unused = {
    key: '',
    url: null,
    urlKey: null,
    labels: [],
    image: null,
    fingerprint: null,
    publishedOffset: null,
  };
  const times = { publishedAt: NOW - id * 1000, firstSeenAt: NOW, newestFirst: 0, servedUntil: 0 };
  const identity = { id, feedId: 1, twinOf: null, story: 0, isBacklog: false, author: null, language: null };
  return { ...unused, ...times, ...identity, title, snippet };
}

const SOURCES = [{ id: 1, name: 'Courier', host: 'courier.example', language: 'en', muted: false }];

function find(articles: readonly Article[], typed: string): readonly number[] {
  const { heads, leads } = putTogether(articles.map(packArticle));
  const blocks = [{ heads, leads, gone: null }];
  return lookThrough(blocks, SOURCES, seek(readQuery(typed)), { most: 1_000, now: NOW }).ids;
}

describe('any text', () => {
  it('is found by each word of it, closed, open or quoted', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), fc.nat(), (texts, pick) => {
        const articles = texts.map(([title, snippet], at) => article(at + 1, title, snippet));
        for (const { id, title, snippet } of articles) {
          const whole = pick % 2 === 0 ? title : snippet;
          const words = wordsOf(whole);
          const chosen = words[pick % Math.max(1, words.length)];
          if (!chosen) continue;
          const typed = whole.slice(chosen.start, chosen.end);
          for (const query of [`${typed} `, typed, `"${typed}"`]) expect(find(articles, query)).toContain(id);
        }
      }),
      { numRuns },
    );
  });

  it('is found by what its words begin with', { timeout }, () => {
    fc.assert(
      fc.property(text, fc.nat(), (title, pick) => {
        for (const { folded } of wordsOf(title)) {
          const begun = Array.from(folded)
            .slice(0, 1 + (pick % 4))
            .join('');
          if (wordsOf(begun)[0]?.folded !== begun) continue;
          expect(find([article(1, title, '')], begun)).toEqual([1]);
        }
      }),
      { numRuns },
    );
  });

  it('is highlighted within its bounds, in order', { timeout }, () => {
    fc.assert(
      fc.property(text, text, (title, typed) => {
        const { terms } = seek(readQuery(typed));
        for (const term of terms) {
          for (const { start, end } of term.find(wordsOf(title)).found) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(title.length);
          }
        }
      }),
      { numRuns },
    );
  });

  it('is packed and taken apart again without loss', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (texts) => {
        const packed = texts.map(([title, snippet], at) => packArticle(article(at + 1, title, snippet)));
        expect(takeApart(putTogether(packed))).toEqual(packed);
        for (const [title] of texts) {
          for (const { folded } of wordsOf(title)) expect(unpackWord(packWord(folded))).toBe(folded);
        }
      }),
      { numRuns },
    );
  });

  it('may be a query, whatever it is', { timeout }, () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 300 })), (typed) => {
        expect(() => find([article(1, 'Grain deal', 'is off')], typed)).not.toThrow();
      }),
      { numRuns },
    );
  });
});

describe('folding', () => {
  it('changes nothing the second time', { timeout }, () => {
    fc.assert(
      fc.property(word, (one) => {
        expect(foldWord(foldWord(one))).toBe(foldWord(one));
      }),
      { numRuns },
    );
  });
});

/** How many letters are looked at, and how many times a text is passed by, while something is done. */
function stepsOf(work: () => void): number {
  const { charCodeAt, indexOf } = String.prototype;
  let steps = 0;
  const counted = <A extends unknown[], T>(own: (this: string, ...args: A) => T) =>
    function (this: string, ...args: A): T {
      steps += 1;
      return own.apply(this, args);
    };
  Object.assign(String.prototype, { charCodeAt: counted(charCodeAt), indexOf: counted(indexOf) });
  try {
    work();
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf });
  }
  return steps;
}

describe('what would be slow', () => {
  it.each([
    ['letters', 'a'],
    ['quotation marks', '"'],
    ['apostrophes', 'п’'],
    ['minus signs', '-'],
    ['keys', 'from:'],
    ['colons', ':'],
    ['sounds', 'shch'],
    ['letters with accents', 'a\u0301'],
    ['accents', '\u0301'],
    ['spaces', ' '],
    ['words', 'ab '],
    ['Chinese', '总'],
  ])('is not: a headline and a query of ten times as many %s take ten times the steps', (_, part) => {
    const take = (length: number): number => {
      const long = part.repeat(length / part.length);
      return stepsOf(() => void find([article(1, long, long)], long));
    };
    // What was folded before is remembered, and costs nothing.
    take(1_000);
    const [short, long] = [take(1_000), take(10_000)];
    expect(long).toBeLessThanOrEqual(11 * short + 100);
  });
});
