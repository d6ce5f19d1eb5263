import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../browsers/cleanup.ts';
import { type PageDriver, pageOver, toExpression, until } from '../../browsers/page.ts';

describe('code for a page', () => {
  it('is a function with its arguments as JSON, or an expression as it stands', () => {
    const add = (a: number, b: { readonly c: string }): string => a + b.c;
    expect(runInNewContext(toExpression(add, [1, { c: 'ї"' }]))).toBe('1ї"');
    expect(toExpression('document.title', [])).toBe('document.title');
  });
});

describe('waiting', () => {
  it('goes on over errors and empty answers until there is one, which may be zero or an empty text', async () => {
    const answers = [null, undefined, false, 0];
    let asked = 0;
    const ask = async () => {
      if (asked === 0) {
        asked++;
        throw new Error('not yet');
      }
      return answers[asked++ - 1] ?? null;
    };
    expect(await until(ask, 5_000, () => 'a number')).toBe(0);
    expect(
      await until(
        async () => '',
        5_000,
        () => 'a text',
      ),
    ).toBe('');
  });

  it('ends with what was waited for and the last error', async () => {
    const ask = () => Promise.reject(new Error('the page is gone'));
    await expect(until(ask, 1, () => 'the popup')).rejects.toThrow(
      'waited 1 ms for the popup; last error: the page is gone',
    );
  });
});

/** A driver whose page is a list of texts under the selector 'li', and which notes what is done to it. */
function fakeDriver(texts: readonly string[]): { driver: PageDriver; done: string[] } {
  const done: string[] = [];
  const elements = texts.map((text) => ({ innerText: ` ${text}\n`, getAttribute: () => text }));
  const find = (selector: string) => (selector === 'li' ? elements : []);
  const document = {
    body: { innerText: 'the whole page' },
    querySelector: (selector: string) => find(selector)[0] ?? null,
    querySelectorAll: find,
  };
  const note =
    (name: string) =>
    async (...args: readonly unknown[]): Promise<void> => {
      done.push([name, ...args].join(' '));
    };
  const driver: PageDriver = {
    url: async () => 'about:test',
    run: async (expression) => runInNewContext(expression, { document, location: { href: 'about:test' } }),
    clickAt: note('clickAt'),
    click: note('click'),
    keys: note('keys'),
    press: note('press'),
    resize: note('resize'),
    capture: async () => Buffer.from('picture'),
    close: note('close'),
  };
  return { driver, done };
}

describe('a page', () => {
  it('gives rendered texts trimmed, how many there are, and attributes', async () => {
    const page = pageOver(fakeDriver(['one', 'two']).driver);
    expect(await page.text('li')).toBe('one');
    expect(await page.texts('li')).toEqual(['one', 'two']);
    expect(await page.count('li')).toBe(2);
    expect(await page.attribute('li', 'id')).toBe('one');
    expect(await page.attribute('p', 'id')).toBeNull();
    await expect(page.text('p')).rejects.toThrow('nothing matches p');
  });

  it('clicks only what is there, and says what the page shows where it is not', async () => {
    const { driver, done } = fakeDriver(['one']);
    const page = pageOver(driver);
    await page.click('li');
    expect(done).toEqual(['click li']);
    await expect(page.waitFor('#missing', 1)).rejects.toThrow(
      'waited 1 ms for #missing; about:test shows: the whole page',
    );
  });

  it('waits for what its own code says, with arguments', async () => {
    const page = pageOver(fakeDriver(['one', 'two']).driver);
    const hasAtLeast = (n: number): boolean => document.querySelectorAll('li').length >= n;
    await page.waitFor(hasAtLeast, 1_000, 2);
    await expect(page.waitFor(hasAtLeast, 1, 3)).rejects.toThrow('waited 1 ms');
  });

  it('writes its picture to a file', async () => {
    const folder = temporaryFolder('picture');
    const file = join(folder.path, 'page.png');
    await pageOver(fakeDriver([]).driver).screenshot(file);
    expect(readFileSync(file, 'utf8')).toBe('picture');
    folder.remove();
  });
});
