/** Texts of any kind: normalising twice changes nothing, nothing throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../utils/text/escape.ts';
import { fold } from '../../../utils/text/fold.ts';
import { plainText } from '../../../utils/text/html.ts';
import { labelled } from '../../../utils/text/labels.ts';
import { cutAtWord, snippet } from '../../../utils/text/snippet.ts';
import { oneLine } from '../../../utils/text/space.ts';
import { titleText } from '../../../utils/text/title.ts';
import { canonicalUrl, pageUrl, resolveUrl } from '../../../utils/text/url.ts';
import { propertyRuns } from '../../property-runs.ts';

const numRuns = propertyRuns;
const timeout = 10_000 + numRuns * 20;

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const html = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b',
        '>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '&amp;',
        '&lt',
        '<a href="',
        '"',
        "'",
        '=',
        '<',
        '/',
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .array(
      fc.constantFrom(
        'https:',
        '//',
        'www.',
        'A.example',
        ':443',
        '/',
        '?',
        '&',
        '#',
        'utm_source=a',
        'b=c',
        'amp;',
        '%',
        'й',
        ' ',
        '.',
        '!',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string(),
);

/** Asserts a property of texts. */
function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(
    fc.property(values, (value) => {
      check(value);
    }),
    { numRuns },
  );
}

describe('normalising twice changes nothing', { timeout }, () => {
  it('in white space', () => {
    holds(fc.string({ unit: 'binary' }), (value) => expect(oneLine(oneLine(value))).toBe(oneLine(value)));
  });

  it('in folded text', () => {
    holds(fc.string({ unit: 'binary' }), (value) => expect(fold(fold(value))).toBe(fold(value)));
  });

  it('in addresses for comparing', () => {
    holds(address, (value) => expect(canonicalUrl(canonicalUrl(value))).toBe(canonicalUrl(value)));
  });

  it('in addresses of pages', () => {
    holds(address, (value) => {
      const url = pageUrl(value, 'https://press.example/');
      if (url !== null) expect(pageUrl(url, 'https://press.example/')).toBe(url);
    });
  });

  it('in headlines without their marks', () => {
    holds(text, (value) => expect(labelled(labelled(value).title).title).toBe(labelled(value).title));
  });
});

describe('whatever comes', { timeout }, () => {
  it('plain text is on one line, and shown as HTML it is itself', () => {
    holds(html, (value) => {
      for (const plain of [plainText(value), titleText(value)]) {
        expect(plain).toBe(oneLine(plain));
        expect(plainText(escapeHtml(plain))).toBe(plain);
      }
    });
  });

  it('a snippet is never longer than asked', () => {
    holds(fc.tuple(html, text, fc.integer({ min: 1, max: 80 })), ([value, title, length]) => {
      expect(snippet(value, title, length).length).toBeLessThanOrEqual(length);
      expect(cutAtWord(value, length).length).toBeLessThanOrEqual(length);
    });
  });

  it('an address is a web address, or none', () => {
    holds(fc.tuple(address, address), ([value, base]) => {
      const url = resolveUrl(value, base);
      expect(url === null || /^https?:$/.test(new URL(url).protocol)).toBe(true);
    });
  });
});
