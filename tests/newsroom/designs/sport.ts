/** A sports paper: dark head, slanted headline band, short lines. */
import { type Design, prop, scope } from './design.ts';

export const sport: Design = {
  css: `
body{font:17px/1.5 Arial,'DejaVu Sans',sans-serif;color:#17191c;background:#fff}
.scorebar{background:#14171c;color:#fff;padding:.9rem 1.5rem}.scorebar a{color:#fff;text-decoration:none}
.scorebar .name{font-size:1.7rem;font-weight:900;font-style:italic;border-left:8px solid var(--brand);padding-left:.6rem}
.scorebar nav{display:flex;gap:1rem;flex-wrap:wrap;font-size:.8rem;margin-top:.6rem;color:#bbb}
.match{max-width:48rem;margin:0 auto;padding:1.5rem}
.match>header{border-bottom:4px solid var(--brand);margin-bottom:1rem}h1{font-size:2.2rem;line-height:1.1;margin:.3rem 0}
.lead{font-size:1.15rem;font-weight:600}.when,time,figcaption,.site-footer{font-size:.82rem;color:#667}
figure{margin:1rem 0}.listing,.form{max-width:48rem;margin:1.5rem auto;padding:0 1.5rem}.list{padding:0;list-style:none}.list h3{margin:1rem 0 0}
.site-footer{background:#14171c;color:#aab;padding:1.2rem 1.5rem}`,
  masthead: (name, tagline, home, navigation) => `<header class="scorebar">
<a class="name" href="${home}">${name}</a> <small>${tagline}</small>
<nav>${navigation}</nav></header>`,
  article: (parts) => `<main><article class="match"${scope(parts)}>
<header>
<small${prop(parts, 'articleSection')}>${parts.section}</small>
<h1${prop(parts, 'headline')}>${parts.title}</h1>
<p class="when"><time${prop(parts, 'datePublished')} datetime="${parts.machineDate}">${parts.date}</time> · <b${prop(parts, 'author')}>${parts.author}</b></p>
</header>
<p class="lead"${prop(parts, 'description')}>${parts.lead}</p>
${parts.microdata ? parts.figure.replace('<img ', '<img itemprop="image" ') : parts.figure}
<div class="report"${prop(parts, 'articleBody')}>
${parts.body}
</div>
<footer><h2>${parts.nextHeading}</h2><ul>${parts.next}</ul></footer>
</article></main>`,
};
