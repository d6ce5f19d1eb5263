import { describe, expect, it } from 'vitest';
import { coversHost } from '../../../utils/text/host-pattern.ts';
import { isNeverTouched } from '../../../utils/text/never-touched.ts';

describe('pages that Lede never looks at', () => {
  it.each([
    'https://www.privatbank.ua/',
    'https://online.oschadbank.ua/login',
    'https://www.deutsche-bank.de/',
    'https://www.bankofamerica.com/',
    'https://ebanking.example.org/',
    'https://www.paypal.com/ua',
    'https://mail.google.com/mail/u/0',
    'https://webmail.example.org/',
    'https://outlook.live.com/',
    'http://router.local/',
    'http://10.0.0.1/',
    'http://[::1]:8080/',
    'file:///home/reader/page.html',
    'chrome://settings/',
    'nonsense',
  ])('%s', (address) => {
    expect(isNeverTouched(address)).toBe(true);
  });

  it.each([
    'https://www.dailymail.co.uk/news/1',
    'https://www.thebanker.com/a',
    'https://www.bankier.pl/a',
    'https://www.pravda.com.ua/news/',
    'https://www.bbc.co.uk/news',
    'https://bridge.example/a',
  ])('but not %s', (address) => {
    expect(isNeverTouched(address)).toBe(false);
  });
});

describe('a pattern of hosts', () => {
  it.each([
    ['*://courier.example/*', 'courier.example', true],
    ['*://courier.example/*', 'www.courier.example', false],
    ['*://*.courier.example/*', 'www.courier.example', true],
    ['*://*.courier.example/*', 'courier.example', true],
    ['*://*.courier.example/*', 'notcourier.example', false],
    ['https://*/*', 'courier.example', true],
    ['<all_urls>', 'courier.example', true],
    ['file:///*', 'courier.example', false],
  ])('%s covers %s: %s', (pattern, host, covers) => {
    expect(coversHost(pattern, host)).toBe(covers);
  });
});
