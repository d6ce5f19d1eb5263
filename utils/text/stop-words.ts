/** Words that say nothing of what a text is about. */

const EN = `a about above after again against all also am among an and any are as at be because been before being below
between both but by can cannot could did do does doing down during each few for from further get gets got had has have
having he her here hers him his how i if in into is it its itself just may me might more most must my no nor not now of
off on once only or other our out over own per said same say says she should since so some such than that the their
them then there these they this those through to too under until up upon us very via was we were what when where which
while who whom why will with would yet you your`;

const UK = `а або адже але б би був буде будуть була були було бути в вам вас вже ви від він вона вони воно все всі
всього всіх втім де для до є ж за зі з із и і й його йому її їй їм їх їхній їхня їхні інший інші як яка яке
який яких які якого якому якщо коли кого ким лише м має мають мене ми мі між може можуть мої на над
нам нас наш наша наші не неї нею ні ним них ні но о об один однак ось по повідомили повідомляє повідомив під при про
проте сам саме своє свої свого своєї своїх собі та так також там те ти тим тих то того тоді той тому тільки ту тут
у увесь усе усі усіх усього хто хоч хоча це цей цим цих цього цьому цю ця ці через чи чим що щоб щодо ще
після перед без більше понад близько зокрема серед біля заявив заявила заявили каже кажуть сказав розповів розповіла`;

const RU = `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее
если есть еще ж же за здесь и из или им их к как какой когда кого кто ли либо между мне мог может могут мой мы на над
надо нас наш наши не него нее ней нет ни них но ну о об один однако он она они оно от перед по под после при про с сам
свое своего своей свои своих своем себе со так также там те тем то того тогда той только том тоже тот ту ты у уже хотя
чего чем что чтобы эта эти этим этих это этого этой этом этот эту я является которые который которая которое которых
которого около среди заявил заявила заявили сообщил сообщила сообщили сообщает рассказал рассказала рассказали`;

function words(list: string): string[] {
  return list.split(/\s+/).map((word) => word.replace(/['’]/g, '').replaceAll('ё', 'е'));
}

const STOPS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(words(EN)),
  uk: new Set(words(UK)),
  ru: new Set(words(RU)),
};

/** Whether a lower-case word without apostrophes is a stop word of the language (en, uk, ru; others have none). */
export function isStopWord(word: string, language: string): boolean {
  return STOPS[language]?.has(word) ?? false;
}
