/** Escaping for the XML and HTML that the test press writes. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for element content and double-quoted attributes, in XML as in HTML. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => entities[found] ?? found);

/** A CDATA section; a `]]>` inside is split over two sections. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '’': '&rsquo;',
  '‘': '&lsquo;',
  '“': '&ldquo;',
  '”': '&rdquo;',
  '–': '&ndash;',
  '—': '&mdash;',
  '€': '&euro;',
  '£': '&pound;',
  é: '&eacute;',
};

/** Plain text as HTML in which typographic characters are named entities, as older publishing systems write it. */
export const withNamedEntities = (text: string): string =>
  text.replace(/[&<>’‘“”–—€£é]/g, (found) => named[found] ?? found);

/** Paragraphs of plain text as HTML. */
export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n');
