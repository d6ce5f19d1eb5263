/**
 * The document that holds the headlines. It lies in a sandboxed frame of its own inside the panel's closed root, since a
 * page can search what stands in that root itself (`window.find`, selections). Without scripts; where the page forbids
 * styles, plain links remain.
 */
import type { Text } from '../../i18n/catalogue.ts';
import { createTimes } from '../../i18n/time.ts';
import type { PanelGroup, PanelRow, PanelView } from '../../model/panel.ts';
import { primaryLanguage } from '../../text/language-tag.ts';
import { hueOf, letterOf } from '../../text/monogram.ts';
import { COLOURS, monogramRules } from './colours.ts';

/** Heights in CSS pixels, as the style sheet below makes them. */
const LINE = 19;
const ROW = 38;
const SECTION = 30;
const EMPTY = 72;
const FOOT = 49;
/** Width of a headline, with room for words that do not break. */
const WIDTH = 316;
const FONT = '600 14px system-ui, sans-serif';

const STYLE = `
*{box-sizing:border-box;margin:0;padding:0}
body{display:flex;flex-direction:column;height:100vh;font:400 14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;background:var(--paper);color:var(--ink);overflow:hidden}
main{flex:1;overflow-y:auto;padding-block-end:6px;overscroll-behavior:contain}
h1{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
h2{display:flex;justify-content:space-between;padding:10px 14px 4px;font-size:12px;line-height:16px;font-weight:600;color:var(--ink-2)}
h2 span{font-weight:400;color:var(--ink-3)}
ul{list-style:none}
li a{display:block;padding:7px 14px;color:inherit;text-decoration:none}
li a:hover{background:var(--hover)}li a:hover b{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
b{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere;font-size:14px;line-height:19px;font-weight:600}
.meta{display:flex;gap:8px;align-items:center;margin-block-start:3px;font-size:12px;line-height:18px;height:18px;color:var(--ink-3);white-space:nowrap}
.monogram{display:grid;flex:none;place-items:center;inline-size:16px;block-size:16px;margin-inline-end:-2px;border-radius:4px;font-size:10px;font-weight:700;line-height:1}
.source{overflow:hidden;text-overflow:ellipsis;color:var(--ink-2);min-inline-size:0}
.tie{margin-inline-start:auto;color:var(--ink-2);padding-inline-start:8px}
.nothing,.why{padding:18px 14px;color:var(--ink-2)}.why{border-block-end:1px solid var(--line);font-size:13px}
footer{flex:none;border-block-start:1px solid var(--line);padding:8px 14px;font-size:12px;line-height:16px;color:var(--ink-3)}
@media (forced-colors:active){.monogram{border:1px solid CanvasText}footer,.why{border-color:CanvasText}}`;

interface Drawing {
  readonly view: PanelView;
  readonly text: Text;
  readonly theme: 'light' | 'dark';
  /** Whether the reader asked why these are shown. */
  readonly isExplained: boolean;
  /** UTC ms. */
  readonly now: number;
}

/** The document as HTML. */
export function frameDocument({ view, text, theme, isExplained, now }: Drawing): string {
  const times = createTimes(text);
  const languages = new Intl.DisplayNames([text.language], { type: 'language' });
  const row = ({ title, url, language: told, isForeign, at, source, reason }: PanelRow): string => {
    // Chromium leaves out what is null on the way to a script in a page.
    const language = told ?? null;
    const named = isForeign && language !== null ? nameOf(languages, language) : '';
    const lang = language === null ? '' : ` lang="${escaped(language)}"`;
    return `<li><a href="${escaped(url)}" target="_blank" rel="noopener noreferrer"><b dir="auto"${lang} title="${escaped(title)}">${escaped(title)}</b> <span class="meta">${monogram(source)}<bdi class="source">${escaped(source.name)}</bdi> <time datetime="${new Date(at).toISOString()}">${escaped(times.short(at, now))}</time> ${named === '' ? '' : `<span>${escaped(named)}</span> `}<span class="tie">${escaped(text(`panel.${reason}`))}</span></span></a></li>`;
  };
  const group = ({ kind, rows }: PanelGroup): string =>
    `<section aria-labelledby="${kind}"><h2 id="${kind}">${escaped(text(`panel.${kind}`))} <span>${rows.length}</span></h2><ul>${rows.map(row).join('')}</ul></section>`;
  const why = isExplained ? `<p class="why">${escaped(text('panel.whyText'))}</p>` : '';
  const groups =
    view.groups.length === 0
      ? `<p class="nothing">${escaped(text('panel.nothing'))}</p>`
      : view.groups.map(group).join('');
  const colours = Object.entries(COLOURS[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
  return `<!doctype html><html lang="${text.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="${theme}"><meta name="referrer" content="no-referrer"><title>${escaped(text('panel.title'))}</title><style>:root{color-scheme:${theme};${colours}}${STYLE}${monogramRules(theme)}</style></head><body><main tabindex="0" aria-label="${escaped(text('panel.title'))}"><h1>${escaped(text('panel.title'))}</h1>${why}${groups}</main><footer>${escaped(text('panel.from', { n: view.sources }))}</footer></body></html>`;
}

/** How high the document is if nothing scrolls, in CSS pixels: the frame cannot be asked. */
export function frameHeight(view: PanelView, measure: (title: string) => number): number {
  const rows = view.groups.flatMap((group) => group.rows);
  const lines = rows.reduce((sum, { title }) => sum + Math.min(2, Math.ceil(measure(title) / WIDTH) || 1), 0);
  const list = view.groups.length * SECTION + rows.length * ROW + lines * LINE + 6;
  return (view.groups.length === 0 ? EMPTY : list) + FOOT;
}

/** Measures headlines as the frame will draw them. */
export function measurer(): (title: string) => number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context !== null) context.font = FONT;
  return (title) => context?.measureText(title.slice(0, 200)).width ?? 0;
}

/** The coloured letter of a source; its name stands beside it. */
function monogram({ name, host }: PanelRow['source']): string {
  return `<span class="monogram hue-${hueOf(host)}" aria-hidden="true">${escaped(letterOf(name || host))}</span>`;
}

function nameOf(languages: Intl.DisplayNames, language: string): string {
  try {
    // Whose English it is would take the room of the outlet's name.
    const primary = primaryLanguage(language) ?? language;
    return languages.of(primary) ?? primary;
  } catch {
    return '';
  }
}

/** Text for markup, also within quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
