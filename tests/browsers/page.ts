/**
 * One page as a test sees it, the same in Chromium and Firefox: a tab, the real popup, a private window.
 * A driver brings the few primitives that differ (`PageDriver`); everything else is built on them here.
 */
import { writeFile } from 'node:fs/promises';

/** Code for a page: an expression, or a function that uses nothing but its arguments and the page's globals. */
export type PageCode<A extends readonly unknown[], T> = string | ((...args: A) => T | Promise<T>);

export interface Page {
  /** The address that the page shows now. */
  url(): Promise<string>;
  /** Runs code in the page; arguments and result travel as JSON. Rejects with the page's own error. */
  evaluate<T, A extends readonly unknown[] = []>(code: PageCode<A, T>, ...args: A): Promise<T>;
  /** Rendered text of the first element that matches, trimmed; rejects where none does. */
  text(selector: string): Promise<string>;
  /** Rendered texts of all elements that match, in document order, trimmed. */
  texts(selector: string): Promise<string[]>;
  /** How many elements match. */
  count(selector: string): Promise<number>;
  /** An attribute of the first element that matches, null where there is no such element or attribute. */
  attribute(selector: string, name: string): Promise<string | null>;
  /**
   * Waits until a selector matches something, or until code in the page gives a true value; `ms` defaults to
   * ten seconds. Rejects with what the page shows instead.
   */
  waitFor<A extends readonly unknown[] = []>(
    condition: PageCode<A, unknown>,
    ms?: number,
    ...args: A
  ): Promise<void>;
  /** Waits for an element and clicks it with real mouse events: the page has the reader's activation. */
  click(selector: string): Promise<void>;
  /** A real click at a point of the page, in CSS pixels from its upper left corner, whatever lies there. */
  clickAt(x: number, y: number): Promise<void>;
  /** Waits for a field and types into it; what stood there is replaced. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key where the focus is: 'j', 'Enter', 'ArrowDown', 'Shift+Tab'. */
  press(key: string): Promise<void>;
  /** Sets the size of the page in CSS pixels. A popup keeps the size of its content. */
  resize(width: number, height: number): Promise<void>;
  /** Writes a PNG of what is visible, at the scale of the session. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** What differs between browsers. `run` evaluates an expression, waiting for it where it is a promise. */
export interface PageDriver {
  url(): Promise<string>;
  run(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  keys(text: string): Promise<void>;
  press(key: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  capture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The expression that runs page code with its arguments. */
export function toExpression<A extends readonly unknown[], T>(code: PageCode<A, T>, args: A): string {
  if (typeof code === 'string') return code;
  return `(${code.toString()})(...${JSON.stringify(args)})`;
}

/**
 * Asks again and again until the answer is neither null nor undefined nor false; an error counts as no answer.
 * Rejects after `ms` milliseconds with `what()` and the last error.
 */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  ms: number,
  what: () => string | Promise<string>,
): Promise<T> {
  const deadline = Date.now() + ms;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = `; last error: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > deadline) throw new Error(`waited ${ms} ms for ${await what()}${last}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Builds a page on a driver. */
export function pageOver(driver: PageDriver): Page {
  // The one cast: what a page gives is JSON that only the caller knows the shape of.
  const evaluate = async <T, A extends readonly unknown[]>(code: PageCode<A, T>, ...args: A): Promise<T> =>
    (await driver.run(toExpression(code, args))) as T;
  const waitFor = async <A extends readonly unknown[]>(
    condition: PageCode<A, unknown>,
    ms = 10_000,
    ...args: A
  ): Promise<void> => {
    const expression =
      typeof condition === 'string'
        ? `document.querySelector(${JSON.stringify(condition)}) !== null`
        : toExpression(condition, args);
    await until(
      async () => Boolean(await driver.run(`Promise.resolve(${expression}).then(Boolean)`)),
      ms,
      () => describeWait(driver, String(condition)),
    );
  };
  return {
    url: driver.url,
    evaluate,
    waitFor,
    ...readers(evaluate),
    click: async (selector) => {
      await waitFor(selector);
      await driver.click(selector);
    },
    type: async (selector, text) => {
      await waitFor(selector);
      await evaluate(selectContent, selector);
      await driver.keys(text);
    },
    clickAt: driver.clickAt,
    press: driver.press,
    resize: driver.resize,
    screenshot: async (file) => writeFile(file, await driver.capture()),
    close: driver.close,
  };
}

type Evaluate = <T, A extends readonly unknown[]>(code: PageCode<A, T>, ...args: A) => Promise<T>;

function readers(evaluate: Evaluate): Pick<Page, 'text' | 'texts' | 'count' | 'attribute'> {
  return {
    text: async (selector) => {
      const found = await evaluate(
        (s: string) => document.querySelector<HTMLElement>(s)?.innerText.trim() ?? null,
        selector,
      );
      if (found === null) throw new Error(`nothing matches ${selector}`);
      return found;
    },
    texts: (selector) =>
      evaluate(
        (s: string) => Array.from(document.querySelectorAll<HTMLElement>(s), (e) => e.innerText.trim()),
        selector,
      ),
    count: (selector) => evaluate((s: string) => document.querySelectorAll(s).length, selector),
    attribute: (selector, name) =>
      evaluate((s: string, n: string) => document.querySelector(s)?.getAttribute(n) ?? null, selector, name),
  };
}

/** Runs in the page: puts the focus into a field and selects what stands in it. */
function selectContent(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select?.();
}

async function describeWait(driver: PageDriver, condition: string): Promise<string> {
  const shown = await driver
    .run('location.href + " shows: " + (document.body?.innerText ?? "").slice(0, 400)')
    .catch(() => 'the page is gone');
  return `${condition}; ${String(shown)}`;
}

/** Waits until a page is what it will be: before that its static markup says that it is busy. */
export async function settled(page: Page): Promise<Page> {
  await page.waitFor(
    () =>
      document.querySelector('#app > *') !== null &&
      document.querySelector('#app > * > main[aria-busy=true]') === null,
  );
  return page;
}
