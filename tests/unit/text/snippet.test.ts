import { describe, expect, it } from 'vitest';
import { cutAtWord, recurringParagraphs, snippet } from '../../../utils/text/snippet.ts';

const TITLE = 'Ferry strike enters its third day';

describe('a snippet', () => {
  it.each([
    ['joins blocks with spaces', '<p>One.</p><p>Two.</p>', 'One. Two.'],
    [
      'keeps digits and apostrophes',
      'The deal is <b>7</b>, it<i>’</i>s 5,000 troops',
      'The deal is 7, it’s 5,000 troops',
    ],
    [
      'drops the headline where it is repeated',
      `<h2>${TITLE}</h2><p>Crossings stay shut.</p>`,
      'Crossings stay shut.',
    ],
    ['drops it in front of a sentence', `${TITLE}. Crossings stay shut.`, 'Crossings stay shut.'],
    ['keeps a sentence that only begins like it', `${TITLE} while talks go on`, `${TITLE} while talks go on`],
    ['is empty where there is nothing but the headline', `<p>${TITLE.toUpperCase()}!</p>`, ''],
    ['drops what calls for support', '<p>Shut.</p><p>Support us on Patreon</p>', 'Shut.'],
    ['drops what leads elsewhere', '<p>Зачинено.</p><p>Читайте також: Інша новина</p>', 'Зачинено.'],
    [
      'drops it at the end of a paragraph',
      'Закрыто на неделю. Читайте также: другая новость',
      'Закрыто на неделю.',
    ],
    [
      'drops what feeds append',
      '<p>Shut.</p><p>The post <a href="x">Ferry</a> appeared first on <a href="y">Courier</a>.</p>',
      'Shut.',
    ],
    ['keeps posts that are news', 'The post office closed on Monday.', 'The post office closed on Monday.'],
    [
      'keeps words that only contain such phrases',
      'He said: I read more books than you.',
      'He said: I read more books than you.',
    ],
    ['ends where the publisher says there is more', 'Crossings stay shut [&hellip;]', 'Crossings stay shut…'],
    ['is empty where there is no text', '<img src="x">', ''],
  ])('%s', (_name, html, text) => {
    expect(snippet(html, TITLE, 200)).toBe(text);
  });

  it('does not take the beginning of a word for the headline', () => {
    expect(snippet('Warsaw', 'War', 50)).toBe('Warsaw');
    expect(snippet('War.', 'War', 50)).toBe('');
  });

  it('is cut at a word', () => {
    const text = snippet(`<p>${'word '.repeat(100)}</p>`, TITLE, 33);
    expect(text).toBe('word word word word word word…');
  });

  it('leaves out paragraphs that recur across a source', () => {
    const items = ['One.', 'Two.', 'Three.', 'Four.'].map(
      (text) => `<p>${text}</p><p>We are a reader-funded paper!</p>`,
    );
    const recurring = recurringParagraphs(items);
    expect(items.map((html) => snippet(html, TITLE, 100, recurring))).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
    ]);
    expect(recurringParagraphs(items.slice(0, 2)).size).toBe(0);
  });
});

describe('a cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['two words', 8, 'two…'],
    ['exactly so long', 15, 'exactly so long'],
    ['one, two', 6, 'one…'],
    ['дуже довге речення', 12, 'дуже довге…'],
    ['abcdefghijkl', 5, 'abcd…'],
    ['😀😀😀', 4, '😀…'],
    ['anything', 0, '…'],
  ])('of "%s" at %i', (text, length, cut) => {
    expect(cutAtWord(text, length)).toBe(cut);
  });
});
