/** Feeds in which every field of every item holds a payload. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../browsers/page.ts';
import { corpus } from '../corpora/folder.ts';

/** Where a payload would lead, load or run something, each in the way of its own. */
const OWN: readonly string[] = [
  '<script>document.title="ran"</script>',
  '<img src=x onerror="document.title=\'ran\'">',
  '<img src="https://evil.example/1.png"><svg onload="document.title=\'ran\'">',
  '<a href="javascript:document.title=\'ran\'">a</a>',
  '<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/a.css"><style>@import "https://evil.example/b.css"</style>',
  '<video autoplay poster="https://evil.example/p.png" src="https://evil.example/v.mp4"></video>',
  '<form action="https://evil.example/"><button autofocus onfocus="document.title=\'ran\'">b</button></form>',
  '<p style="background:url(https://evil.example/c.png)" id="app" class="popup">p</p>',
  '"><script>document.title="ran"</script><"',
  '\'"--></title></textarea></style></noscript></template><script>document.title="ran"</script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=document.title=1&gt;">',
];
/** Addresses that are none of an article or a picture. */
const ADDRESSES: readonly string[] = [
  "javascript:document.title='ran'",
  'data:text/html,<script>document.title="ran"</script>',
  'vbscript:msgbox(1)',
  'chrome-extension://abc/popup.html',
  'file:///etc/passwd',
  'https://evil.example/"onmouseover="document.title=\'ran\'',
  ' java\tscript:document.title=1',
  'http://192.168.1.1/reboot',
];
/** Payloads of one feed. */
const A_FEED = 40;

/** The project's own, and, where the material lies beside it, so many of those that others collected. */
export function payloads(most: number): string[] {
  const folder = corpus('hostile');
  const lines = folder ? readFileSync(join(folder, 'markup.jsonl'), 'utf8').trim().split('\n') : [];
  const found = lines.map(
    (line) => JSON.parse(line) as { readonly payload?: string; readonly feed?: string },
  );
  const step = Math.max(1, Math.ceil(found.length / most));
  return [
    ...OWN,
    ...found.filter((_, at) => at % step === 0).map(({ payload, feed }) => payload ?? feed ?? ''),
  ];
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** One feed for every forty payloads: each is its own title, and each item's every field. */
export function hostileFeeds(all: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(all.length / A_FEED) }, (_, feed) => {
    const some = all.slice(feed * A_FEED, (feed + 1) * A_FEED);
    const items = some.map((payload, at) => itemOf(payload, feed * A_FEED + at)).join('');
    const [title = ''] = some;
    return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${cdata(title)}</title><link>${cdata(ADDRESSES[feed % ADDRESSES.length] ?? '')}</link><description>${cdata(title)}</description>${items}</channel></rss>`;
  });
}

function itemOf(payload: string, number: number): string {
  const address = ADDRESSES[number % ADDRESSES.length] ?? '';
  return `<item><guid isPermaLink="false">${number}</guid><title>${cdata(`Harbour ${number} ${payload}`)}</title><link>${cdata(number % 2 === 0 ? address : `https://press.example/${number}`)}</link><description>${cdata(payload)}</description><content:encoded>${cdata(`<p>Text ${number}</p>${payload}`)}</content:encoded><dc:creator>${cdata(payload)}</dc:creator><category>${cdata(payload)}</category><media:content medium="image" url="${address.replace(/[&<>"]/g, '')}"/><enclosure type="image/png" url="${address.replace(/[&<>"]/g, '')}"/></item>`;
}

/**
 * Runs in a page of the extension, or over the root of panel or bar: whatever could act, lead away or load something, and
 * what was asked for beyond the extension's own files. `mayHavePictures`: those of articles are no finding.
 */
export function auditOf(root: ParentNode, mayHavePictures = false): string[] {
  const own = location.origin;
  const found: string[] = [];
  const never =
    'object, embed, base, form[action], meta[http-equiv=refresh], video, audio, svg script, math, template';
  for (const element of root.querySelectorAll(never)) found.push(element.outerHTML.slice(0, 200));
  const addresses = ['href', 'src', 'action', 'data', 'poster', 'formaction', 'xlink:href', 'srcset'];
  for (const element of root.querySelectorAll('*')) {
    const isSvg = element.namespaceURI?.endsWith('svg') ?? false;
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.tagName} ${name}=${value}`);
      if (!addresses.includes(name) || value === '' || (isSvg && value.startsWith('#'))) continue;
      const { protocol, origin } = new URL(value, location.href);
      const isWeb = /^https?:$/.test(protocol);
      const isPicture = mayHavePictures && element.tagName === 'IMG' && (isWeb || protocol === 'blob:');
      if (origin !== own && !(element.tagName === 'A' && isWeb) && !isPicture)
        found.push(`${element.tagName} ${name}=${value}`);
    }
  }
  const isExtension = /-extension:$/.test(location.protocol);
  for (const entry of performance.getEntriesByType('resource')) {
    const { name, initiatorType } = entry as PerformanceResourceTiming;
    const isPicture = mayHavePictures && ['img', 'fetch'].includes(initiatorType);
    const isOwn = name.startsWith(own) || name.startsWith('blob:');
    if (isExtension && !isOwn && !isPicture) found.push(`asked for ${name}`);
  }
  if (document.title === 'ran' || document.title === '1') found.push('a script ran');
  return found;
}

/** What could act on a page. */
export function findings(page: Page, mayHavePictures = false): Promise<string[]> {
  return page.evaluate<string[]>(`(${auditOf.toString()})(document, ${mayHavePictures})`);
}

/** The same over the closed root of panel or bar: headlines lie in frames, which may run nothing. */
export const AUDIT_ROOT = new Function(
  'root',
  `const audit = ${auditOf.toString()};
   const frames = [...root.querySelectorAll('iframe')];
   const loose = frames.filter((frame) => frame.getAttribute('sandbox') === null || /script|origin/.test(frame.sandbox));
   const inner = frames.flatMap((frame) => audit(new DOMParser().parseFromString(frame.srcdoc, 'text/html')));
   const text = frames.map((frame) => new DOMParser().parseFromString(frame.srcdoc, 'text/html').body.textContent).join(' ');
   return { found: [...audit(root), ...inner, ...loose.map((frame) => frame.outerHTML)], text };`,
) as (root: ShadowRoot) => { found: string[]; text: string };
