/** Language tags as feeds state them. */

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/** Country codes that publishers put in place of the language. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ua: 'uk',
  gr: 'el',
  cz: 'cs',
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
};

/** A BCP 47 tag as the publisher wrote it, with hyphens; null for what is no tag. Compare by the lower-case form. */
export function languageTag(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  if (!TAG.test(trimmed)) return null;
  return COUNTRIES[trimmed.toLowerCase()] ?? trimmed.replace(/_/g, '-');
}
