/** The frame around the content of every page: masthead, navigation, footer, style sheet. */
import { sectionUrl } from '../addresses.ts';
import { designs } from '../designs/index.ts';
import { escapeMarkup } from '../markup.ts';
import type { Outlet, Topic } from '../types.ts';
import { sectionNames, words } from '../words.ts';

export interface Page {
  title: string;
  head: string;
  content: string;
}

const sectionsShown: readonly Topic[] = ['world', 'economy', 'technology', 'culture', 'sport'];

function navigation(outlet: Outlet): string {
  const says = words[outlet.language];
  const sections = sectionsShown.map((topic): [string, string] => [
    sectionUrl(outlet, topic),
    sectionNames[outlet.language][topic],
  ]);
  const links: [string, string][] = [
    [outlet.siteUrl, says.home],
    ...sections,
    ['/search?q=', says.search],
    ['/forum', says.forum],
    ['/shop', says.shop],
    ['/login', says.login],
  ];
  return links.map(([href, name]) => `<a href="${href}">${escapeMarkup(name)}</a>`).join('\n');
}

/** A whole HTML document in the outlet's design. */
export function frame(outlet: Outlet, page: Page): string {
  const design = designs[outlet.design];
  const says = words[outlet.language];
  const title = page.title === outlet.name ? page.title : `${page.title} | ${outlet.name}`;
  return `<!doctype html>
<html lang="${outlet.language}">
<head>
<meta charset="${outlet.encoding}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
${page.head}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>:root{--brand:${outlet.colour}}*{box-sizing:border-box}body{margin:0}a{color:var(--brand)}img{max-width:100%;height:auto}.form label{display:block;margin:0 0 .8rem}.form input,.form button{font:inherit}${design.css}</style>
</head>
<body>
${design.masthead(escapeMarkup(outlet.name), escapeMarkup(outlet.tagline), outlet.siteUrl, navigation(outlet))}
${page.content}
<footer class="site-footer"><p>© 2026 ${escapeMarkup(outlet.owner)}. ${says.rights}</p></footer>
</body>
</html>
`;
}
