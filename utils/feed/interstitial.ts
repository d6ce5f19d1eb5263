/**
 * Pages that stand between Lede and a feed: a robot check, or a network that wants its user to sign in. Both come with
 * any status, also 200, and neither says anything of the source. Only marks that such pages alone carry count, since
 * a news page may well write about captchas.
 */
import { hostOf } from '../text/host.ts';
import { isPrivateHost } from '../text/private-host.ts';
import { siteOf } from '../text/site.ts';

export type Interstitial = 'robot-check' | 'sign-in';

/** An HTML answer, or an error, that came in place of a feed. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** Where it was asked for. */
  readonly asked: string;
  readonly text: string;
}

/** Characters of a page that are looked at. */
const MOST_CHARACTERS = 65_536;

/**
 * What robot checks are called by those who make them. The scripts by which the same makers watch ordinary pages
 * (Cloudflare's `scripts/jsd`, DataDome's tags, Imperva's and AWS's beacons) are no marks.
 */
const ROBOT_MARKS: readonly RegExp[] = [
  /\/cdn-cgi\/challenge-platform\/h\/\w\/(?!scripts)/,
  /<title>\s*(just a moment|attention required! \| cloudflare|ddos-guard|one moment, please)/,
  /geo\.captcha-delivery\.com/,
  /captcha\.px-cdn\.net|id="px-captcha"/,
  /incapsula incident id/,
  /id="anubis_challenge"/,
  /check\.ddos-guard\.net\/check/,
  /sucuri_cloudproxy_js/,
  /awswafintegration\.(checkforcerefresh|getchallenge)/,
  /\/_sec\/cp_challenge\/|sec-if-cpt-container/,
  /<title>[^<]{0,80}(captcha|капч|are you (a )?(human|robot)|перевірка браузера|проверка браузера|ви не робот|вы не робот)/,
];

/** A form that only a human can send, or a firewall's name, on a page that holds nothing else. */
const SHORT_PAGE_MARK = /class="[^"]{0,80}(g-recaptcha|h-captcha|cf-turnstile)\b|sucuri website firewall/;
/** A page this short holds no article beside its form, in characters. */
const SHORT_PAGE = 12_000;

/** What sign-in pages of networks call themselves. */
const SIGN_IN_MARKS: readonly RegExp[] = [
  /<wispaccessgatewayparam/,
  /<title>[^<]{0,80}(hotspot|captive portal|network (login|authentication|access)|wi-?fi (login|access|sign)|sign in to (the )?(network|wi-?fi|internet))/,
  /<title>[^<]{0,80}(вхід (до|в|у) (мереж|wi-?fi|інтернет)|авторизація (в|у) мереж|вход в (сеть|wi-?fi|интернет)|авторизация в сети)/,
  /mikrotik hotspot|\$\(link-login|fgtauth|fortinet[^<]{0,60}authentication|aruba networks|cisco[^<]{0,40}web authentication|unifi[^<]{0,40}guest/,
];

/** Words in the host or path that a network redirects to. */
const SIGN_IN_ADDRESS =
  /captive|hotspot|\bwifi|wi-fi|guest-?portal|networklogin|splash|\/login\.(html|htm|php|asp)/;

/** Which page came in place of a feed, or null where it is none of these: then it is just no feed. */
export function interstitialOf(answer: PageAnswer): Interstitial | null {
  const text = answer.text.slice(0, MOST_CHARACTERS).toLowerCase();
  if (answer.status === 511 || isSignIn(answer, text)) return 'sign-in';
  return isRobotCheck(answer, text) ? 'robot-check' : null;
}

function isRobotCheck({ headers }: PageAnswer, text: string): boolean {
  if (headers.get('cf-mitigated') === 'challenge' || headers.get('x-datadome') !== null) return true;
  if (/captcha|challenge/.test(headers.get('x-amzn-waf-action') ?? '')) return true;
  if (ROBOT_MARKS.some((mark) => mark.test(text))) return true;
  return text.length < SHORT_PAGE && SHORT_PAGE_MARK.test(text);
}

/** A network answers from an address of its own, in the name of the site with a page of its own, or from a portal. */
function isSignIn({ asked, url }: PageAnswer, text: string): boolean {
  const [from, to] = [hostOf(asked), hostOf(url)];
  if (from !== to && isPrivateHost(to)) return true;
  // Who writes at length about networks is no portal.
  if (text.length < SHORT_PAGE && SIGN_IN_MARKS.some((mark) => mark.test(text))) return true;
  const isElsewhere = siteOf(from) !== siteOf(to);
  return isElsewhere && SIGN_IN_ADDRESS.test(url.toLowerCase()) && /<(form|input)\b/.test(text);
}
