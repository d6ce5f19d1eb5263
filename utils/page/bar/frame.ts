/** The document that holds the bar's headline: in a sandboxed frame without scripts, as those of the panel. */
import type { Text } from '../../i18n/catalogue.ts';
import { createTimes } from '../../i18n/time.ts';
import type { BarItem } from '../../model/panel.ts';
import { bandOf } from '../panel/colours.ts';
import { escaped } from '../panel/frame.ts';
import { UI } from '../panel/style.ts';

const STYLE = `
*{box-sizing:border-box;margin:0;padding:0}
body{display:flex;align-items:center;block-size:100vh;background:var(--band);color:var(--on-band);font:400 13px/20px ${UI};overflow:hidden}
main{flex:1;min-inline-size:0}
ul{display:flex;flex-wrap:wrap;block-size:20px;overflow:hidden;white-space:nowrap;list-style:none}
li{display:flex;flex:none;gap:8px;align-items:center;min-inline-size:0;max-inline-size:100%}
li+li{flex:1 1 360px;min-inline-size:360px;margin-inline-start:20px;padding-inline-start:20px;border-inline-start:1px solid var(--band-hover)}
a{min-inline-size:0;overflow:hidden;color:inherit;font-weight:600;text-decoration:none;text-overflow:ellipsis}
a:hover{text-decoration:underline;text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--on-band);outline-offset:-2px}
span{flex:none;color:var(--on-band-2);font-size:12px}
@media (max-width:380px){span{display:none}}`;

interface Drawing {
  /** The headline whose turn it is; what comes after it is shown where there is room. */
  readonly items: readonly BarItem[];
  readonly isBreaking: boolean;
  readonly text: Text;
  readonly theme: 'light' | 'dark';
  /** UTC ms. */
  readonly now: number;
}

/** The document as HTML. */
export function barDocument({ items, isBreaking, text, theme, now }: Drawing): string {
  const times = createTimes(text);
  const item = ({ title, url, language, at, source }: BarItem): string => {
    const lang = language === null ? '' : ` lang="${escaped(language)}"`;
    return `<li><a href="${escaped(url)}" target="_blank" rel="noopener noreferrer" dir="auto"${lang} title="${escaped(title)}">${escaped(title)}</a> <span><bdi>${escaped(source.name)}</bdi>, <time datetime="${new Date(at).toISOString()}">${escaped(times.short(at, now))}</time></span></li>`;
  };
  return `<!doctype html><html lang="${text.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="dark"><meta name="referrer" content="no-referrer"><title>${escaped(text('ticker.label'))}</title><style>:root{color-scheme:dark;${bandOf(theme, isBreaking)}}${STYLE}</style></head><body><main><ul>${items.map(item).join('')}</ul></main></body></html>`;
}
