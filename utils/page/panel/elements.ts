/** Elements of the panel's root. It holds no text: what is read stands in attributes, which no search of the page finds. */

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string>>;

/** An HTML element, also in documents of XHTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElementNS(HTML, name) as HTMLElementTagNameMap[Name];
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Words that are drawn by the style sheet. */
export function words(text: string, more: Attributes = {}): HTMLElement {
  return element('span', { ...more, 'data-text': text });
}

/** Strokes on a grid of 16. */
export function icon(path: string, name = 'icon'): SVGElement {
  const [svg, shape] = [document.createElementNS(SVG, 'svg'), document.createElementNS(SVG, 'path')];
  for (const [key, value] of Object.entries({ class: name, viewBox: '0 0 16 16', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** The mark of Lede. */
export function glyph(): SVGElement {
  const svg = icon('M2 2h3v9h9v3H2z', 'glyph');
  const lines = document.createElementNS(SVG, 'path');
  lines.setAttribute('d', 'M7 2h7v2H7zM7 6h5v2H7z');
  lines.setAttribute('class', 'lines');
  svg.append(lines);
  return svg;
}

/** A button with an icon; its name is its label. */
export function iconButton(path: string, label: string, more: Attributes = {}): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...more },
    icon(path),
  );
}
