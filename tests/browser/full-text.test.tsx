import { describe, expect, it } from 'vitest';
import { fullText } from '../../utils/page/full-text.ts';

const WORDS = 'After two years of work the bridge over the river was opened by the council. '.repeat(4);
const URL = 'https://press.example/2026/a';
const pageWith = (figure: string, paragraphs = 5) =>
  `<html><head><title>Bridge</title></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge</h1>${figure}${`<p>${WORDS}<a href="b">More</a></p>`.repeat(paragraphs)}</article></body></html>`;

describe('the article in a publisher’s page', () => {
  it('is taken out of it, its links made whole', () => {
    const found = fullText(pageWith(''), URL) ?? '';
    expect(found).toContain('After two years of work');
    expect(found).toContain('href="https://press.example/2026/b"');
    expect(found).not.toContain('Home');
  });

  it.each([
    '<figure><img src="data:image/gif;base64,R0"><noscript><img src="/bridge.jpg" width="800"></noscript></figure>',
    '<p><noscript><img src="/bridge.jpg"></noscript></p>',
  ])('has the picture that the page keeps in a noscript: %s', (figure) => {
    const found = fullText(pageWith(figure), URL) ?? '';
    expect(found).toContain('src="https://press.example/bridge.jpg"');
    expect(found).not.toMatch(/noscript|data:/);
  });

  it('of a few words is found as well, though Readability begins anew for it', () => {
    expect(fullText(`<body><div class="comment"><p>${WORDS}</p></div></body>`, URL)).toContain('two years');
  });

  it.each(['', '<body></body>', '<frameset></frameset>', '<script>document.title = 1</script>'])(
    'is null where there is none: %j',
    (html) => {
      expect(fullText(html, URL)).toBeNull();
    },
  );
});
