/** Writing OPML; apart from reading it, so that pages which export need not load what decodes and reads. */
import type { OpmlSource } from '../model/opml.ts';
import { escapeHtml } from '../text/escape.ts';

/** A list as OPML 2.0; `readOpml` gives the same sources back, in order within each folder. */
export function writeOpml(sources: readonly OpmlSource[]): string {
  const root = newFolder();
  for (const source of sources) {
    let folder = root;
    for (const name of source.folder) folder = subfolder(folder, name);
    folder.sources.push(source);
  }
  const body = writeFolder(root, '    ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Lede</title>
  </head>
  <body>
${body}  </body>
</opml>
`;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly sources: OpmlSource[];
}

function newFolder(): Folder {
  return { folders: new Map(), sources: [] };
}

function subfolder(folder: Folder, name: string): Folder {
  const known = folder.folders.get(name) ?? newFolder();
  folder.folders.set(name, known);
  return known;
}

function writeFolder({ folders, sources }: Folder, indent: string): string {
  const nested = [...folders].map(
    ([name, folder]) =>
      `${indent}<outline ${attribute('text', name)}>\n${writeFolder(folder, `${indent}  `)}${indent}</outline>\n`,
  );
  return sources.map((source) => `${indent}${writeSource(source)}\n`).join('') + nested.join('');
}

function writeSource({ url, title, siteUrl }: OpmlSource): string {
  const name = `${attribute('text', title)} ${attribute('title', title)}`;
  const site = siteUrl === null ? '' : ` ${attribute('htmlUrl', siteUrl)}`;
  return `<outline type="rss" ${name} ${attribute('xmlUrl', url)}${site}/>`;
}

/** Characters that XML forbids, in whatever form: one of them and other readers refuse the whole list. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function attribute(name: string, value: string): string {
  return `${name}="${escapeHtml(value.replace(FORBIDDEN, ''))}"`;
}
