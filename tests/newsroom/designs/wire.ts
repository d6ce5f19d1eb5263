/** A news agency: plain pages, date first, no ornaments. */
import type { Design } from './design.ts';

export const wire: Design = {
  css: `
body{font:16px/1.55 'Helvetica Neue',Arial,sans-serif;color:#111;background:#fff}
.bar{background:var(--brand);color:#fff;padding:.7rem 1.5rem;display:flex;gap:1.5rem;align-items:baseline;flex-wrap:wrap}
.bar a{color:#fff;text-decoration:none}.bar .name{font-weight:800;font-size:1.4rem}.bar nav{display:flex;gap:1rem;font-size:.85rem;flex-wrap:wrap}
.bar p{margin:0;opacity:.8}
.dispatch,.listing,.form{max-width:46rem;margin:1.5rem;padding:0 0 2rem}
h1{font-size:1.9rem;line-height:1.2}.intro{font-weight:700}
.stamp,time,figcaption,.site-footer{color:#5a5a5a;font-size:.85rem}
figure{margin:1rem 0}.list{padding-left:0;list-style:none}.list li{border-left:3px solid var(--brand);padding-left:.8rem;margin-bottom:1rem}.list h3{margin:0;font-size:1.05rem}
.site-footer{padding:1.5rem;border-top:1px solid #ccc}`,
  masthead: (name, tagline, home, navigation) => `<div class="bar" role="banner">
<a class="name" href="${home}">${name}</a><p>${tagline}</p>
<nav>${navigation}</nav></div>`,
  article: (parts) => `<main class="dispatch">
<p class="stamp"><time datetime="${parts.machineDate}">${parts.date}</time> / ${parts.section}</p>
<h1>${parts.title}</h1>
<section class="text">
<p class="intro">${parts.lead}</p>
${parts.figure}
${parts.body}
</section>
<p class="stamp">${parts.by} <span class="author">${parts.author}</span></p>
<section class="more"><h2>${parts.nextHeading}</h2><ul>${parts.next}</ul></section>
</main>`,
};
