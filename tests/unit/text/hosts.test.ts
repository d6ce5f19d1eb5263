import { describe, expect, it } from 'vitest';
import { isPrivateHost, privateHostOf } from '../../../utils/text/private-host.ts';
import { siteOf } from '../../../utils/text/site.ts';
import { PRIVATE_ADDRESSES } from '../support/private-addresses.ts';

const PUBLIC = [
  'http://1.1.1.1/',
  'http://9.255.255.255/',
  'http://11.0.0.1/',
  'http://100.63.255.255/',
  'http://100.128.0.1/',
  'http://126.255.255.255/',
  'http://128.0.0.1/',
  'http://169.253.1.1/',
  'http://172.15.255.255/',
  'http://172.32.0.1/',
  'http://192.167.1.1/',
  'http://192.169.1.1/',
  'http://198.20.0.1/',
  'http://223.255.255.255/',
  'http://[2606:4700::1111]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[64:ff9b::808:808]/',
  'http://[2002:808:808::1]/',
  'http://[2001:4860:4860::8888]/',
  'http://localhost.example.com/',
  'http://10.example.com/',
  'http://fd.example/',
  'http://local.ua/',
];

describe('a host of the reader’s own network', () => {
  it.each(PRIVATE_ADDRESSES)('is told in %s', (url) => {
    expect(privateHostOf(url)).toBe(new URL(url).hostname);
  });

  it.each(PUBLIC)('is not taken for one: %s', (url) => {
    expect(privateHostOf(url)).toBeNull();
  });

  it('is none where there is no host', () => {
    expect(privateHostOf('mailto:somebody@example.com')).toBeNull();
    expect(isPrivateHost('courier.example')).toBe(false);
  });
});

describe('the site of a host', () => {
  it.each([
    ['feeds.bbci.co.uk', 'bbci.co.uk'],
    ['www.bbc.com', 'bbc.com'],
    ['rss.unian.net', 'unian.net'],
    ['www.pravda.com.ua', 'pravda.com.ua'],
    ['life.pravda.com.ua', 'pravda.com.ua'],
    ['zaxid.net', 'zaxid.net'],
    ['gazeta.lviv.ua', 'gazeta.lviv.ua'],
    ['www.nhk.or.jp', 'nhk.or.jp'],
    ['www.abc.net.au', 'abc.net.au'],
    ['g1.globo.com', 'globo.com'],
    ['t.co', 't.co'],
    ['93.184.216.34', '93.184.216.34'],
    ['[2606:4700::1111]', '[2606:4700::1111]'],
  ])('of %s is %s', (host, site) => {
    expect(siteOf(host)).toBe(site);
  });
});
