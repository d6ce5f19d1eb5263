/** A reader's path through everything: what matters, who else tells it, the article, the search, saving, and a restart. */
import { expect, it } from 'vitest';
import { say } from '../../browsers/verbs.ts';
import { follow, type Stage } from '../stage.ts';

/** One test within the stage of a suite whose extension is really installed: only then is a restart one. */
export function readersPath(stageNow: () => Stage): void {
  it('goes from Top to an article, its other reports and the search, and finds what was saved after a restart', async () => {
    const stage = stageNow();
    const { newsroom, session } = stage;
    const options = await session.open('options.html');
    const sources = await say<readonly { url: string }[]>(options, 'sources');
    await options.close();
    const followed = new Set(sources.map(({ url }) => url));
    await follow(
      stage,
      newsroom.outlets.filter(({ feedUrl }) => !followed.has(feedUrl)),
    );
    const popup = await session.openPopup();
    await popup.waitFor('#tab-top');
    await popup.click('#tab-top');
    await popup.waitFor('.story-card .why', 10_000);
    await popup.click('.story-card .why');
    await popup.waitFor('.story-card .report .headline');
    const [title = ''] = await popup.texts('.story-card .headline');
    await popup.click('.story-card .headline-link');

    const article = await session.findTab('reader.html#/article/');
    await article.waitFor('.also-reported .headline');
    expect(await article.text('article h1')).toBe(title);
    expect(await article.texts('.also-reported .headline')).not.toContain('');
    await article.close();

    const words = title.split(' ').slice(0, 3).join(' ');
    const search = await session.open(`reader.html#/search?q=${encodeURIComponent(words)}`);
    await search.waitFor('.row mark, .row .icon-save', 10_000);
    expect(await search.texts('.row .headline')).toContain(title);
    await search.evaluate(saveRow, title);
    await search.waitFor('.row .icon-saved');
    await search.close();

    await session.restart();
    const saved = await session.open('reader.html#/saved');
    await saved.waitFor('.news .headline', 10_000);
    expect(await saved.texts('.news .headline')).toEqual([title]);
    await saved.close();
  });
}

/** Runs in the page: presses 'Save' on the row of a headline. */
function saveRow(title: string): void {
  const rows = [...document.querySelectorAll('.row')];
  const row = rows.find((one) => one.querySelector('.headline')?.textContent === title);
  row?.querySelector('.icon-save')?.closest('button')?.click();
}
