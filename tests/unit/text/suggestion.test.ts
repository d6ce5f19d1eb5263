import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { describeArticle, describeText } from '../../../utils/text/suggestion.ts';

const article = (title: string, ...marks: [number, number][]) => ({
  title,
  highlights: marks.map(([start, end]) => ({ start, end })),
  source: 'Smith & Sons',
});

describe('a suggestion under the address bar', () => {
  it('is XML in Chrome, with what was searched for marked and everything else escaped', () => {
    expect(describeArticle(article('Q&A: <b>peace</b> plan', [8, 13]), 'xml')).toBe(
      'Q&amp;A: &lt;b&gt;<match>peace</match>&lt;/b&gt; plan<dim> — Smith &amp; Sons</dim>',
    );
  });

  it('is plain text in Firefox', () => {
    expect(describeArticle(article('Q&A: <b>peace</b> plan', [8, 13]), 'plain')).toBe(
      'Q&A: <b>peace</b> plan — Smith & Sons',
    );
  });

  it('stands on one line, without what XML cannot hold and what would turn the line around', () => {
    expect(describeText('a\u0000b\u0008\nc\t d\u202Ee\u2066\uD800f\uFFFE', 'xml')).toBe('ab c def');
    expect(describeText('a\u0000b\n\u202Ec', 'plain')).toBe('ab c');
    expect(describeText('👩‍👩‍👧 Київ', 'xml')).toBe('👩‍👩‍👧 Київ');
  });

  it('is cut where it is far too long, never inside a character', () => {
    const cut = describeArticle(article('😀'.repeat(500)), 'plain');
    expect(cut).toMatch(/^(😀)+… — Smith & Sons$/u);
    expect(describeArticle(article(`x${'😀'.repeat(500)}`), 'xml')).toMatch(/^x(😀)+…<dim>/u);
  });

  it('is well-formed whatever the headline holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(300),
        fc.nat(300),
        (title, one, other) => {
          const open: string[] = [];
          let text = '';
          const parser = new Parser(
            {
              onopentag: (name) => open.push(name),
              onclosetag: (name) => expect(open.pop()).toBe(name),
              ontext: (words) => {
                text += words;
              },
            },
            { xmlMode: true, decodeEntities: true },
          );
          parser.end(describeArticle(article(title, [Math.min(one, other), Math.max(one, other)]), 'xml'));
          expect(open).toEqual([]);
          expect(text).toBe(describeArticle(article(title), 'plain'));
        },
      ),
    );
  });
});
