/** A site from the early years of the web: tables for layout, no semantic elements beyond the headline. */
import type { Design } from './design.ts';

export const legacy: Design = {
  css: `
body{font:15px/1.5 Tahoma,'DejaVu Sans',sans-serif;color:#000;background:#dfe3ea}
table.page{width:100%;max-width:60rem;margin:0 auto;background:#fff;border-collapse:collapse}
td{vertical-align:top;padding:.8rem}td.head{background:var(--brand);color:#fff}td.head a{color:#fff;font-size:1.7rem;text-decoration:none;font-weight:700}
td.links{background:#f2f4f8;border-bottom:1px solid #b9c0cc;font-size:.85rem}td.links a{margin-right:.8rem}
h1{font-size:1.5rem;margin:.2rem 0 .6rem}.date,time,figcaption,.site-footer{font-size:.8rem;color:#555}
td.side{width:32%;background:#f7f8fa;font-size:.88rem}figure{margin:.6rem 0}
.listing,.form{max-width:60rem;margin:0 auto;background:#fff;padding:1rem}.list h3{margin-bottom:0;font-size:1rem}
@media(max-width:46rem){td.main,td.side{display:block;width:auto}}.site-footer{text-align:center}`,
  masthead: (name, tagline, home, navigation) => `<table class="page"><tr>
<td class="head"><a href="${home}">${name}</a><br>${tagline}</td></tr>
<tr><td class="links">${navigation}</td></tr></table>`,
  article: (parts) => `<table class="page"><tr>
<td class="main">
<div class="date">${parts.date}, ${parts.section}</div>
<h1>${parts.title}</h1>
<div id="news_text"><b>${parts.lead}</b>
${parts.figure}
${parts.body}
</div>
<div class="date">${parts.by} ${parts.author}</div>
</td>
<td class="side"><b>${parts.nextHeading}</b><ul>${parts.next}</ul></td>
</tr></table>`,
};
