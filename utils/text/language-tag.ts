/** The language of a BCP 47 tag without script and region, in lower case: `uk` of `uk-UA`; null of null. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  return tag?.toLowerCase().split('-')[0] || null;
}
