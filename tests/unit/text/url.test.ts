import { describe, expect, it } from 'vitest';
import { canonicalUrl, feedBase, pageUrl, resolveUrl, stripTrackers } from '../../../utils/text/url.ts';

const BASE = 'https://press.example/news/today.html';

describe('an address', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['HTTP://A.Example/X', 'HTTP://A.Example/X'],
    ['  https://a.example/x\n', 'https://a.example/x'],
    ['https://a.example/long\n  /path', 'https://a.example/long%20%20/path'],
    ['/x', 'https://press.example/x'],
    ['x', 'https://press.example/news/x'],
    ['?page=2', 'https://press.example/news/today.html?page=2'],
    ['#part', 'https://press.example/news/today.html#part'],
    ['//a.example/x', 'https://a.example/x'],
    ['https://a.example/новини', 'https://a.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8'],
    ['https://приклад.укр/', 'https://xn--80aikifvh.xn--j1amh/'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['http://[::1]/x', 'http://[::1]/x'],
  ])('%s becomes absolute', (written, absolute) => {
    expect(resolveUrl(written, BASE)).toBe(absolute);
  });

  it.each([
    '',
    '  ',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'mailto:a@a.example',
    'about:blank',
    'http://',
    `https://a.example/${'x'.repeat(5_000)}`,
  ])('is none: %s', (written) => {
    expect(resolveUrl(written, BASE)).toBeNull();
  });

  it('without a base has to be absolute', () => {
    expect(resolveUrl('/x', '')).toBeNull();
    expect(resolveUrl('https://a.example/é', '')).toBe('https://a.example/%C3%A9');
  });
});

describe('trackers', () => {
  it.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed', 'https://a.example/x'],
    ['https://a.example/x?id=7&utm_source=rss#top', 'https://a.example/x?id=7#top'],
    ['https://a.example/x?a=1&amp;utm_source=rss', 'https://a.example/x?a=1'],
    ['https://a.example/x?UTM_Source=a&FBCLID=b', 'https://a.example/x'],
    ['https://a.example/x?gclid=1&b=%D0%B0+c&yclid=2', 'https://a.example/x?b=%D0%B0+c'],
    ['https://a.example/x?at_medium=RSS&at_campaign=KARANGA', 'https://a.example/x'],
    ['https://a.example/x#utm_source=rss&utm_medium=x', 'https://a.example/x'],
    ['https://a.example/x#xtor=RSS-1', 'https://a.example/x'],
    ['https://a.example/x#comments', 'https://a.example/x#comments'],
    ['https://a.example/x#a=1', 'https://a.example/x#a=1'],
    ['https://a.example/x?ref=rss', 'https://a.example/x'],
    ['https://a.example/x?ref=home&source=abc', 'https://a.example/x?ref=home&source=abc'],
    ['https://a.example/x?partner=rss&emc=rss', 'https://a.example/x'],
    ['https://a.example/?p=12', 'https://a.example/?p=12'],
    ['https://a.example/x?', 'https://a.example/x'],
    ['https://a.example/utm_source=x', 'https://a.example/utm_source=x'],
  ])('%s', (tracked, clean) => {
    expect(stripTrackers(tracked)).toBe(clean);
    expect(stripTrackers(clean)).toBe(clean);
    expect(pageUrl(tracked, '')).toBe(clean);
  });
});

describe('the form for comparing', () => {
  it.each([
    'https://www.a.example/x/',
    'http://a.example/x',
    'https://a.example:443/x?utm_source=rss',
    'http://A.EXAMPLE/x#comments',
    'a.example/x',
    'https://a.example/x?',
  ])('makes one of %s', (url) => {
    expect(canonicalUrl(url)).toBe('a.example/x');
  });

  it('sets parameters in order and keeps what tells pages apart', () => {
    expect(canonicalUrl('https://a.example/x?b=2&a=1')).toBe(canonicalUrl('https://a.example/x?a=1&b=2'));
    expect(canonicalUrl('https://a.example/x?page=1')).not.toBe(canonicalUrl('https://a.example/x?page=2'));
    expect(canonicalUrl('https://a.example/X')).not.toBe(canonicalUrl('https://a.example/x'));
    expect(canonicalUrl('https://a.example/#!/1')).not.toBe(canonicalUrl('https://a.example/#!/2'));
    expect(canonicalUrl('https://a.example:8080/')).toBe('a.example:8080');
  });

  it('leaves alone what is no address', () => {
    expect(canonicalUrl(' http://[broken ')).toBe('http://[broken');
  });
});

describe('what relative addresses in a feed mean', () => {
  it('is the feed, or the site where another host serves it', () => {
    expect(feedBase('https://a.example/rss/all.xml', 'https://a.example/')).toBe(
      'https://a.example/rss/all.xml',
    );
    expect(feedBase('https://proxy.example/a', 'https://a.example/news')).toBe('https://a.example/news');
    expect(feedBase('https://a.example/rss', '/')).toBe('https://a.example/rss');
    expect(feedBase('', 'https://a.example/')).toBe('https://a.example/');
  });
});
