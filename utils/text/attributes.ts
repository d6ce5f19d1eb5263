/** Attributes of a tag in markup of any quality. */
import { decodeHtmlAttribute } from './entities.ts';
import type { Tag } from './tags.ts';

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The attributes of a tag found in `markup`: names in lower case, values decoded once; of a doubled name the first. */
export function attributesOf(markup: string, tag: Tag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const inside = markup.slice(tag.start + 1 + tag.name.length, tag.end - 1);
  for (const [, name = '', double, single, bare] of inside.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeHtmlAttribute(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** Whether a tag closes itself, as in `<outline/>`. */
export function isSelfClosing(markup: string, tag: Tag): boolean {
  return markup.charAt(tag.end - 2) === '/';
}
