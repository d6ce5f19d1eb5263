/** Signs in a headline that the event comes again and again, and which day or night it is an occurrence of. */
import { oneLine } from '../text/space.ts';

/** Something of one night. */
export const NIGHT = 1;
/** Counted or told by the day: losses, clashes, cases. */
export const DAILY = 2;
/** A fixture of every day or week: horoscopes, weather, rates, digests, closing prices, live pages. */
export const FIXTURE = 4;
/** A fixture that tells no event: horoscopes, digests, pictures of the day. It is a story of its own. */
export const LONER = 8;

const NIGHTLY =
  /(?<!\p{L})(overnight|night|night-?time|вночі|уночі|ніч|ночі|ніччю|нічн\p{L}+|ночью|ночь|ночи|ночн\p{L}+)(?!\p{L})/iu;
const BY_DAY =
  /(?<!\p{L})(за (минулу |останню |прошедшие |минувшие )?(добу|сутки)|доб[ауи]|сут(ки|ок)|in (a|the (past|last)) (single )?day|past day|(past|last) 24 hours|daily|new (\p{L}+ )?(cases|infections|outbreaks|deaths)|new covid|щодня|ежедневн\p{L}+)(?!\p{L})/iu;
const FIXTURES =
  /(?<!\p{L})(horoscopes?|weather|forecast|live (updates?|blog)|digest|briefing|newsletter|crossword|wordle|quiz|lottery|wall street|stocks?|markets?|exchange rate|gas prices|morning (report|update|news)|what (happened|to know) today|гороскоп\p{L}*|погод\p{L}+|прогноз погод\p{L}+|синоптик\p{L}*|дайджест\p{L}*|курс (валют|долара|доллара|євро|евро|гривн\p{L}+|рубля)|офіційний курс|официальный курс|ціни на (пальне|бензин)|цены на (топливо|бензин)|головне за|главное за|онлайн|хроніка|хроника|ситуація на фронті|сводка|зведення|лотере\p{L}+|бірж\p{L}+|бирж\p{L}+|магнітн\p{L}+ бур\p{L}+|магнитн\p{L}+ бур\p{L}+|афіша|афиша)(?!\p{L})/iu;

const LONERS =
  /(?<!\p{L})(horoscopes?|crosswords?|wordle|sudoku|quiz of|((photo|picture|image|quote|word)s?|video) of the (day|week)|(morning|daily|evening|weekly|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (briefing|digest|newsletter|round-?up)|news (digest|round-?up|quiz)|гороскоп\p{L}*|дайджест\p{L}*|(головне|главное) за (\p{L}+ )?(день|ніч|ночь|добу|сутки|тиждень|неделю)|(фото|цитата|відео|видео) (дня|тижня|недели)|кросворд\p{L}*|кроссворд\p{L}*|судоку)(?!\p{L})/iu;

const MONTHS =
  'jan\\p{L}*|feb\\p{L}*|mar(?:ch)?|apr\\p{L}*|may|june?|july?|aug\\p{L}*|sept?(?:ember)?|oct\\p{L}*|nov\\p{L}*|dec\\p{L}*|' +
  'січ(?:ня|ень)|лют(?:ого|ий)|берез(?:ня|ень)|квіт(?:ня|ень)|трав(?:ня|ень)|черв(?:ня|ень)|лип(?:ня|ень)|серп(?:ня|ень)|верес(?:ня|ень)|жовт(?:ня|ень)|листопада?|груд(?:ня|ень)|' +
  'январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]';
const DAY_MONTH = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${MONTHS})(?!\\p{L})`,
  'iu',
);
const MONTH_DAY = new RegExp(`(?<!\\p{L})(?:${MONTHS})\\s+(\\d{1,2})(?!\\d)`, 'iu');

/** The recurring signs of a headline and its lead, as a set of bits; night and day counts may stand in the lead. */
export function cuesOf(title: string, lead: string): number {
  const head = oneLine(title);
  const all = `${head}. ${lead}`;
  return (
    (NIGHTLY.test(all) ? NIGHT : 0) |
    (BY_DAY.test(all) ? DAILY : 0) |
    (FIXTURES.test(head) ? FIXTURE : 0) |
    (LONERS.test(head) ? LONER : 0)
  );
}

/** The day of the month that a headline names ('на 3 травня', 'May 3'), or 0. */
export function dayNamed(title: string): number {
  // Most headlines hold no digit; what reads months need not be compiled for them.
  if (!/\d/.test(title)) return 0;
  const day = Number((DAY_MONTH.exec(title) ?? MONTH_DAY.exec(title))?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : 0;
}
