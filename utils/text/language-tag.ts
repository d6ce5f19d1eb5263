/** The language of a tag without script and region, in lower case: `uk` of `uk-UA` and of `uk_UA`; null of null. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  return tag?.toLowerCase().split(/[-_]/)[0] || null;
}
