/**
 * Pages that are no articles, written after the structure of real ones: front pages, sections, search, shops, forums,
 * documentation, and what else lies on the sites of publishers. None of them uses the markup of the test press.
 */

export interface OtherPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

const SENTENCES = [
  'The council will look at the plan again in the spring, after the survey of the bridges is done.',
  'A longer report with all figures is to follow once the ministry has checked them a second time.',
  'Residents of the two districts had asked for a crossing there since the school was opened.',
  'Each part can be ordered by itself, and what is in stock leaves the warehouse the same evening.',
  'The function gives back a new list and leaves the one that it was handed as it is.',
  'Please read the rules before you write, and be kind to those who are here for the first time.',
  'Membership can be ended at any time, and what was paid ahead for unused months is given back.',
];
const sentences = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => SENTENCES[(from + at) % SENTENCES.length]).join(' ');
const paragraphs = (count: number, size = 3): string =>
  Array.from({ length: count }, (_, at) => `<p>${sentences(at, size)}</p>`).join('\n');
const times = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('\n');

function page(head: string, body: string, title = 'Example'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}
const og = (type: string, title: string, more = ''): string =>
  `<meta property="og:type" content="${type}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="Example">${more}`;
const ld = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>`;
const card = (at: number): string =>
  `<article class="card" itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline"><a href="/news/${at}">Bridge survey number ${at} begins on the river</a></h3><time datetime="2026-05-0${(at % 9) + 1}">May</time><p>${sentences(at, 1)}</p></article>`;
const nav = '<nav><a href="/">Home</a><a href="/world">World</a><a href="/sport">Sport</a></nav>';

