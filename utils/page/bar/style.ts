/** The style sheet of the bar's root. */
import { bandOf } from '../panel/colours.ts';
import { hostRules, UI } from '../panel/style.ts';

/** Height in CSS pixels, and the room that a page gets for it at its end. */
export const BAR_HEIGHT = 34;

export const BAR_STYLE = `
${hostRules('inset:auto 0 0 0!important;inline-size:auto!important;max-inline-size:none!important')}
[hidden]{display:none!important}
[data-text]::before{content:attr(data-text)}
.bar{display:flex;align-items:center;gap:8px;block-size:${BAR_HEIGHT}px;padding-inline:14px 6px;background:var(--band);color:var(--on-band);font:400 13px/1 ${UI};user-select:none;white-space:nowrap;overflow:hidden}
.bar.light{${bandOf('light', false)}}.bar.dark{${bandOf('dark', false)}}
.bar.light.breaking{${bandOf('light', true)}}.bar.dark.breaking{${bandOf('dark', true)}}
svg{display:block;flex:none;inline-size:16px;block-size:16px}
.icon{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.glyph{fill:#8ab9f3}.breaking .glyph{fill:#fff}.glyph .lines{fill:currentColor}
.label{flex:none;font-size:12px;font-weight:700}
.window{position:relative;flex:1;min-inline-size:0;block-size:${BAR_HEIGHT}px}
iframe{position:absolute;inset:0;inline-size:100%;block-size:100%;border:0;background:var(--band)}
iframe.coming{opacity:0}
.count{flex:none;color:var(--on-band-2);font-size:12px;font-variant-numeric:tabular-nums}
.buttons{display:flex;flex:none;gap:2px}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer}
.icon-button{display:grid;place-items:center;inline-size:28px;block-size:28px;border-radius:6px;color:var(--on-band-2)}
.icon-button:hover{background:var(--band-hover);color:var(--on-band)}
button:focus-visible,iframe:focus-visible{outline:2px solid var(--on-band);outline-offset:-2px}
.note-line{display:flex;flex:1;align-items:center;gap:4px;min-inline-size:0}
.note{flex:1;line-height:20px;min-inline-size:0;overflow:hidden;text-overflow:ellipsis}
.word-button{flex:none;block-size:28px;padding-inline:8px;border-radius:6px;font-weight:600}
.word-button:hover{background:var(--band-hover)}
@media (prefers-reduced-motion:no-preference){iframe{transition:opacity .24s cubic-bezier(.2,0,0,1)}}
@media (max-width:560px){.bar:not(.breaking) .label,.count,.bar:not(.still) .step{display:none}}
@media (forced-colors:active){.bar{border-block-start:1px solid CanvasText}.glyph{fill:CanvasText}}
`;
