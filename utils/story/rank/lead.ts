/** Which headline leads a story: one that says what happened, in the reader's language, from a source he prefers. */

import { fold } from '../../text/fold.ts';
import { guessLanguage } from '../../text/language-guess.ts';
import { tokensOf } from '../../text/tokens.ts';

export interface Headline {
  readonly id: number;
  readonly title: string;
  readonly language: string | null;
  readonly source: string;
  /** UTC ms. */
  readonly at: number;
}

export interface Taste {
  /** The reader's languages, best first; empty where none is known. */
  readonly languages: readonly string[];
  readonly preferred: ReadonlySet<string>;
}

const BAIT =
  /you won.?t believe|this is (what|why|how)|here.?s (what|why|how)|what you need to know|everything (we|you)|(?<!\p{L})(ось (що|чому|як)|вот (что|почему|как)|стало відомо|стало известно|ви не повірите|вы не поверите|шок|названо|назвали (причин|дат)|що відомо|что известно)/iu;
const ROLLING =
  /(?<!\p{L})(live|live updates?|liveblog|as it happened|онлайн|хроніка|хроника|оновлюється|обновляется|breaking|терміново|срочно|оновлено|update \d+)(?!\p{L})/iu;
const VOICE =
  /^(opinion|analysis|column|letter|editorial|explainer|podcast|video|photos?|колонка|думка|мнение|блог|лист|аналітика|интервью|інтерв.ю|відео|видео|фото|подкаст)(?!\p{L})[.:|]?|\|\s*(opinion|column)/iu;

/** The id of the best headline; the first of equals. Needs at least one. */
export function leadOf(headlines: readonly Headline[], taste: Taste): number | null {
  let best: { id: number; score: number } | null = null;
  const newest = Math.max(...headlines.map(({ at }) => at));
  for (const headline of headlines) {
    const score = worth(headline, taste, newest);
    if (!best || score > best.score) best = { id: headline.id, score };
  }
  return best?.id ?? null;
}

const HOUR = 3_600_000;

/** What a headline is worth as a lead: 1 for a good one, each fault costs. */
function worth(
  { title, language, source, at }: Headline,
  { languages, preferred }: Taste,
  newest: number,
): number {
  const tokens = tokensOf(title, 60);
  const words = tokens.filter(({ number }) => !number).length;
  let score = 1;
  if (words < 3 || fold(title) === fold(source)) score -= 3;
  else if (words < 5) score -= 0.3;
  if (title.length > 130) score -= 0.3;
  if (title.length > 220) score -= 2;
  if (BAIT.test(title)) score -= 0.8;
  if (ROLLING.test(title)) score -= 0.6;
  if (VOICE.test(title)) score -= 1;
  if (title.includes('?')) score -= 0.5;
  if (isShouted(title)) score -= 0.7;
  score += Math.min(0.2, (tokens.length - words) * 0.05);
  score -= Math.min(0.35, (0.35 * (newest - at)) / (12 * HOUR));
  const place = languages.indexOf(guessLanguage(title, language));
  if (place >= 0) score += 0.9 - place * 0.2;
  if (preferred.has(source)) score += 0.5;
  return score;
}

function isShouted(title: string): boolean {
  const letters = title.replace(/\P{L}/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '');
  return letters.length > 10 && capitals.length > letters.length * 0.6;
}