/** Kinds of pages with their addresses and markup. */
const PAGES: readonly (readonly [name: string, url: string, html: string])[] = [
  [
    'front page with teasers',
    'https://daily.example.org/',
    page(og('website', 'Daily'), `${nav}<main>${times(20, card)}</main>`, 'Daily'),
  ],
  [
    'front page whose graph lists its articles',
    'https://daily.example.org/',
    page(
      ld({
        '@graph': [1, 2, 3].map((at) => ({
          '@type': 'NewsArticle',
          headline: `Report number ${at}`,
          url: `/n/${at}`,
        })),
      }),
      `<main><h1>Today in the city and around it</h1>${times(12, card)}</main>`,
      'Daily',
    ),
  ],
  [
    'front page of a language edition',
    'https://daily.example.org/en/',
    page(og('website', 'Daily in English'), `<main><h1>Daily in English</h1>${times(16, card)}</main>`),
  ],
  [
    'blog index with whole posts',
    'https://blog.example.org/page/2',
    page(
      og('website', 'Notes from the workshop'),
      times(
        4,
        (at) =>
          `<article class="post"><h2><a href="/p/${at}">On the repair of clocks, part ${at}</a></h2><p class="byline">by Ann Lee</p>${paragraphs(1, 2)}</article>`,
      ),
    ),
  ],
  [
    'section marked as an article by its publishing system',
    'https://daily.example.org/economy/',
    page(
      og('article', 'Economy'),
      `${nav}<main><h1>Economy</h1>${times(15, (at) => `<div class="teaser"><h2><a href="/e/${at}">Prices of bread number ${at}</a></h2><p><a href="/e/${at}">${sentences(at, 1)}</a></p></div>`)}</main>`,
    ),
  ],
  [
    'section as a collection',
    'https://daily.example.org/culture',
    page(
      ld({ '@type': 'CollectionPage', name: 'Culture' }) + og('website', 'Culture'),
      `<main><h1>Culture</h1>${times(12, card)}</main>`,
    ),
  ],
  [
    'section as a list of items with summaries',
    'https://wire.example.org/topic/energy',
    page(
      ld({
        '@type': 'ItemList',
        itemListElement: [1, 2].map((at) => ({
          '@type': 'ListItem',
          position: at,
          item: { '@type': 'NewsArticle', headline: `Power ${at}` },
        })),
      }),
      `<main><h1>All about energy and power</h1>${times(10, (at) => `<section><h2>Power line ${at}</h2><p>${sentences(at, 2)}</p><time datetime="2026-05-01"></time></section>`)}</main>`,
    ),
  ],
  [
    'page of one tag',
    'https://daily.example.org/tag/rail',
    page(
      og('website', 'Rail'),
      `<h1>Everything tagged rail</h1><ul>${times(30, (at) => `<li><a href="/r/${at}">Night train ${at} returns</a> <time datetime="2026-04-01">April</time></li>`)}</ul>`,
    ),
  ],
  [
    'profile of a journalist',
    'https://daily.example.org/authors/ann-lee',
    page(
      og('profile', 'Ann Lee') +
        ld({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Ann Lee' } }),
      `<main><h1>Ann Lee, correspondent</h1><p class="byline">Ann Lee</p>${paragraphs(3)}${times(8, card)}</main>`,
    ),
  ],
  [
    'archive by month',
    'https://daily.example.org/2026/05/',
    page(
      '',
      `<h1>Archive of May 2026</h1><ol>${times(60, (at) => `<li><a href="/2026/05/${at}">Entry ${at}</a></li>`)}</ol>`,
    ),
  ],
  [
    'search results with snippets',
    'https://daily.example.org/search?q=bridge',
    page(
      '<meta name="robots" content="noindex">',
      `<form><input name="q" value="bridge"></form><h1>Results for bridge</h1>${times(10, (at) => `<div class="result"><h2><a href="/b/${at}">Bridge ${at}</a></h2><p>${sentences(at, 2)}</p><span class="published">1 May 2026</span></div>`)}`,
    ),
  ],
  [
    'search results of a web search',
    'https://find.example.org/?q=bridge+survey',
    page(
      '',
      `<form role="search"><input name="q"></form>${times(10, (at) => `<div><a href="https://other.example.net/${at}"><h3>Bridge survey ${at}</h3></a><p>${sentences(at, 2)}</p></div>`)}`,
      'bridge survey',
    ),
  ],
  [
    'search as a results page',
    'https://daily.example.org/find/bridge',
    page(
      ld({ '@type': 'SearchResultsPage' }) + og('article', 'Search'),
      `<h1>What we found about bridges</h1>${paragraphs(6, 2)}`,
    ),
  ],
  [
    'product with long description',
    'https://shop.example.org/kettle-steel',
    page(
      og('product', 'Steel kettle') +
        ld({ '@type': 'Product', name: 'Steel kettle', offers: { '@type': 'Offer', price: '40' } }),
      `<main itemscope itemtype="https://schema.org/Product"><h1>Steel kettle, two litres</h1><b>€40</b><button>Add to basket</button>${paragraphs(6)}<p class="author_note">Reviewed 1 May 2026</p></main>`,
    ),
  ],
  [
    'product that its shop system calls an article',
    'https://shop.example.org/p/lamp',
    page(
      og('article', 'Reading lamp') +
        ld({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'Product', name: 'Reading lamp' }] }),
      `<h1>Reading lamp with a heavy foot</h1>${paragraphs(5)}`,
    ),
  ],
  [
    'shelf of a shop',
    'https://shop.example.org/c/kettles',
    page(
      og('website', 'Kettles'),
      `<h1>Kettles and pots</h1><ul>${times(24, (at) => `<li><a href="/k/${at}">Kettle ${at}</a> €${at}</li>`)}</ul>${paragraphs(2)}`,
    ),
  ],
  [
    'basket',
    'https://shop.example.org/basket',
    page(
      '',
      `<h1>Your basket</h1><form><table><tr><td>Kettle</td><td><input value="1"></td></tr></table><button>Pay</button></form>${paragraphs(1)}`,
    ),
  ],
  [
    'second-hand offer',
    'https://market.example.org/ad/88',
    page(
      og('website', 'Bicycle'),
      `<h1>Bicycle, hardly used, green</h1><time datetime="2026-05-01">today</time><p>${sentences(3, 2)}</p><button>Write to the seller</button>`,
    ),
  ],
  [
    'flat to let',
    'https://homes.example.org/flat/12',
    page(
      ld({ '@type': 'Apartment', name: 'Flat' }) + og('website', 'Flat'),
      `<h1>Three rooms near the park</h1><dl>${times(12, (at) => `<dt>Field ${at}</dt><dd>${at}</dd>`)}</dl>${paragraphs(2, 2)}`,
    ),
  ],
  [
    'forum index',
    'https://forum.example.org/c/clocks',
    page(
      '',
      `<h1>Clocks and watches</h1><table>${times(30, (at) => `<tr><td><a href="/t/${at}">Spring number ${at} broke</a></td><td>${at} replies</td></tr>`)}</table>`,
    ),
  ],
  [
    'forum thread',
    'https://forum.example.org/t/spring/55',
    page(
      ld({ '@type': 'DiscussionForumPosting', headline: 'Which spring for a mantel clock' }) +
        og('article', 'Which spring for a mantel clock'),
      `<h1>Which spring for a mantel clock</h1>${times(9, (at) => `<div class="post"><span class="author_name">user${at}</span><p>${sentences(at, 3)}</p></div>`)}`,
    ),
  ],
  [
    'old forum thread without markup',
    'https://board.example.org/viewtopic.php?t=9',
    page(
      '',
      `<table>${times(12, (at) => `<tr><td>user${at}<br>Posted 1 May 2026</td><td class="postbody">${sentences(at, 3)}</td></tr>`)}</table>`,
      'Board - View topic - Springs',
    ),
  ],
  [
    'question with answers',
    'https://ask.example.org/q/77/how',
    page(
      ld({ '@type': 'QAPage', mainEntity: { '@type': 'Question', name: 'How' } }),
      `<h1>How does one oil a pivot</h1><time datetime="2026-01-01"></time>${times(5, (_at) => `<div itemprop="suggestedAnswer">${paragraphs(2)}</div>`)}`,
    ),
  ],
  [
    'comments below a link',
    'https://links.example.org/item?id=4',
    page(
      '',
      `<a href="https://other.example.net/x">A clock without hands</a>${times(20, (at) => `<div class="comment"><a>user${at}</a> 2 hours ago<p>${sentences(at, 3)}</p></div>`)}`,
      'A clock without hands',
    ),
  ],
  [
    'reference of a library',
    'https://docs.example.org/api/list',
    page(
      ld({ '@type': 'APIReference', headline: 'list.map' }),
      `<nav>${times(40, (at) => `<a href="/api/${at}">f${at}</a>`)}</nav><main><h1>list.map and its friends</h1>${times(6, (at) => `<h2>map${at}</h2><pre>map${at}(f)</pre><p>${sentences(4, 2)}</p>`)}</main>`,
    ),
  ],
  [
    'guide of a tool',
    'https://docs.example.org/guide/start',
    page(
      og('website', 'Getting started'),
      `<aside>${times(20, (at) => `<a>${at}</a>`)}</aside><main><h1>Getting started with the tool</h1>${paragraphs(6)}<pre>tool run</pre><a href="/edit">Edit this page</a></main>`,
    ),
  ],
  [
    'guide marked as a technical article',
    'https://docs.example.org/tutorial/one',
    page(
      ld({ '@type': 'TechArticle', headline: 'Tutorial one' }) + og('article', 'Tutorial one'),
      `<main><h1>Tutorial one: a first list</h1>${paragraphs(8)}</main>`,
    ),
  ],
  [
    'readme of a repository',
    'https://code.example.org/ann/clock',
    page(
      og('object', 'ann/clock'),
      `<h1>ann / clock</h1><article class="markdown-body"><h1>The clock library</h1>${paragraphs(5)}<pre>npm i clock</pre></article>`,
    ),
  ],
  [
    'change log',
    'https://docs.example.org/changes',
    page(
      '',
      `<h1>All changes of the tool</h1>${times(12, (at) => `<h2>1.${at}</h2><ul><li>${sentences(at, 1)}</li></ul>`)}`,
    ),
  ],
  [
    'entry of an encyclopedia',
    'https://wiki.example.org/wiki/Clock',
    page(
      ld({
        '@type': 'Article',
        name: 'Clock',
        mainEntity: 'https://data.example.org/Q1',
        author: { '@type': 'Organization', name: 'Contributors' },
        datePublished: '2004-01-01',
      }),
      `<h1>Clock</h1><div id="content">${paragraphs(12)}</div>`,
      'Clock - Wiki',
    ),
  ],
  [
    'entry of a dictionary',
    'https://words.example.org/w/clock',
    page(
      og('website', 'clock'),
      `<h1>clock, noun and verb</h1><ol>${times(8, (at) => `<li>${sentences(at, 1)}</li>`)}</ol>`,
    ),
  ],
  [
    'recipe',
    'https://kitchen.example.org/soup',
    page(
      ld({ '@type': 'Recipe', name: 'Beet soup' }) + og('article', 'Beet soup'),
      `<h1>Beet soup as in the village</h1><p class="byline">by Olha</p>${paragraphs(6)}`,
    ),
  ],
  [
    'job',
    'https://jobs.example.org/j/3',
    page(
      ld({ '@type': 'JobPosting', title: 'Clockmaker', datePosted: '2026-05-01' }),
      `<h1>Clockmaker for two days a week</h1><time datetime="2026-05-01"></time>${paragraphs(5)}`,
    ),
  ],
  [
    'event',
    'https://city.example.org/events/fair',
    page(
      ld({ '@type': ['Event', 'Festival'], name: 'Fair' }) + og('article', 'Fair'),
      `<h1>Spring fair on the old square</h1><time datetime="2026-05-09"></time>${paragraphs(4)}`,
    ),
  ],
  [
    'film',
    'https://films.example.org/f/9',
    page(
      og('video.movie', 'Clock') + ld({ '@type': 'Movie', name: 'The Clock' }),
      `<h1>The Clock, a film of 2024</h1>${paragraphs(4)}<span class="published">2024</span>`,
    ),
  ],
  [
    'video',
    'https://video.example.org/watch?v=1',
    page(
      og('video.other', 'Repair of a clock'),
      `<h1>Repair of a clock in one hour</h1><video></video><p>${sentences(2, 2)}</p>${times(9, (at) => `<div class="comment"><p>${sentences(at, 2)}</p></div>`)}`,
    ),
  ],
  [
    'podcast',
    'https://radio.example.org/show/one',
    page(
      og('music.song', 'Show'),
      `<h1>The morning show, all parts</h1><ul>${times(20, (at) => `<li>Part ${at}<p>${sentences(at, 1)}</p></li>`)}</ul>`,
    ),
  ],
  [
    'weather',
    'https://weather.example.org/kyiv',
    page(
      og('website', 'Weather in Kyiv'),
      `<h1>Weather in Kyiv for ten days</h1><table>${times(10, (at) => `<tr><td>${at}</td><td>${10 + at}°</td></tr>`)}</table><p>${sentences(0, 2)}</p>`,
    ),
  ],
  [
    'table of a league',
    'https://sport.example.org/league',
    page(
      og('website', 'League'),
      `<h1>Table of the first league</h1><table>${times(20, (at) => `<tr><td>Club ${at}</td><td>${at}</td></tr>`)}</table>`,
    ),
  ],
  [
    'gallery',
    'https://daily.example.org/pictures',
    page(
      og('website', 'Pictures'),
      `<h1>Pictures of the week in full</h1>${times(20, (at) => `<figure><img alt=""><figcaption>${sentences(at, 1)}</figcaption></figure>`)}`,
    ),
  ],
  [
    'privacy notice',
    'https://daily.example.org/privacy',
    page(og('website', 'Privacy'), `<h1>How we treat your data</h1>${paragraphs(14)}`),
  ],
  [
    'about the publisher',
    'https://daily.example.org/about-us',
    page(og('website', 'About'), `<h1>About us and our history</h1>${paragraphs(7)}`),
  ],
  [
    'subscription',
    'https://daily.example.org/subscribe',
    page(
      og('website', 'Subscribe'),
      `<h1>Read all that we write</h1>${paragraphs(3)}<form><input type="email"><button>Subscribe</button></form>`,
    ),
  ],
  [
    'sign-in',
    'https://daily.example.org/account',
    page(
      '',
      `<h1>Sign in to your account</h1><form><input type="password"><button>Go</button></form>${paragraphs(1)}`,
    ),
  ],
  [
    'letters of a mailbox',
    'https://letters.example.org/inbox/1',
    page(
      '',
      `<h1>Invoice for the spring repair</h1><div contenteditable="true">${paragraphs(6)}</div><span class="author_mail">Ann</span>`,
    ),
  ],
  [
    'editor with a draft',
    'https://desk.example.org/write/7',
    page(
      '',
      `<form><h1>A draft that nobody has seen</h1>${paragraphs(6)}<textarea>Draft</textarea></form><span class="byline">Ann</span>`,
    ),
  ],
  [
    'page that is not there',
    'https://daily.example.org/none',
    page(
      og('website', 'Not found'),
      `<h1>This page is not here</h1><p>${sentences(5, 2)}</p>${times(6, card)}`,
    ),
  ],
];

/** All of them. */
export const otherPages: readonly OtherPage[] = PAGES.map(([name, url, html]) => ({ name, url, html }));
