/** The style sheet of the panel's root. What concerns the host is important: then no rule of the page stands above it. */
import { COLOURS } from './colours.ts';

const tokens = (theme: keyof typeof COLOURS): string =>
  Object.entries(COLOURS[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

export const UI = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif';

/**
 * How the host lies on the page, and the same for all in its root; `place` says where. Without its backdrop, which covers
 * the page: what lies below it would count as covered, also where it is clear.
 */
export const hostRules = (place: string): string => `
:host{all:initial!important;display:block!important;position:fixed!important;${place};block-size:auto!important;margin:0!important;padding:0!important;border:0!important;background:none!important;overflow:visible!important;z-index:2147483647!important;opacity:1!important;visibility:visible!important;pointer-events:auto!important;transform:none!important;filter:none!important;clip-path:none!important;mask:none!important;animation:none!important;transition:none!important;zoom:1!important;direction:ltr!important;color-scheme:light!important;font:400 14px/1.45 ${UI}!important}
:host([data-theme=dark]){color-scheme:dark!important}
:host::backdrop{display:none!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box;margin:0;padding:0}`;

export const STYLE = `
${hostRules('inset:auto 16px 16px auto!important;inline-size:auto!important;max-inline-size:calc(100vw - 32px)!important')}
:host([data-side=start]){inset:auto auto 16px 16px!important}
:host([data-raised]){inset-block-end:50px!important}:host([data-raised]) .card{max-block-size:min(560px,calc(100vh - 66px))}
.light{${tokens('light')}}.dark{${tokens('dark')}}
.root{color:var(--ink);font:400 14px/1.45 ${UI};user-select:none}
[hidden]{display:none!important}
[data-text]::before{content:attr(data-text)}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer}
button:focus-visible,iframe:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{display:block;flex:none;inline-size:16px;block-size:16px}
.icon{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.dots{fill:currentColor;stroke:none}
.glyph{fill:var(--accent)}.glyph .lines{fill:currentColor}
.pill{display:flex;align-items:center;gap:8px;block-size:36px;padding-inline:12px 10px;border:1px solid var(--edge);border-radius:999px;background:var(--paper);color:var(--ink);font-weight:600;font-size:13px;line-height:1;box-shadow:0 1px 3px rgb(0 0 0/.12);white-space:nowrap}
.pill:hover{background:var(--hover)}
.pill .sub{font-weight:400;color:var(--ink-2);margin-inline-start:-4px}
.pill .icon{color:var(--ink-2);inline-size:14px;block-size:14px}
.card{position:relative;display:flex;flex-direction:column;inline-size:360px;max-inline-size:100%;max-block-size:min(560px,calc(100vh - 32px));border:1px solid var(--line);border-radius:10px;outline:1px solid var(--line-strong);outline-offset:-1px;background:var(--paper);box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.16)}
header{display:flex;align-items:center;gap:8px;flex:none;padding:6px 6px 6px 14px;border-block-end:1px solid var(--line)}
.title{flex:1;min-inline-size:0;font-size:13px;font-weight:700;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.icon-button{display:grid;place-items:center;inline-size:28px;block-size:28px;border-radius:6px;color:var(--ink-2);flex:none}
.icon-button:hover,.icon-button[aria-expanded=true]{background:var(--sunken);color:var(--ink)}
header .icon-button+.icon-button{margin-inline-start:-6px}
iframe{display:block;border:0;inline-size:100%;flex:0 1 auto;min-block-size:96px;border-radius:0 0 9px 9px;background:var(--paper)}
.foot{flex:none;display:flex;padding:6px 8px;border-block-end:1px solid var(--line)}
.foot button{padding:5px 8px;border-radius:6px;font-size:13px;font-weight:600;color:var(--accent)}
.foot button:hover{background:var(--sunken)}
.menu{position:absolute;z-index:1;inset:38px 8px auto auto;max-inline-size:calc(100% - 16px);padding:4px;border:1px solid var(--line-strong);border-radius:8px;background:var(--paper);box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.16);font-size:13px}
.menu button{display:flex;gap:8px;align-items:center;inline-size:100%;min-inline-size:212px;padding:6px 10px;border-radius:5px;line-height:18px;text-align:start}
.menu button:hover,.menu button:focus-visible{background:var(--sunken);outline-offset:-2px}
.menu .icon{visibility:hidden}.menu [aria-checked=true] .icon{visibility:visible}
.menu hr{border:0;border-block-start:1px solid var(--line);margin:4px 6px}
@media (prefers-reduced-motion:no-preference){.card,.pill{animation:in .24s cubic-bezier(.2,0,0,1)}@keyframes in{from{translate:0 8px}}}
@media (forced-colors:active){.pill,.card,.menu{border-color:CanvasText}.glyph{fill:CanvasText}}
`;

/**
 * Has a closed root draw by the style sheet. A constructed sheet needs no permission of the page's policy; where content
 * scripts cannot construct one for the page, a style element is filled before it goes in, which the policy does not see.
 */
export function dress(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    style.textContent = css;
    root.prepend(style);
  }
}
