/** The markup of an article that is kept: what carries meaning. Everything else goes, most of it with its text kept. */

/** Elements of running text. */
const INLINE = [
  ...['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em'],
  ...['font', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'samp', 'small'],
  ...['span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
];

/** Blocks. `main` and `nav` are missing: they are landmarks of the page, not of an article in it. */
const BLOCKS = [
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
  ],
  ...[
    'figure',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
    'li',
    'ol',
    'p',
    'pre',
  ],
  ...['section', 'summary', 'ul'],
  ...['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
];

export const ALLOWED_TAGS: readonly string[] = [...INLINE, ...BLOCKS];

/**
 * Attributes that are kept. No `id`, `name` or `class`, by which an article could pass as a part of the page around it,
 * no `style`, and of addresses those of links and pictures alone.
 */
export const ALLOWED_ATTRIBUTES: readonly string[] = [
  ...['href', 'src', 'alt', 'title', 'lang', 'dir', 'width', 'height', 'datetime', 'open'],
  ...['colspan', 'rowspan', 'scope', 'span', 'abbr', 'start', 'reversed', 'type', 'value'],
];

/** Elements that go with all they hold: what is in them is no text of the article. */
export const DROPPED_WHOLE: readonly string[] = [
  ...[
    'annotation-xml',
    'applet',
    'audio',
    'canvas',
    'datalist',
    'desc',
    'embed',
    'foreignobject',
    'frameset',
  ],
  ...['head', 'iframe', 'math', 'noembed', 'noframes', 'noscript', 'object', 'plaintext', 'script', 'select'],
  ...['style', 'svg', 'template', 'textarea', 'title', 'video', 'xmp'],
];
