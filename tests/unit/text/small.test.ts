import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../utils/text/escape.ts';
import { fold } from '../../../utils/text/fold.ts';
import { hashText } from '../../../utils/text/hash.ts';
import { plainText } from '../../../utils/text/html.ts';
import { oneLine } from '../../../utils/text/space.ts';

describe('a hash', () => {
  it('is the same for the same text, for good', () => {
    expect(hashText('')).toMatch(/^[0-9a-f]{16}$/);
    expect(hashText('Lede')).toBe('bf1fca3bdeed908f');
    expect(hashText('Леде')).toBe('8c4c4bcfcf79a924');
  });

  it('differs for texts that differ little', () => {
    const texts = Array.from({ length: 50_000 }, (_, i) => `article ${i}`);
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
    expect(new Set(['ab', 'ba', 'abc', 'a', 'b', '', ' ', '\0', '\0\0'].map(hashText)).size).toBe(9);
  });
});

describe('one line', () => {
  it.each([
    ['already one', 'already one'],
    ['  a \n\t b\u00a0c\u2028d ', 'a b c d'],
    ['bell\u0007 and\u200b zero width', 'bell and zero width'],
    ['next\u0085line', 'next line'],
    ['\ufeffmark', 'mark'],
  ])('of %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('folding', () => {
  it('leaves words alone and drops the rest', () => {
    expect(fold('  «Ґанок», — 7’й!  ')).toBe('ґанок 7 й');
    expect(fold('ﬁne ＷＩＤＥ')).toBe('fine wide');
  });
});

describe('escaping', () => {
  it('makes text that HTML shows as it is', () => {
    const text = 'a < b & c > "d" &amp;';
    expect(plainText(escapeHtml(text))).toBe(text);
  });
});
