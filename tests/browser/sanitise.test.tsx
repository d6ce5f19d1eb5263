import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInert } from '../../utils/page/inert.ts';
import { MAX_MARKUP, type SanitiseOptions, sanitise, sanitisedHtml } from '../../utils/page/sanitise.ts';
import harmless from '../markup/harmless.txt?raw';
import { propertyRuns, propertyTimeout } from '../property-runs.ts';
import { PRIVATE_ADDRESSES } from '../unit/support/private-addresses.ts';

const BASE = 'https://news.example/2026/story';
const shown = (html: string, pictures: SanitiseOptions['pictures'] = 'none', base: string | null = BASE) =>
  sanitisedHtml(html, { base, pictures });

describe('harmless markup', () => {
  const fragments = harmless.split('\n').filter((line) => line !== '');

  it('is there to be tried', () => {
    expect(fragments.length).toBeGreaterThanOrEqual(230);
    expect(new Set(fragments).size).toBe(fragments.length);
  });

  it('stays as it is, in at least 95 of 100 fragments', () => {
    const changed = fragments.filter((html) => meaning(shown(html, 'direct')) !== meaning(html));
    expect(changed.length / fragments.length, changed.join('\n')).toBeLessThanOrEqual(0.05);
  });
});

/** A fragment less what says how links open and pictures load. */
function meaning(html: string): string {
  const { body } = parseInert(html);
  for (const link of body.querySelectorAll('a')) {
    for (const name of ['target', 'rel', 'referrerpolicy']) link.removeAttribute(name);
  }
  for (const picture of body.querySelectorAll('img')) {
    for (const name of ['loading', 'decoding', 'referrerpolicy']) picture.removeAttribute(name);
  }
  for (const element of body.querySelectorAll('*')) {
    const sorted = [...element.attributes].map(({ name, value }) => [name, value] as const).sort();
    for (const [name] of sorted) element.removeAttribute(name);
    for (const [name, value] of sorted) element.setAttribute(name, value);
  }
  return body.innerHTML;
}

describe('what is active goes', () => {
  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>x()</script><p>a</p>', '<p>a</p>'],
    ['<p>a<iframe src="https://video.example/"></iframe></p>', '<p>a</p>'],
    ['<form action="https://x.example/"><p>a</p><input name="q"><button>b</button></form>', '<p>a</p>b'],
    ['<style>p{color:red}</style><p style="position:fixed">a</p>', '<p>a</p>'],
    ['<p>a</p><object data="x.swf"><embed src="x.swf"></object><video src="v.mp4">b</video>', '<p>a</p>'],
    ['<svg><a href="javascript:x()"><text>a</text></a></svg><p>b</p>', '<p>b</p>'],
    [
      '<meta http-equiv="refresh" content="0"><base href="https://x.example/"><link rel="stylesheet" href="x">a',
      'a',
    ],
    ['<p id="app" class="masthead" name="x">a</p>', '<p>a</p>'],
    ['<main><nav>a</nav></main>', 'a'],
    ['', ''],
    ['<frameset><frame src="https://x.example/"></frameset>', ''],
    ['<p src="x" href="https://x.example/">a</p>', '<p>a</p>'],
  ])('%s', (html, left) => {
    expect(shown(html)).toBe(left);
  });
});

