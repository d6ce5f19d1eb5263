/** The popup as a test sees it. */
import { page } from 'vitest/browser';

/** Headlines, in the order they stand. */
export const headlines = () => page.getByRole('heading', { level: 3 });

/** Their words. */
export const titles = () =>
  headlines()
    .elements()
    .map((element) => element.textContent);

export const button = (name: string | RegExp) => page.getByRole('button', { name });

/** What scrolls. */
export const list = () => page.getByRole('main').element();

/** The row of a headline. */
export function itemOf(title: string): HTMLLIElement {
  const item = page.getByRole('heading', { name: title }).element().closest('li');
  if (item === null) throw new Error(`no row has the headline ${title}`);
  return item;
}

/** Chooses what the menu of the first row offers under a name. */
export async function chooseFromMenu(name: string | RegExp): Promise<void> {
  await button(/^(More|Ще)$/)
    .first()
    .click();
  await page.getByRole('menuitem', { name }).click();
}
