import { describe, expect, it } from 'vitest';
import { paragraphs, plainText } from '../../../utils/text/html.ts';
import { titleText } from '../../../utils/text/title.ts';

describe('plain text of HTML', () => {
  it.each([
    ['words', 'words'],
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['<p>agreement is <b>7,5</b>, troops</p>', 'agreement is 7,5, troops'],
    ['it<b>&#39;</b>s 10<i>0</i> %', "it's 100 %"],
    ['об<b>’</b>їзд', 'об’їзд'],
    ['one<br>two<br/>three<hr>four', 'one two three four'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['<td>1</td><td>2</td>', '1 2'],
    ['a<script>var x = "</p>";</script>b', 'ab'],
    ['a<style>p { color: red }</style>b', 'ab'],
    ['a<noscript><img src=x></noscript>b', 'ab'],
    ['a<script>never closed', 'a'],
    ['a<!-- <b>hidden</b> -->b', 'ab'],
    ['a<!-- never closed', 'a'],
    ['&lt;b&gt; &amp;amp; &nbsp;&hellip;', '<b> &amp; …'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['a <3 b', 'a <3 b'],
    ['<a title="x > y">link</a>', 'link'],
    ["<a title='\"'>link</a>", 'link'],
    ['<a href="never closed>text</a>', 'text'],
    ['<img src="a" alt="Not read">text', 'text'],
    ['a <b', 'a <b'],
    ['<?php echo 1 ?>text', 'text'],
    ['<P>UPPER</P><Script>x</sCRIPT>case', 'UPPER case'],
    ['tab\there\n\nthere', 'tab here there'],
    ['zero\u200bwidth \u0000nul', 'zerowidth nul'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('can stop early', () => {
    expect(plainText('<p>word</p>'.repeat(10_000), 20).length).toBeLessThan(40);
  });

  it('takes time in proportion to its length', { timeout: 5_000 }, () => {
    for (const pattern of ['<', '<!', '<!--', '<a "', "<a ='", '<script>', '</', '<?', '&', '<a b=">']) {
      plainText(pattern.repeat(200_000));
      titleText(pattern.repeat(200_000));
    }
  });
});

describe('paragraphs', () => {
  it('are parted by blocks and hold no empty ones', () => {
    expect(paragraphs('Intro<p>One <b>bold</b></p>\n<p> </p><div>Two<br>Three</div>')).toEqual([
      'Intro',
      'One bold',
      'Two',
      'Three',
    ]);
    expect(paragraphs('no blocks')).toEqual(['no blocks']);
    expect(paragraphs('<script>a<p>b</script><p>c')).toEqual(['c']);
  });

  it('stop once there is enough', () => {
    expect(paragraphs('<p>word</p>'.repeat(100), 10)).toHaveLength(3);
  });
});

describe('a headline that may be HTML', () => {
  it.each([
    ['The <i>Titanic</i>', 'The Titanic'],
    ['Use <div> with care', 'Use <div> with care'],
    ['<div>Boxed</div>', 'Boxed'],
    ['Map<String, List<T>> in Java', 'Map<String, List<T>> in Java'],
    ['</p>Stray', 'Stray'],
    ['A<br>B', 'A B'],
    ['<b>never closed', 'never closed'],
    ['Write <script> last', 'Write <script> last'],
    ['x <y> z', 'x <y> z'],
  ])('%s', (html, text) => {
    expect(titleText(html)).toBe(text);
  });
});
