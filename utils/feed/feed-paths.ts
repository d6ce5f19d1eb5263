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
  /(?:^|[/._-])(?:rss|rss2|atom|rdf|feed|feeds)(?:[/._?-]|$)|\.(?:rss|atom|rdf)(?:$|\?)|feedburner\.com|[?&](?:feed|format)=(?:rss|atom|feed)/i;

/** Addresses that look like one and are none. */
export const LOOKS_LIKE_NO_FEED =
  /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|pdf)(?:$|\?)|\/(?:wp-json|oembed)\b/i;

/** What feeds of comments say in their address or name. */
export const COMMENTS = /comment|replies|коментар|комментари/i;

/** The words of a link to a feed. */
export const FEED_WORDS = /^(?:rss|atom|feed|rss feed|rss-стрічка|стрічка rss|подписка rss|rss 2\.0|xml)$/i;
