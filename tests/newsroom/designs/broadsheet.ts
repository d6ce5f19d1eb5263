/** A quality paper: centred masthead, serif type, one narrow column. */
import type { Design } from './design.ts';

export const broadsheet: Design = {
  css: `
body{font:18px/1.6 Georgia,'Times New Roman',serif;color:#1c1c1c;background:#fffdf8}
.masthead{text-align:center;border-bottom:3px double #444;padding:1.2rem 1rem .6rem}
.masthead a.name{font-size:2.6rem;font-weight:700;color:var(--brand);text-decoration:none;letter-spacing:-.02em}
.masthead nav{display:flex;gap:1.1rem;justify-content:center;flex-wrap:wrap;font:600 .8rem/2 Arial,sans-serif;text-transform:uppercase}
.masthead nav a{color:#333;text-decoration:none}
article,.listing,.form{max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:2.5rem;line-height:1.15;margin:.3rem 0 .8rem}
.standfirst{font-size:1.3rem;color:#444;font-style:italic}
.byline,time,figcaption,.site-footer{font:.85rem/1.5 Arial,sans-serif;color:#666}
figure{margin:1.5rem 0}.list{list-style:none;padding:0}.list li{border-bottom:1px solid #ddd;padding:.8rem 0}.list h3{margin:0}
.related{border-top:3px double #444;margin-top:2.5rem}.site-footer{text-align:center;padding:2rem}`,
  masthead: (name, tagline, home, navigation) => `<header class="masthead">
<a class="name" href="${home}">${name}</a><p>${tagline}</p>
<nav>${navigation}</nav></header>`,
  article: (parts) => `<main>
<article class="story">
<header>
<p class="kicker">${parts.section}</p>
<h1>${parts.title}</h1>
<p class="standfirst">${parts.lead}</p>
<p class="byline">${parts.by} <a rel="author" href="/about">${parts.author}</a> · <time datetime="${parts.machineDate}">${parts.date}</time></p>
</header>
${parts.figure}
<div class="article-body">
${parts.body}
</div>
<aside class="related"><h2>${parts.nextHeading}</h2><ul>${parts.next}</ul></aside>
</article>
</main>`,
};
