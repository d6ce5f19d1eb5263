/** Which addresses stay at home. */
import { expect, it } from 'vitest';
import { staysHome } from '../../../utils/sync/at-home.ts';

it.each([
  ['https://reader:secret@courier.example/rss', 'password'],
  ['https://reader@courier.example/rss', 'password'],
  ['http://192.168.1.7/rss', 'private'],
  ['http://nas.local/feed', 'private'],
  ['http://localhost:8080/feed', 'private'],
  ['https://courier.example/rss?token=abc', 'key'],
  ['https://courier.example/rss?api_key=1', 'key'],
  ['https://courier.example/rss?user=7&auth=q', 'key'],
  ['https://courier.example/private/3f2a9c8b7d6e5f4a3b2c1d0e/rss', 'key'],
  ['https://courier.example/rss/6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'key'],
  ['https://courier.example/f/XyZ12abC34dEf56GhI78jk', 'key'],
  ['https://courier.example/rss#access_token=1', 'key'],
  [`https://courier.example/${'a/'.repeat(600)}`, 'too-long'],
])('%s stays: %s', (url, reason) => {
  expect(staysHome(url)).toBe(reason);
});

it.each([
  'https://courier.example/rss',
  'https://courier.example/2026/03/01/a-long-title-of-an-article-about-the-elections-of-2024.xml',
  'https://www.video.example/feeds/videos.xml?channel_id=UCsBjURrPoezykLs9EqgamOA',
  'https://courier.example/?feed=rss2&cat=1234567&hl=en-US',
  'https://новини.example/стрічка',
  'https://courier.example/rss?user=ivan',
])('%s may be carried', (url) => {
  expect(staysHome(url)).toBeNull();
});