describe('a link', () => {
  const link = (html: string, base: string | null = BASE) =>
    sanitise(html, { base, pictures: 'none' }).querySelector('a');

  it('opens outside, without opener and referrer', () => {
    const found = link(
      '<a href="https://other.example/x" target="_self" rel="opener" ping="https://p.example/">a</a>',
    );
    expect([...(found?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).sort()).toEqual([
      'href=https://other.example/x',
      'referrerpolicy=no-referrer',
      'rel=noopener noreferrer',
      'target=_blank',
    ]);
  });

  it.each([
    ['../b?c#d', 'https://news.example/b?c#d'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['#note', 'https://news.example/2026/story#note'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
  ])('to %s leads to %s', (address, whole) => {
    expect(link(`<a href="${address}">a</a>`)?.href).toBe(whole);
  });

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<p>x',
    'blob:https://news.example/1',
    'chrome://settings',
    'file:///etc/passwd',
    'https://',
    '',
  ])('to %j becomes its text', (address) => {
    expect(shown(`<p><a href="${address}">a <b>b</b></a></p>`)).toBe('<p>a <b>b</b></p>');
  });

  it('that is relative to nothing known becomes its text', () => {
    expect(shown('<a href="/x">a</a>', 'none', null)).toBe('a');
  });
});

describe('pictures', () => {
  it('go, with what held nothing else, while the reader has not turned them on', () => {
    expect(shown('<p>a</p><figure><a href="/x"><img src="https://p.example/1.jpg"></a></figure>')).toBe(
      '<p>a</p>',
    );
    expect(shown('<p>a <img src="https://p.example/1.jpg"></p>')).toBe('<p>a </p>');
    expect(shown('<figure><img src="/1.jpg"><figcaption>b</figcaption></figure>')).toBe(
      '<figure><figcaption>b</figcaption></figure>',
    );
  });

  it('stay once they are on, with one address and nothing to tell', () => {
    const html =
      '<picture><source srcset="https://t.example/2x.jpg 2x"><img src="/1.jpg" srcset="https://t.example/3.jpg 3x" sizes="9px" crossorigin="use-credentials" referrerpolicy="unsafe-url" width="800" height="50%"></picture>';
    const picture = sanitise(html, { base: BASE, pictures: 'direct' }).querySelector('img');
    expect([...(picture?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).sort()).toEqual([
      'alt=',
      'decoding=async',
      'loading=lazy',
      'referrerpolicy=no-referrer',
      'src=https://news.example/1.jpg',
    ]);
  });

  it.each([
    'data:image/png;base64,AA',
    'blob:https://x.example/1',
    'ftp://x.example/1.jpg',
    'http://192.168.1.1/reboot',
    'http://localhost/a.png',
    'chrome-extension://abc/icon.png',
    '',
  ])('from %j are none', (address) => {
    expect(shown(`<p>a<img src="${address}"></p>`, 'direct')).toBe('<p>a</p>');
  });

  it('that count visits are none', () => {
    expect(shown('<p>a<img src="https://t.example/c.gif" width="1" height="1"></p>', 'direct')).toBe(
      '<p>a</p>',
    );
  });

  it('that Lede asks for itself have no address that a browser would ask', () => {
    const picture = sanitise('<img src="/1.jpg">', { base: BASE, pictures: 'held' }).querySelector('img');
    expect(picture?.getAttribute('src')).toBeNull();
    expect(picture?.dataset.address).toBe('https://news.example/1.jpg');
  });
});

describe('pictures of the reader’s own network', () => {
  const picture = (url: string, base: string | null, home: string | null = null) =>
    sanitise(`<p>a<img src="${url}"></p>`, { base, home, pictures: 'direct' }).querySelector('img');

  it.each(PRIVATE_ADDRESSES)('%s are none, wherever the article says that it lies', (url) => {
    expect(picture(url, BASE)).toBeNull();
    expect(picture(url, url)).toBeNull();
    expect(picture(url, url, 'news.example')).toBeNull();
    expect(picture(`${url}a.png`, BASE, '192.168.77.77')).toBeNull();
  });

  it('stay where they come from the machine that the article’s source is asked at', () => {
    const shown = picture('/a.png', 'http://192.168.1.5/story', '192.168.1.5');
    expect(shown?.getAttribute('src')).toBe('http://192.168.1.5/a.png');
    expect(picture('http://192.168.1.1/reboot', 'http://192.168.1.5/story', '192.168.1.5')).toBeNull();
  });
});

/** Pieces of markup, thrown together: closer to what breaks a sanitiser than letters at random. */
const PIECES = [
  ...'<svg> </svg> <math> </math> <mtext> <style> </style> <title> </title> <noscript> </noscript> <form> </form>'.split(
    ' ',
  ),
  ...'<table> <td> <select> <template> </template> <iframe> <object> <p> </p> <b> </b> <a> </a> <x-y>'.split(
    ' ',
  ),
  ...'--> <!-- <![CDATA[ ]]> &lt; &gt; &quot; &#0; < > " \' = / ` ; { } &'.split(' '),
  '<script>ran()</script>',
  '<img src=x onerror=ran()>',
  '<img src="https://p.example/1.jpg" srcset="javascript:ran()">',
  '<a href="javascript:ran()">',
  '<a href="java&#9;script:ran()">',
  '<a href="data:text/html,x">',
  '<a href="/b" ping="https://t.example/" onclick="ran()">',
  '<svg><a xlink:href="javascript:ran()">',
  '<p style="background:url(https://t.example/)" id="app" class="x" name="y">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/">',
  'слово',
  '\u0000',
  '\n',
];

const NEVER = ['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'BASE', 'META', 'LINK', 'TEMPLATE'];

/** Asserts that nothing below acts, leads to a script or passes as a part of the page around it. */
function holdsNothingThatActs(place: ParentNode): void {
  for (const element of place.querySelectorAll('*')) {
    expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
    expect(NEVER).not.toContain(element.tagName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^(?:style|id|class|name|srcset|ping|action)$/);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:https?:|mailto:)/);
    }
  }
}

it('whatever markup comes, what is shown holds nothing that acts, also where it is read as markup once more', {
  timeout: propertyTimeout,
}, () => {
  const markup = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(markup, fc.constantFrom('none' as const, 'direct' as const), (html, pictures) => {
      holdsNothingThatActs(sanitise(html, { base: BASE, pictures }));
      holdsNothingThatActs(parseInert(shown(html, pictures)).body);
    }),
    { numRuns: propertyRuns },
  );
});

describe('markup without end', () => {
  it('is read up to a limit, however deep it is', () => {
    const deep = '<div>'.repeat(20_000);
    expect(sanitise(`${deep}a`, { base: BASE, pictures: 'none' }).textContent).toBe('a');
    const long = 'word '.repeat(MAX_MARKUP);
    expect(sanitise(long, { base: BASE, pictures: 'none' }).textContent?.length).toBe(MAX_MARKUP);
  });
});
