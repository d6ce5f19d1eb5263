import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ask } from './ask.ts';
import { feedOf, outletOf, pageAt } from './read.ts';

const start = Date.UTC(2026, 10, 25, 10);
const minute = 60_000;
let time: number;
let newsroom: Newsroom;

beforeEach(async () => {
  time = start;
  newsroom = await startNewsroom({ now: () => time });
});

afterEach(() => newsroom.close());

const titles = async (outlet: string): Promise<string[]> =>
  (await feedOf(newsroom, outletOf(newsroom, outlet))).items.map(({ title }) => title);

describe('publishing', () => {
  it('releases articles held back, which then stand in feeds and on pages', async () => {
    const released = newsroom.publish(6);
    expect(released).toHaveLength(6);
    expect(new Set(released.map(({ outlet }) => outlet)).size).toBeGreaterThan(2);
    expect(new Set(released.map(({ language }) => language)).size).toBe(2);
    for (const { outlet, title, url, publishedAt } of released) {
      expect(publishedAt).toBe(start);
      expect(await titles(outlet)).toContain(title);
      expect((await pageAt(newsroom, url)).texts('h1')).toEqual([title]);
    }
  });

  it('ends where nothing is left', () => {
    expect(newsroom.publish(1000).length).toBeGreaterThanOrEqual(20);
    expect(newsroom.publish()).toEqual([]);
  });

  it('holds back as many articles as asked', async () => {
    const other = await startNewsroom({ hold: 2 });
    expect(other.publish(5)).toHaveLength(2);
    await other.close();
  });

  it('prints an article that a test wrote, with its own date, picture and topic', async () => {
    const outlet = outletOf(newsroom, 'continental');
    const publishedAt = start - 90 * minute;
    const article = newsroom.publishAt(outlet.id, {
      title: 'Ferry <line> & “bridge” reopen',
      lead: 'From Monday on.',
      author: 'Ada Nord',
      topic: 'city',
      picture: 'The ferry',
      publishedAt,
    });
    const item = (await feedOf(newsroom, outlet)).items.find(({ guid }) => guid === article.guid);
    expect(item).toMatchObject({ title: article.title, url: article.url, author: 'Ada Nord' });
    expect(item?.published?.at).toBe(publishedAt);
    expect((await ask(newsroom, article.image ?? '')).status).toBe(200);
  });

  it('refuses outlets that it does not have, and a second article under one slug', () => {
    const own = { title: 'One of a kind', lead: 'Once.', slug: 'once' };
    expect(() => newsroom.publishAt('nobody', own)).toThrow(RangeError);
    newsroom.publishAt('continental', own);
    expect(() => newsroom.publishAt('continental', own)).toThrow(RangeError);
  });
});

describe('a change after publication', () => {
  it('gives the article other words and a later date of change, at its old address', async () => {
    const outlet = outletOf(newsroom, 'vistovyi');
    const article = newsroom.publishAt(outlet.id, { title: 'Перші слова', lead: 'Зранку.' });
    time += 5 * minute;
    const revised = newsroom.revise(article.id, { title: 'Другі слова' });
    expect(revised).toMatchObject({ url: article.url, publishedAt: start, updatedAt: time });
    const item = (await feedOf(newsroom, outlet)).items.find(({ url }) => url === article.url);
    expect([item?.title, item?.published?.at, item?.updated?.at]).toEqual(['Другі слова', start, time]);
    expect((await pageAt(newsroom, article.url)).texts('h1')).toEqual(['Другі слова']);
  });

  it('takes an article from feed, site and front page', async () => {
    const article = newsroom.publishAt('continental', { title: 'Gone by noon', lead: 'Not for long.' });
    newsroom.withdraw(article.id);
    expect(await titles('continental')).not.toContain(article.title);
    expect((await ask(newsroom, article.url)).status).toBe(404);
    expect((await ask(newsroom, outletOf(newsroom, 'continental').siteUrl)).text).not.toContain(
      article.title,
    );
    expect(newsroom.published()).not.toContainEqual(article);
  });
});
