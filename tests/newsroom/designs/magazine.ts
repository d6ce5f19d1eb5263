/** A magazine: a large picture, a headline over the full width, an airy text. */
import type { Design } from './design.ts';

export const magazine: Design = {
  css: `
body{font:19px/1.7 'Iowan Old Style',Palatino,'DejaVu Serif',serif;color:#222;background:#fff}
.topline{display:flex;justify-content:space-between;align-items:center;gap:1rem;flex-wrap:wrap;padding:1rem 5vw;border-bottom:4px solid var(--brand)}
.topline a{color:inherit;text-decoration:none}.topline strong{font-size:1.6rem;color:var(--brand)}
.topline nav{display:flex;gap:1rem;flex-wrap:wrap;font:.85rem/1.4 Arial,sans-serif}
.hero{padding:3rem 5vw 1rem;max-width:70rem;margin:auto}.hero h1{font-size:3rem;line-height:1.1;margin:.4rem 0}
.hero .tag{font:700 .8rem Arial,sans-serif;color:var(--brand);text-transform:uppercase;letter-spacing:.08em}
.hero .dek{font-size:1.35rem;color:#555}.hero figure{margin:1.5rem 0 0}
.prose,.listing,.form{max-width:40rem;margin:2rem auto;padding:0 1rem}
.credits,time,figcaption,.site-footer{font:.85rem/1.5 Arial,sans-serif;color:#6b6b6b}
.list{list-style:none;padding:0}.list h3{margin:1.2rem 0 0}.site-footer{padding:3rem 5vw;background:#f5f5f2}`,
  masthead: (name, tagline, home, navigation) => `<header class="topline">
<a href="${home}" title="${tagline}"><strong>${name}</strong></a>
<nav>${navigation}</nav></header>`,
  article: (parts) => `<article>
<div class="hero">
<span class="tag">${parts.section}</span>
<h1>${parts.title}</h1>
<p class="dek">${parts.lead}</p>
<p class="credits">${parts.by} ${parts.author}, <time datetime="${parts.machineDate}">${parts.date}</time></p>
${parts.figure}
</div>
<div class="prose">
${parts.body}
</div>
</article>
<aside class="prose"><h2>${parts.nextHeading}</h2><ul>${parts.next}</ul></aside>`,
};
