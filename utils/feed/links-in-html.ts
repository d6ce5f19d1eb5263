/** Relative addresses within texts, made absolute while it is still known what they are relative to. */
import { decodeHtmlEntities } from '../text/entities.ts';
import { escapeHtml } from '../text/escape.ts';
import { resolveUrl } from '../text/url.ts';

/** A link or picture whose address begins with neither a scheme nor a fragment mark nor the '{' of a template. */
const RELATIVE =
  /(\s(?:href|src|poster)\s*=\s*)(?:"(?![a-z][a-z0-9+.-]*:|["#{])([^"<>]{1,2000})"|'(?![a-z][a-z0-9+.-]*:|['#{])([^'<>]{1,2000})')/gi;

/** Links that are resolved in one text. */
const MAX_LINKS = 2_000;

/** The HTML with relative addresses resolved; ones that cannot be resolved stay as they are. */
export function absoluteLinks(html: string, base: string): string {
  if (base === '' || !mayHaveRelativeLinks(html)) return html;
  let links = 0;
  return html.replace(RELATIVE, (attribute, start: string, double?: string, single?: string) => {
    links += 1;
    if (links > MAX_LINKS) return attribute;
    const url = resolveUrl(decodeHtmlEntities(double ?? single ?? ''), base);
    return url === null ? attribute : `${start}"${escapeHtml(url)}"`;
  });
}

/** Most texts have none; this is several times faster than the pattern, at the price of a few looked at twice. */
function mayHaveRelativeLinks(html: string): boolean {
  for (let at = html.indexOf('='); at > 0; at = html.indexOf('=', at + 1)) {
    if (html.startsWith('http', at + 2)) continue;
    const name = html
      .slice(Math.max(0, at - 5), at)
      .trimEnd()
      .toLowerCase();
    if (name.endsWith('href') || name.endsWith('src') || name.endsWith('oster')) return true;
  }
  return false;
}
