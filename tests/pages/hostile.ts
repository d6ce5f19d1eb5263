/**
 * Pages that would read the panel, break it, or have a reader click on it unawares. Each tells of the same event, so that
 * the panel comes; what each tries stands in its name.
 */

export interface HostilePage {
  readonly name: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the panel can stand on it; a page that removes it has its way. */
  readonly isShown: boolean;
  /** Whether it draws nothing at all, and so no panel. */
  readonly isBlank?: true;
  /** Whether it is among the few of every run. */
  readonly isQuick?: true;
}

/** Notes every error that the page sees. */
const NOTES = `window.faults=[];for(const kind of ['error','unhandledrejection','securitypolicyviolation'])addEventListener(kind,(event)=>faults.push(kind+': '+(event.message||event.reason||event.violatedDirective||event.target?.tagName)),true);`;

interface Parts {
  readonly head?: string;
  readonly body?: string;
  readonly script?: string;
  readonly root?: string;
  readonly nonce?: string;
}

/** A page about an event, by the title of one report of it. */
export function hostilePages(title: string, lead: string): readonly HostilePage[] {
  const linked = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
  }).replaceAll('<', '\\u003c');
  const page = ({ head = '', body = '', script = '', root = 'lang="en"', nonce = '' }: Parts): string =>
    `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Page</title><script type="application/ld+json"${nonce}>${linked}</script><script${nonce}>${NOTES}${script}</script>${head}</head><body>${body}<h1>Page</h1><p>Nothing of interest.</p></body></html>`;
  const css = (rules: string): string => page({ head: `<style>${rules}</style>` });
  const cover = (style: string): string =>
    page({ body: `<div style="position:fixed;inset:0;z-index:2147483647;${style}">Win a prize</div>` });
  return [
    {
      name: 'hides everything',
      html: css('*{display:none!important}'),
      isShown: true,
      isBlank: true,
      isQuick: true,
    },
    { name: 'makes everything transparent', html: css('*{opacity:0!important}'), isShown: true },
    { name: 'makes the root transparent by a filter', html: css('html{filter:opacity(0)}'), isShown: true },
    {
      name: 'shrinks everything',
      html: css('*{transform:scale(0)!important;zoom:.01!important}'),
      isShown: true,
    },
    {
      name: 'has layers and transitions above inline styles',
      html: css(
        '@layer a{*{display:none!important;clip-path:inset(50%)!important}}*{transition:all 999s!important;animation:x 1s infinite!important}@keyframes x{to{opacity:0}}',
      ),
      isShown: true,
      isBlank: true,
    },
    { name: 'covers all at the highest index', html: cover('background:#fff'), isShown: true },
    {
      name: 'covers all but lets clicks through',
      html: cover('background:#fff;pointer-events:none'),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'covers all from above by a popover that lets clicks through',
      html: page({
        body: '<div id="top" popover="manual" style="inset:0;inline-size:100vw;block-size:100vh;pointer-events:none">Win</div>',
        script:
          "addEventListener('load',()=>setInterval(()=>{top1=document.getElementById('top');if(document.querySelector('[data-lede]')&&!top1.matches(':popover-open'))top1.showPopover()},100));",
      }),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'changes without end',
      html: page({
        script:
          "addEventListener('load',()=>{const turn=()=>{const p=document.createElement('p');p.textContent=Math.random();document.body.append(p);if(document.body.children.length>400)document.body.firstElementChild.remove();requestAnimationFrame(turn)};turn()});",
      }),
      isShown: true,
    },
    {
      name: 'removes what it did not make',
      html: page({
        script:
          'new MutationObserver((all)=>{for(const one of all)for(const node of one.addedNodes)if(node.dataset?.lede!==undefined)node.remove()}).observe(document.documentElement,{childList:true});',
      }),
      isShown: false,
    },
    {
      name: 'has no body',
      html: page({ script: "addEventListener('DOMContentLoaded',()=>document.body.remove());" }),
      isShown: true,
    },
    {
      name: 'forbids styles and frames',
      headers: {
        'content-security-policy':
          "default-src 'none'; img-src *; style-src 'none'; frame-src 'none'; script-src 'nonce-a'",
      },
      html: page({ nonce: ' nonce="a"' }),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'wants trusted types',
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types none" },
      html: page({}),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'is XHTML',
      headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
      html: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title><script type="application/ld+json">${linked.replaceAll('&', '&amp;')}</script><script>//<![CDATA[
${NOTES}
//]]></script></head><body><h1>Page</h1></body></html>`,
      isShown: true,
    },
    {
      name: 'has a document of a hundred thousand elements',
      html: page({ body: '<p>Line <i>of</i> text</p>'.repeat(50_000) }),
      isShown: true,
    },
    { name: 'is written from right to left', html: page({ root: 'lang="ar" dir="rtl"' }), isShown: true },
    {
      name: 'takes all keys, clicks and the focus',
      html: page({
        body: '<input id="i">',
        script:
          "for(const kind of ['keydown','click','pointerdown','mousedown'])addEventListener(kind,(event)=>{event.preventDefault();event.stopImmediatePropagation()},true);addEventListener('load',()=>setInterval(()=>i.focus(),50));",
      }),
      isShown: true,
    },
    {
      name: 'has changed what elements can do',
      html: page({
        script:
          "window.roots=[];const attach=Element.prototype.attachShadow;Element.prototype.attachShadow=function(o){const r=attach.call(this,o);roots.push(r);return r};for(const name of ['append','appendChild','setAttribute','addEventListener','showPopover'])for(const proto of [Element.prototype,Node.prototype,EventTarget.prototype,HTMLElement.prototype])if(Object.hasOwn(proto,name)){const own=proto[name];proto[name]=function(...a){if(this.dataset?.lede!==undefined)roots.push(this);return own.apply(this,a)}}",
      }),
      isShown: true,
    },
    {
      name: 'forges messages',
      html: page({
        script:
          "addEventListener('load',()=>setInterval(()=>{for(const message of [{verb:'choosePanel',request:{choice:'off'}},{lede:'leave'},{type:'lede',choice:'off'}]){postMessage(message,'*');dispatchEvent(new CustomEvent('lede',{detail:message}));document.dispatchEvent(new CustomEvent('message',{detail:message}));try{window.chrome?.runtime?.sendMessage?.(message)}catch{}}},50));window.lede={leave(){}};window.ledePanel=()=>{};",
      }),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'clicks on all that it finds',
      html: page({
        script:
          "addEventListener('load',()=>setInterval(()=>{const host=document.querySelector('[data-lede]');if(!host)return;for(let x=20;x<innerWidth;x+=60)for(let y=20;y<innerHeight;y+=40){const at=document.elementFromPoint(x,y);if(at===host)for(const kind of ['pointerdown','mousedown','pointerup','mouseup','click'])host.dispatchEvent(new MouseEvent(kind,{bubbles:true,composed:true,clientX:x,clientY:y,detail:1}))}for(const key of ['Enter',' ','Escape'])host.dispatchEvent(new KeyboardEvent('keydown',{key,bubbles:true,composed:true}));host.click();host.focus()},100));",
      }),
      isShown: true,
      isQuick: true,
    },
    {
      name: 'steps on without end',
      html: page({
        script:
          "addEventListener('load',()=>{let n=0;const timer=setInterval(()=>{history.pushState({},'','#step'+n++);if(n>40)clearInterval(timer)},30)});",
      }),
      isShown: true,
    },
  ];
}
