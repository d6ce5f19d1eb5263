/** Which packs a reader is shown first. */
import type { Pack } from '../../utils/model/pack.ts';

/**
 * Packs in the reader's languages first, the best language before the next; otherwise their order stays.
 *
 * @param languages BCP 47 tags, the best first
 */
export function inReadersOrder(packs: readonly Pack[], languages: readonly string[]): Pack[] {
  const known = [...new Set(languages.map(base))];
  const place = (pack: Pack): number => {
    const at = known.indexOf(languageOf(pack));
    return at < 0 ? known.length : at;
  };
  return [...packs].sort((one, other) => place(one) - place(other));
}

/** The language that most of its sources write in. */
function languageOf({ entries }: Pack): string {
  const counts = new Map<string, number>();
  for (const { language } of entries) counts.set(base(language), (counts.get(base(language)) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

function base(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
