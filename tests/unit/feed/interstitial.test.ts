import { describe, expect, it } from 'vitest';
import { interstitialOf } from '../../../utils/feed/interstitial.ts';

const ASKED = 'http://courier.example/rss';

interface Page {
  readonly text?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly url?: string;
}

const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

function judge({ text = page('', ''), status = 200, headers = {}, url = ASKED }: Page) {
  return interstitialOf({ text, status, headers: new Headers(headers), url, asked: ASKED });
}

describe('a page that wants a human', () => {
  it.each<[string, Page]>([
    ['Cloudflare says so in a header', { status: 403, headers: { 'cf-mitigated': 'challenge' } }],
    ['Cloudflare’s waiting page', { text: page('Just a moment...', 'Checking your browser') }],
    ['Cloudflare’s script', { text: page('', '<script src="/cdn-cgi/challenge-platform/h/b/x.js">') }],
    ['DataDome', { status: 403, text: page('x', '<script src="https://geo.captcha-delivery.com/c.js">') }],
    ['PerimeterX', { text: page('Access denied', '<div id="px-captcha"></div>') }],
    [
      'Imperva',
      { text: page('', '<iframe src="/_Incapsula_Resource?x=1">Incapsula incident ID: 1</iframe>') },
    ],
    ['Anubis', { text: page('Making sure', '<script id="anubis_challenge">{}</script>') }],
    ['DDoS-Guard', { text: page('DDOS-GUARD', '<p>Checking</p>') }],
    ['Sucuri', { text: page('Blocked', 'Sucuri WebSite Firewall') }],
    ['AWS', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }],
    ['a short page with a captcha form', { text: page('Hello', '<div class="g-recaptcha"></div>') }],
    ['a title in Ukrainian', { text: page('Підтвердьте, що ви не робот', '<form>') }],
    ['a title in Russian', { text: page('Введите капчу', '<form>') }],
  ])('is told: %s', (_what, answer) => {
    expect(judge(answer)).toBe('robot-check');
  });
});

describe('a network’s sign-in page', () => {
  it.each<[string, Page]>([
    ['by its status', { status: 511 }],
    ['on an address of the network', { url: 'http://192.168.88.1/login?dst=x' }],
    ['with WISPr marks', { text: page('', '<!-- <WISPAccessGatewayParam>--> ') }],
    ['of a hotspot', { text: page('Airport Hotspot', '<form>') }],
    ['that names itself', { text: page('Sign in to the network', '<form>') }],
    ['in Ukrainian', { text: page('Вхід до мережі готелю', '<form>') }],
    ['in Russian', { text: page('Вход в Wi-Fi', '<form>') }],
    ['of MikroTik', { text: page('internet', '<b>MikroTik HotSpot</b>') }],
    ['on a portal elsewhere', { url: 'https://wifi.hotel.example/guest', text: page('Welcome', '<form>') }],
  ])('is told: %s', (_what, answer) => {
    expect(judge(answer)).toBe('sign-in');
  });
});

describe('any other page', () => {
  const long = `<p>${'News of the day. '.repeat(1000)}</p>`;
  it.each<[string, Page]>([
    ['a home page', { text: page('Northgate Courier', long) }],
    [
      'a login of the same site',
      { url: 'http://courier.example/login.php', text: page('Log in', '<form><input>') },
    ],
    [
      'an article about captchas',
      { text: page('How we pick traffic lights', `${long}<p>captcha, hCaptcha</p>`) },
    ],
    ['a long article with a comment form', { text: page('News', `${long}<div class="g-recaptcha"></div>`) }],
    [
      'a page that Cloudflare watches',
      {
        text: page(
          'Courier',
          `<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>${long}`,
        ),
      },
    ],
    [
      'a page with DataDome’s tag',
      { text: page('Courier', '<script src="https://js.datadome.co/tags.js">') },
    ],
    ['a page with Imperva’s beacon', { text: page('Courier', '<script src="/_Incapsula_Resource?SW=1">') }],
    [
      'a page with AWS’s token',
      { text: page('Courier', '<script>document.cookie="aws-waf-token=1"</script>') },
    ],
    ['an article about PerimeterX', { text: page('PerimeterX and DataDome merge', long) }],
    ['an article about hotspots', { text: page('The best mobile hotspot', `${long}<form><input>`) }],
    ['an article about Aruba Networks', { text: page('Markets', `${long}<p>Aruba Networks fell</p>`) }],
    ['a paywall', { status: 402, text: page('Subscribe', '<form>') }],
    ['an error page', { status: 503, text: page('503 Service Unavailable', 'nginx') }],
    ['another site without a form', { url: 'https://wifi-news.example/', text: page('Wi-Fi news', long) }],
    ['a parked name', { url: 'https://parking.example/', text: page('For sale', '<form><input>') }],
    ['an empty answer', { text: '' }],
  ])('is neither: %s', (_what, answer) => {
    expect(judge(answer)).toBeNull();
  });

  it('costs no time however long it is', () => {
    expect(judge({ text: '<title>'.repeat(200_000) })).toBeNull();
  });
});
