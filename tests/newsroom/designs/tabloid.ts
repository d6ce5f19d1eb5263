/** A popular paper: broad band of colour, heavy headlines, picture first. */
import { type Design, prop, scope } from './design.ts';

export const tabloid: Design = {
  css: `
body{font:17px/1.55 Verdana,'DejaVu Sans',sans-serif;color:#20242a;background:#f1f3f6}
#top{background:var(--brand);color:#fff;padding:1rem 2rem}
#top a{color:#fff;text-decoration:none}#top .name{font-size:2rem;font-weight:900}
#top ul{list-style:none;display:flex;gap:1rem;flex-wrap:wrap;padding:0;margin:.6rem 0 0;font-size:.8rem}
#post,.listing,.form{max-width:50rem;margin:1.5rem auto;background:#fff;padding:1.5rem 2rem;border-radius:10px;box-shadow:0 1px 6px #0002}
h1{font-size:2.1rem;line-height:1.15;margin:.2rem 0 1rem}.label{display:inline-block;background:var(--brand);color:#fff;padding:.1rem .6rem;border-radius:4px;font-size:.75rem;margin-bottom:.4rem}
.post-lead{font-size:1.1rem;font-weight:700}.post-meta,time,figcaption{font-size:.8rem;color:#68707c}
figure{margin:0 0 1rem}.post-meta{margin-bottom:1rem}.list{list-style:none;padding:0}.list li{padding:.7rem 0;border-bottom:1px solid #e4e7ec}.list h3{margin:0}
.site-footer{text-align:center;color:#68707c;font-size:.8rem;padding:1rem}`,
  masthead: (name, tagline, home, navigation) => `<header id="top">
<a class="name" href="${home}">${name}</a> <span>${tagline}</span>
<ul>${navigation.replace(/<a .*<\/a>/g, (link) => `<li>${link}</li>`)}</ul></header>`,
  article: (parts) => `<div id="post"${scope(parts)}>
<span class="label"${prop(parts, 'articleSection')}>${parts.section}</span>
<h1${prop(parts, 'headline')}>${parts.title}</h1>
<div class="post-meta"><time${prop(parts, 'datePublished')} datetime="${parts.machineDate}">${parts.date}</time>, <span${prop(parts, 'author')}>${parts.author}</span></div>
${parts.microdata ? parts.figure.replace('<img ', '<img itemprop="image" ') : parts.figure}
<div class="post-lead"${prop(parts, 'description')}>${parts.lead}</div>
<div class="post-content"${prop(parts, 'articleBody')}>
${parts.body}
</div>
<div class="post-more"><h3>${parts.nextHeading}</h3><ul>${parts.next}</ul></div>
</div>`,
};
