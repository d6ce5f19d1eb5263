/** A local paper: text on the left, a side column with further headlines on the right. */
import type { Design } from './design.ts';

export const local: Design = {
  css: `
body{font:16px/1.6 'Trebuchet MS','DejaVu Sans',sans-serif;color:#2a2a2a;background:#eef2f3}
.wrap{max-width:68rem;margin:auto;background:#fff;padding:0 1.5rem}
.wrap>h2{margin:0;padding:1.2rem 0 .2rem}.wrap>h2 a{color:var(--brand);text-decoration:none;font-size:2rem}
.menu{display:flex;gap:.2rem;flex-wrap:wrap;background:var(--brand);padding:.3rem;font-size:.85rem}.menu a{color:#fff;text-decoration:none;padding:.2rem .6rem}
.columns{display:grid;grid-template-columns:minmax(0,2fr) minmax(12rem,1fr);gap:2rem;max-width:68rem;margin:auto;background:#fff;padding:1.5rem}
@media(max-width:46rem){.columns{grid-template-columns:1fr}}
h1{font-size:1.9rem;line-height:1.2;margin-top:0}.summary{font-weight:700}
.info,time,figcaption,.site-footer{font-size:.82rem;color:#6d6d6d}figure{margin:1rem 0}
.sidebar{border-left:1px solid #d5dcde;padding-left:1.2rem;font-size:.92rem}
.listing,.form{max-width:68rem;margin:auto;background:#fff;padding:1.5rem}.list h3{margin-bottom:0}.site-footer{text-align:center;padding:1.5rem}`,
  masthead: (name, tagline, home, navigation) => `<header class="wrap">
<h2><a href="${home}">${name}</a></h2><p>${tagline}</p>
<nav class="menu">${navigation}</nav></header>`,
  article: (parts) => `<div class="columns">
<article id="story">
<h1 class="headline">${parts.title}</h1>
<div class="info"><time datetime="${parts.machineDate}">${parts.date}</time> | ${parts.section} | <span class="author">${parts.author}</span></div>
<p class="summary">${parts.lead}</p>
${parts.figure}
${parts.body}
</article>
<aside class="sidebar"><h3>${parts.nextHeading}</h3><ul>${parts.next}</ul></aside>
</div>`,
};
