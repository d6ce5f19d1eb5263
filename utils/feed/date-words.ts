/** Names of months, time zones and halves of the day as publishers write them. Data. */

/**
 * Beginnings of the months' names, January first, in lower case without accents (й is и, ї is і then). The longest
 * beginning that fits decides. Where languages contradict each other (listopad is November in Polish and Czech,
 * October in Croatian) the one with more readers wins.
 */
const MONTH_STARTS: readonly string[] = [
  'jan jaan ene gen ian tammi sty led oca sau sij січ янв яну сту јан ιαν',
  'feb fev helmi lut uno sub vas veebr velj лют фев феб φεβ',
  'mar mrz maa mrt bre kov ozu бер мар сак μαρ',
  'apr avr abr huhti kwi dub nis bal tra кві апр кра απρ',
  'may mai mag maj mei touko kve geg svi тра маи мая мај μαι μαη',
  'jun juin giu iun kesa cze cer cvn haz bir juuni lipan lipnj чер июн чэр юни јун ιουν',
  'jul juil lug iul heina lip cervenec cervence cvc tem lie juuli srpanj srpnj лип июл ліп юли јул ιουλ',
  'aug aou ago elo sie srp agu rugp kol сер авг жні αυγ',
  'sep set sze syys wrz zar eyl rugs ruj вер сен сеп σεπ',
  'oct okt ott out loka paz rij eki spa жов окт кас οκτ',
  'nov noi noe marras lis kas lap stu лис ноя ліс ное нов νοε',
  'dec dez dic des joulu gru pro ara гру дек сне дец δεκ',
];

const LONGEST_START = 8;
const SHORTEST_START = 3;

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_STARTS.flatMap((starts, index) => starts.split(' ').map((start) => [start, index + 1] as const)),
);

/** Month, 1 to 12, of a word in lower case without accents; null if it names none. */
export function monthOf(word: string): number | null {
  for (let length = Math.min(word.length, LONGEST_START); length >= SHORTEST_START; length -= 1) {
    const month = MONTHS.get(word.slice(0, length));
    if (month !== undefined) return month;
  }
  return null;
}

/** Minutes from UTC and the zones that have them; of a name with several meanings the commonest in feeds. */
const ZONE_NAMES: readonly (readonly [number, string])[] = [
  [0, 'z gmt ut utc wet'],
  [60, 'west bst cet met mez wat n'],
  [120, 'cest mest mesz eet sast cat'],
  [180, 'eest msk мск trt eat idt'],
  [240, 'msd samt gst azt get'],
  [300, 'yekt pkt uzt almt'],
  [330, 'ist'],
  [345, 'npt'],
  [360, 'omst'],
  [420, 'novt krat wib ict'],
  [480, 'irkt hkt sgt pht awst myt'],
  [540, 'yakt jst kst'],
  [570, 'acst'],
  [600, 'vlat aest'],
  [630, 'acdt'],
  [660, 'magt aedt'],
  [720, 'pett nzst y'],
  [780, 'nzdt'],
  [-60, 'a'],
  [-150, 'ndt'],
  [-180, 'adt brt art'],
  [-210, 'nst'],
  [-240, 'ast at edt clt vet'],
  [-300, 'est et cdt cot pet'],
  [-360, 'cst ct mdt'],
  [-420, 'mst mt pdt'],
  [-480, 'pst pt akdt'],
  [-540, 'akst'],
  [-600, 'hst'],
  [-720, 'm'],
];

/** Minutes from UTC by a zone's name in lower case. */
export const ZONES: ReadonlyMap<string, number> = new Map(
  ZONE_NAMES.flatMap(([offset, names]) => names.split(' ').map((name) => [name, offset] as const)),
);

/** Words in front of a time for the halves of the day; true for the second half. */
export const DAY_HALVES: readonly (readonly [string, boolean])[] = [
  ['오전', false],
  ['오후', true],
  ['上午', false],
  ['下午', true],
  ['午前', false],
  ['午後', true],
];
