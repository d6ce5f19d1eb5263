/** Who may say what to the background in a real browser, and what a page of the extension may load. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SCRIPT_VERBS } from '../../../utils/protocol/verb-names.ts';
import { type VerbName, verbs } from '../../../utils/protocol/verbs.ts';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { inItsWorld } from '../in-panel.ts';
import { follow, openStage, type Stage } from '../stage.ts';

const NAMES = Object.keys(verbs) as VerbName[];
const EVIL = 'evil.example';

/** Runs in a script of the extension's own within a page of the web: what the background answers to each verb. */
async function sayEach(names: readonly string[]): Promise<Record<string, string>> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<{ problem?: { code: string } }> } };
  };
  const answers: Record<string, string> = {};
  for (const verb of names) {
    const answer = await chrome.runtime.sendMessage({ verb, request: {} });
    answers[verb] = answer.problem?.code ?? 'done';
  }
  return answers;
}

/** Runs in a page of the web: every way to the extension that a page could have. */
async function knock(id: string, own: string): Promise<string[]> {
  const open: string[] = [];
  const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: (...a: unknown[]) => unknown } } })
    .chrome?.runtime;
  const browserOf = (globalThis as { browser?: unknown }).browser;
  if (browserOf !== undefined) open.push('browser');
  try {
    const answer = await runtime?.sendMessage?.(id, { verb: 'settings', request: {} });
    if (answer !== undefined) open.push('a message');
  } catch {
    // As it should be.
  }
  for (const path of ['popup.html', 'manifest.json', 'licences.json', 'icon/32.png', 'panel.js']) {
    const read = await fetch(`${own}${path}`).then(
      () => true,
      () => false,
    );
    if (read) open.push(path);
  }
  return open;
}

/** Runs in a page of the extension: tries to have a script run that is none of its own, and what came of it. */
async function smuggle(evil: string): Promise<string[]> {
  const ran: string[] = [];
  const tryTo = (what: string, act: () => void): void => {
    try {
      act();
    } catch {
      return;
    }
    if (document.documentElement.dataset.ran !== undefined) ran.push(what);
  };
  // The last thing that is tried is the frame: by then all others were refused or have run.
  const refused = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      if (/frame|child|default/.test(violatedDirective)) resolve();
    });
  });
  const mark = 'document.documentElement.dataset.ran="1"';
  tryTo('an inline script', () => {
    const script = document.createElement('script');
    script.textContent = mark;
    document.head.append(script);
  });
  tryTo('an attribute', () => {
    const element = document.createElement('b');
    element.setAttribute('onclick', mark);
    document.body.append(element);
    element.click();
    element.remove();
  });
  tryTo('a remote script', () => {
    const script = document.createElement('script');
    script.src = `https://${evil}/a.js`;
    document.head.append(script);
  });
  tryTo('a frame', () => {
    const frame = document.createElement('iframe');
    frame.src = `https://${evil}/`;
    document.body.append(frame);
  });
  await refused;
  return ran;
}

export function doors(kind: BrowserKind): void {
  describe('the doors', () => {
    let stage: Stage;
    let page: Page;

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets.slice(0, 1));
      page = await stage.session.open(stage.newsroom.published()[0]?.url ?? '');
      await page.waitFor('h1');
    });
    afterAll(() => stage?.close());

    it('let a script in a page say five verbs about its own page, and no other', async () => {
      const answers = await inItsWorld<Record<string, string>>(
        stage.session,
        page,
        `func: ${sayEach.toString()}, args: [${JSON.stringify(NAMES)}]`,
      );
      expect(Object.keys(answers).sort()).toEqual([...NAMES].sort());
      const heard = NAMES.filter((name) => answers[name] !== 'forbidden');
      expect(heard.sort()).toEqual([...CONTENT_SCRIPT_VERBS].sort());
    });

    it('are closed to pages of the web: no message, no file', async () => {
      const { session } = stage;
      expect(await page.evaluate(knock, session.extensionId, session.extensionUrl(''))).toEqual([]);
    });

    it.each(['popup.html', 'reader.html', 'options.html', 'sidepanel.html', 'welcome.html'])(
      'let no script but its own run in %s',
      async (path) => {
        const { newsroom, session } = stage;
        newsroom.script({ host: EVIL }, { body: 'document.documentElement.dataset.ran="1"' });
        const own = await session.open(path);
        await own.waitFor('#app > *');
        expect(await own.evaluate(smuggle, EVIL)).toEqual([]);
        expect(await own.attribute('html', 'data-ran')).toBeNull();
        expect(newsroom.log.filter(({ host }) => host === EVIL)).toEqual([]);
        await own.close();
      },
    );
  });
}
