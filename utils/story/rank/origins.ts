/**
 * Whom an article cites: an agency, a paper, an institute or an office named in the headline or the lead the way that
 * news names its origin ('– Bloomberg', 'Source: ISW', 'з посиланням на', 'по данным'). Outlets that all cite one
 * origin are echoes of it and confirm nothing.
 */

/** `public/stories/origins.json`: `key|English names|Ukrainian forms|Russian forms|media or body`, names by commas. */
export interface OriginsFile {
  readonly origins: readonly string[];
}

export interface Origin {
  readonly key: string;
  /** One spelling for all languages: the first English name. */
  readonly name: string;
}

interface Name extends Origin {
  readonly words: readonly string[];
}

export type Origins = ReadonlyMap<string, readonly Name[]>;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ&][\p{L}\p{N}]+)*/gu;

const fold = (text: string): string => text.toLowerCase().replace(/['’ʼ]/g, '').replaceAll('ё', 'е');

/** Makes the names ready for finding: by their first words, longest names first. */
export function readOrigins({ origins }: OriginsFile): Origins {
  const names = new Map<string, Name[]>();
  for (const line of origins) {
    const [key = '', english = '', ...others] = line.split('|');
    const name = english.split(',')[0] ?? key;
    for (const form of [english, ...others.slice(0, 2)].join(',').split(',')) {
      const words = form.match(WORD) ?? [];
      const first = fold(words[0] ?? '');
      names.set(first, [...(names.get(first) ?? []), { key, name, words }]);
    }
  }
  for (const list of names.values()) list.sort((one, two) => two.words.length - one.words.length);
  return names;
}

const LINKS =
  '(?:the |(?:news )?agency |newspaper |видання |виданн\\p{L}+ |агентств\\p{L}+ |газет\\p{L}+ |телеканал\\p{L}* |журнал\\p{L}* |издани\\p{L}+ |джерел\\p{L}+ |источник\\p{L}* |аналітик\\p{L}+ |аналитик\\p{L}+ |експерт\\p{L}+ |эксперт\\p{L}+ |в |у |по |до )*["«“„‘(]*$';
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:citing|according to|as reported by|reported by|sources?:|quoting|quoted by|seen by|told|obtained by|data from|figures from|says? a report by|з посиланням на|із посиланням на|посилаючись на|посилається на|за даними|за інформацією|за оцінк(?:ою|ами)|за підрахунками|за повідомленням|як пише|пише|пишуть|повідомля(?:є|ють)|повідоми(?:в|ла|ло|ли)|передає|інформує|наводить|джерело:|со ссылкой на|ссылаясь на|ссылается на|по данным|по информации|по оценк(?:е|ам)|по подсч[её]там|по сообщению|пишет|пишут|сообща(?:ет|ют)|сообщил[аио]?|переда[её]т|приводит|источник:|розповіли|рассказали|заявили|повідомили|сообщили) ${LINKS}`,
  'iu',
);
const AFTER =
  /^["»”’)]*,?\s*(?:reports?|reported|says|said|writes|wrote|has learned|has learnt|reveals|estimates|poll|повідомля(?:є|ють)|повідоми(?:в|ла|ло|ли)|пишу?ть|пише|передає|інформує|сообща(?:ет|ют)|сообщил[аио]?|пишет|переда[её]т)(?!\p{L})/iu;
const TAIL = /[:–—|-]\s*["«“(]*$/u;
const END = /^["»”)]*\s*[.]?\s*$/u;
const START = /^(?:["«“❗🔥\s]|⚡\uFE0F?)*$/u;
const COLON = /^["»”]*\s*:/u;

/**
 * The origin of an article, or null where it cites none. `voice` is the outlet or owner itself: it is no origin of its
 * own reports.
 */
export function originOf(origins: Origins, title: string, lead: string, voice: string): Origin | null {
  const own = fold(voice);
  const cited = (name: Name): boolean => fold(name.words.join(' ')) !== own && fold(name.name) !== own;
  const found =
    citedIn(origins, title.slice(0, 300), true, cited) ?? citedIn(origins, lead.slice(0, 600), false, cited);
  return found ? { key: found.key, name: found.name } : null;
}

/** The key of an outlet that others cite, by its name; null where it is none. */
export function originNamed(origins: Origins, outlet: string): string | null {
  const words = Array.from(outlet.matchAll(WORD));
  const name = nameAt(origins, words, 0);
  return name && name.words.length === words.length ? name.key : null;
}

function citedIn(
  origins: Origins,
  text: string,
  isTitle: boolean,
  allowed: (name: Name) => boolean,
): Name | null {
  const words = Array.from(text.matchAll(WORD));
  for (let at = 0; at < words.length; at += 1) {
    const name = nameAt(origins, words, at);
    if (!name || !allowed(name)) continue;
    const last = words[at + name.words.length - 1];
    const from = words[at]?.index ?? 0;
    const to = (last?.index ?? 0) + (last?.[0].length ?? 0);
    if (isCited(text.slice(Math.max(0, from - 70), from), text.slice(to, to + 40), from, isTitle))
      return name;
    at += name.words.length - 1;
  }
  return null;
}

function nameAt(origins: Origins, words: readonly RegExpExecArray[], at: number): Name | undefined {
  const candidates = origins.get(fold(words[at]?.[0] ?? ''));
  return candidates?.find(({ words: parts }) =>
    parts.every((part, index) => {
      const here = words[at + index]?.[0] ?? '';
      return fold(here) === fold(part) && capitalsAsIn(here, part);
    }),
  );
}

/** 'AP' is no 'ap', and 'Time' no 'time'. */
function capitalsAsIn(here: string, name: string): boolean {
  if (name.length <= 4 && name === name.toUpperCase()) return here === name;
  const first = name.charAt(0);
  return first === first.toLowerCase() || here.charAt(0) === here.charAt(0).toUpperCase();
}

function isCited(before: string, after: string, from: number, isTitle: boolean): boolean {
  if (BEFORE.test(before) || AFTER.test(after)) return true;
  if (!isTitle) return false;
  if (TAIL.test(before) && END.test(after)) return true;
  return from < 12 && START.test(before) && COLON.test(after);
}
