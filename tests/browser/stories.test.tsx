import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions, drawPopup, drawReader } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow } from './fake-surface.ts';
import { chooseFromMenu } from './popup-page.ts';

const BRIDGE = latestRow({ id: 1, story: { id: 11, others: 2, more: 0, origin: null } });
const OTHER = latestRow({
  id: 2,
  title: 'Market opens late',
  story: { id: 12, others: 0, more: 0, origin: null },
});
const REPORTS = [
  latestRow({
    id: 5,
    title: 'Footbridge ready at last',
    source: { id: 2, name: 'Herald', host: 'herald.example' },
  }),
  latestRow({ id: 6, title: 'Міст відкрито', source: { id: 3, name: 'Полудень', host: 'poluden.example' } }),
];

function surfaceWithStory(): FakeSurface {
  const surface = fakeSurface([BRIDGE, OTHER]);
  const [first, last] = [REPORTS[1]?.at ?? 0, BRIDGE.at];
  const told = { rows: [BRIDGE, ...REPORTS], origin: null, firstAt: first, lastAt: last };
  surface.stories.set(11, { id: 11, ...told, earlier: null });
  return surface;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const reports = () => Array.from(document.querySelectorAll('.report .headline'), (one) => one.textContent);

it('a story that continues another names it under its reports', async () => {
  const surface = surfaceWithStory();
  const view = surface.stories.get(11);
  const earlier = latestRow({ id: 9, title: 'Footbridge delayed again' });
  if (view) surface.stories.set(11, { ...view, earlier });
  await drawPopup(surface);
  await button('also in 2 sources').click();
  await expect.element(page.getByText('Earlier', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Footbridge delayed again' }).click();
  await expect.poll(() => surface.calls).toContain('openArticle(9, "tab")');
});

describe.each([
  ['the popup', drawPopup],
  ['the reading page', drawReader],
] as const)('a row of %s', (_, draw) => {
  it('says how many other sources tell its story, and shows their own headlines and times', async () => {
    await draw(surfaceWithStory());
    await expect.element(button('also in 2 sources')).toHaveAttribute('aria-expanded', 'false');
    await button('also in 2 sources').click();
    await expect.poll(reports).toEqual(['Footbridge ready at last', 'Міст відкрито']);
    await expect.element(page.getByText('Полудень')).toBeVisible();
    await expect.element(button('also in 2 sources')).toHaveAttribute('aria-expanded', 'true');
    await button('also in 2 sources').click();
    await expect.poll(reports).toEqual([]);
  });

  it('is opened and closed by keyboard', async () => {
    await draw(surfaceWithStory());
    await expect.element(button('also in 2 sources')).toBeVisible();
    (document.querySelector('.also-in') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(reports).toHaveLength(2);
    await userEvent.keyboard(' ');
    await expect.poll(reports).toHaveLength(0);
  });
});

it('says what is new of a story that was read, and whom all its sources cite', async () => {
  const story = { id: 11, others: 1, more: 3, origin: 'Bloomberg' };
  await drawPopup(fakeSurface([latestRow({ id: 1, unread: false, story })]));
  await expect.element(page.getByText('3 more')).toBeVisible();
  await expect.element(page.getByText('all citing Bloomberg')).toBeVisible();
});

it('draws a line under what arrived since the last visit, and says that it was shown', async () => {
  const surface = fakeSurface([BRIDGE, OTHER]);
  surface.line = { fresh: 1, since: BRIDGE.at - 3_600_000 };
  await drawPopup(surface);
  await expect.element(page.getByText(/^new since /)).toBeVisible();
  const order = Array.from(
    document.querySelectorAll('.row, .new-since'),
    (one) => one.className.split(' ')[0],
  );
  expect(order).toEqual(['row', 'new-since', 'row']);
  expect(surface.visits).toBe(1);
  surface.changed();
  await expect.poll(() => surface.visits).toBe(1);
});

describe('the reader', () => {
  it('parts a report that is another story, and takes that back', async () => {
    const surface = surfaceWithStory();
    await drawPopup(surface);
    await button('also in 2 sources').click();
    await page.getByRole('button', { name: 'Not the same story' }).first().click();
    await expect.element(page.getByText('It is a story of its own now.')).toBeVisible();
    await button('Undo').click();
    await expect.poll(() => surface.calls).toEqual(['splitStory([5])', 'undoCorrection(7)']);
    await expect.element(page.getByText('It is a story of its own now.')).not.toBeInTheDocument();
  });

  it('joins two rows that tell the same story', async () => {
    const surface = surfaceWithStory();
    await drawPopup(surface);
    await chooseFromMenu('Same story as another row');
    await expect.element(page.getByText('Which row tells the same story?')).toBeVisible();
    await button('Same story').click();
    await expect.element(page.getByText('They are one story now.')).toBeVisible();
    expect(surface.calls).toEqual(['joinStories([11,12])']);
  });

  it('may leave it at that', async () => {
    await drawPopup(surfaceWithStory());
    await chooseFromMenu('Same story as another row');
    await button('Cancel').click();
    await expect.element(page.getByText('Which row tells the same story?')).not.toBeInTheDocument();
  });

  it('chooses in options whether Latest has a row a story or a row an article', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'appearance');
    await page.getByLabelText('Latest shows').selectOptions('Every article');
    await expect.poll(() => surface.calls).toEqual(['changeSettings({"latest":"articles"})']);
  });
});
