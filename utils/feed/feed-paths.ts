/** Where feeds lie when no page names them. Data, the likeliest first. */
export const WELL_KNOWN_PATHS: readonly string[] = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
  '/?feed=rss2',
];

/** Types by which `<link rel=alternate>` names a feed. */
export const FEED_TYPES: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'application/x.atom+xml',
  'application/x-atom+xml',
  'text/xml',
  'text/rss',
  'text/rss+xml',
];

/** Addresses that look like a feed's. */
export const LOOKS_LIKE_FEED =
  /(?:^|[/._-])(?:rss|rss2|atom|rdf|feed|feeds)(?:[/._?-]|$)|\.(?:rss|atom|rdf|xml)(?:$|\?)|feedburner\.com|[?&](?:feed|format)=(?:rss|atom|feed)/i;

/** Addresses that look like one and are none. */
export const LOOKS_LIKE_NO_FEED =
  /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|pdf)(?:$|\?)|\/(?:wp-json|oembed|(?:open)?search[^/]*\.xml|sitemap[^/]*\.xml)\b/i;

/** Addresses that are a feed's, also where the page that links to them is of another site. */
export const IS_FEED_ELSEWHERE =
  /^https?:\/\/(?:[^/]*\.)?(?:feeds?|rss)\d*\.|feedburner\.com|^[^?]*\.(?:xml|rss|atom|rdf)(?:$|\?)/i;

/** Sites that read feeds: what links to them carries the feed's own address. */
export const READER_HOSTS: readonly string[] = [
  'feedly.com',
  'inoreader.com',
  'netvibes.com',
  'newsblur.com',
  'theoldreader.com',
  'add.my.yahoo.com',
];

/** Words by which an address, a type or a name tells the format of a feed. */
export const FORMAT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\batom\d*\b/i, 'atom'],
  [/\bjson\b/i, 'json'],
  [/\brdf\b/i, 'rdf'],
  [/\brss\d*\b/i, 'rss'],
];

/** Parts of a path that only say that there is a feed. */
export const FEED_PART = /^(?:rss|atom|rdf|feeds?)\d*(?:[._-](?:xml|php|json|rss|atom|all|news))?$/i;

/** Parts of a feed's path that name no section: languages, and what sites call all of their news. */
export const WHOLE_SITE =
  /^(?:[a-z]{2}(?:[-_][a-z]{2})?|eng|ukr|rus|all|main|index|home|default|news|last|latest|top|posts|blog|export|exports|public|static|www|xml|feedburner)(?:\.[a-z]+)*$/i;

/** What feeds of comments say in their address or name. */
export const COMMENTS = /\bcomments\b|\breplies\b|коментар|комментари/i;

/** The words of a link to a feed. */
export const FEED_WORDS = /^(?:rss|atom|feed|rss feed|rss-стрічка|стрічка rss|подписка rss|rss 2\.0|xml)$/i;
