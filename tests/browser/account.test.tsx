import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AccountView, Refused } from '../../utils/model/account.ts';
import { drawOptions, settled } from './draw.tsx';
import { accountView, type FakeSurface, fakeSurface, sourceRow } from './fake-surface.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const HOSTILE = `<script>alert(1)</script>${'ш'.repeat(2_000)}\u202egnirts`;
const REFUSED: readonly Refused[] = [
  {
    kind: 'move',
    name: 'Courier',
    url: 'https://courier.example/rss',
    problem: { code: 'http', status: 400 },
  },
  { kind: 'remove', name: HOSTILE, url: 'https://a.example/rss', problem: { code: 'timeout' } },
];

function surfaceWith(view: Partial<AccountView>): FakeSurface {
  const surface = fakeSurface();
  surface.accountView = accountView(view);
  return surface;
}

async function fill(address = 'news.example'): Promise<void> {
  await page.getByLabelText('Address of the server').fill(address);
  await page.getByLabelText('User name').fill(' reader ');
  await page.getByLabelText('API password').fill('battery & staple');
}

describe('adding an account', () => {
  it('is done by the keyboard alone: Enter tests, Enter adds what was found', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'carry');
    await fill();
    await userEvent.keyboard('{Enter}');
    await expect.element(status('FreshRSS lets you in. It holds 42 sources.')).toBeVisible();
    await expect.element(button('Add this account')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Sync now')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Account on a feed server' })).toHaveFocus();
    const entry = { address: 'https://news.example', user: 'reader', password: 'battery & staple' };
    expect(surface.calls).toEqual([
      `testAccount(${JSON.stringify(entry)})`,
      'addAccount("https://news.example")',
    ]);
  });

  it('tests once, however often the button is pressed meanwhile', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'carry');
    const release = surface.hold();
    await fill();
    await button('Test').click();
    await expect.element(button('Testing…')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    release();
    await expect.element(button('Add this account')).toBeVisible();
    expect(surface.calls).toHaveLength(1);
  });

  it('asks for what was left empty, and for nothing else', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'carry');
    await button('Test').click();
    await expect.element(status('Fill in the address')).toBeVisible();
    expect(surface.calls).toEqual([]);
  });

  it.each([
    ['server-password', 'does not accept this user'],
    ['server-api-off', 'API is switched off'],
    ['server-header', 'drops the header that says who asks'],
    ['server-none', 'No feed server answers there'],
    ['server-unreachable', 'its certificate is not trusted'],
    ['server-insecure', 'password would travel unprotected'],
    ['server-redirect', 'Enter the final one'],
    ['server-unreadable', 'something that Lede can’t read'],
    ['asked-to-wait', 'asked Lede to come later'],
    ['timeout', 'The server was too slow'],
    ['too-large', 'larger than Lede reads'],
    ['no-permission', 'nothing is asked of the server'],
    ['http', 'answered with a fault (500)'],
  ] as const)('says what is wrong in plain words: %s', async (code, words) => {
    const surface = fakeSurface();
    surface.refusals.set('testAccount', { code, ...(code === 'http' && { status: 500 }) });
    await drawOptions(surface, 'carry');
    await fill();
    await button('Test').click();
    await expect.element(status(words)).toBeVisible();
    await expect.element(page.getByLabelText('API password')).toHaveValue('battery & staple');
    await expect.element(button('Add this account')).not.toBeInTheDocument();
  });

  it('asks a machine of the own network only once the reader says so', async () => {
    const surface = fakeSurface();
    surface.refusals.set('testAccount', { code: 'private-address' });
    await drawOptions(surface, 'carry');
    await fill('http://nas.local:8080');
    await button('Test').click();
    await button('It is my own: allow').click();
    await expect.element(button('Add this account')).toBeVisible();
    expect(surface.calls.at(-1)).toBe('testConfirmed("http://nas.local:8080")');
  });

  it('tests anew what is typed after a test', async () => {
    await drawOptions(fakeSurface(), 'carry');
    await fill();
    await button('Test').click();
    await expect.element(button('Add this account')).toBeVisible();
    await page.getByLabelText('User name').fill('somebody');
    await expect.element(button('Add this account')).not.toBeInTheDocument();
  });
});

describe('an account', () => {
  it('says how it stands and what waits, and syncs at once when asked', async () => {
    const surface = surfaceWith({
      marksWaiting: 3,
      changesWaiting: 1,
      problem: { code: 'server-unreachable' },
    });
    await drawOptions(surface, 'carry');
    await expect.element(page.getByText('Last sync: 3 min ago')).toBeVisible();
    await expect
      .element(page.getByText('3 marks wait to be sent. 1 change of sources waits to be sent.'))
      .toBeVisible();
    await expect.element(status('The server can’t be reached')).toBeVisible();
    await button('Sync now').click();
    expect(surface.calls).toEqual(['syncAccount()']);
  });

  it('says once why a sync came to nothing', async () => {
    const surface = surfaceWith({ problem: { code: 'server-unreachable' } });
    surface.refusals.set('syncAccount', { code: 'server-unreachable' });
    await drawOptions(surface, 'carry');
    await button('Sync now').click();
    await settled();
    expect(page.getByText(/The server can’t be reached/).elements()).toHaveLength(1);
  });

  it('is not synced twice at once', async () => {
    const surface = surfaceWith({ isSyncing: true });
    await drawOptions(surface, 'carry');
    await expect.element(button('Syncing…')).toHaveAttribute('aria-disabled', 'true');
    button('Syncing…').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(surface.calls).toEqual([]);
  });

  it.each([
    ['no-access', 'Allow news.example', 'allowAccount("https://news.example/api/greader.php")'],
    ['no-consent', 'Consent', 'allowAccount("https://news.example/api/greader.php")'],
  ] as const)('without what it needs (%s) names it, with one button', async (standing, name, call) => {
    const surface = surfaceWith({ standing });
    await drawOptions(surface, 'carry');
    await expect.element(button('Sync now')).not.toBeInTheDocument();
    await button(name).click();
    expect(surface.calls).toEqual([call]);
  });

  it('leaves the focus in the pane when what it waited for is there', async () => {
    const surface = surfaceWith({ standing: 'no-access' });
    await drawOptions(surface, 'carry');
    await expect.element(button('Allow news.example')).toBeVisible();
    button('Allow news.example').element().focus();
    surface.accountView = accountView();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Sync now')).toBeVisible();
    await expect.element(page.getByRole('main')).toHaveFocus();
  });

  it('that waits for the reader says so beside the name of its pane, wherever in options he is', async () => {
    const surface = surfaceWith({ standing: 'no-access' });
    await drawOptions(surface, 'about');
    const link = page.getByRole('link', { name: /Carry and accounts/ });
    await expect.poll(() => link.element().textContent).toContain('the account waits for you');
    surface.accountView = accountView();
    surface.changed();
    await expect.poll(() => link.element().textContent).toBe('Carry and accounts');
  });

  it('that lets nobody in asks for the password again', async () => {
    const surface = surfaceWith({ standing: 'signed-out' });
    await drawOptions(surface, 'carry');
    await page.getByLabelText('API password').fill('another');
    await userEvent.keyboard('{Enter}');
    expect(surface.calls).toEqual(['signInAgain("another")']);
  });

  it('asks before it removes what its server suddenly lists no longer', async () => {
    const surface = surfaceWith({ vanished: 42 });
    await drawOptions(surface, 'carry');
    await button('Keep them here').click();
    await button('Remove them here too').click();
    expect(surface.calls).toEqual(['answerVanished(false)', 'answerVanished(true)']);
  });

  it('moves what is fetched here, once the reader has read what that means', async () => {
    const surface = surfaceWith({});
    surface.sourceRows = [
      sourceRow({ id: 1 }),
      sourceRow({ id: 2 }),
      { ...sourceRow({ id: 3 }), isOnServer: true },
    ];
    await drawOptions(surface, 'carry');
    await button('Move 2 sources…').click();
    await userEvent.keyboard('{Escape}');
    expect(surface.calls).toEqual([]);
    await button('Move 2 sources…').click();
    await button('Move').click();
    expect(surface.calls).toEqual(['moveSources()']);
  });

  it('names what the server refused, and what became of it, until the reader knows', async () => {
    const surface = surfaceWith({ refused: REFUSED });
    await drawOptions(surface, 'carry');
    await expect.element(page.getByText(/It stays here, and Lede fetches it itself.*\(400\)/)).toBeVisible();
    await expect.element(page.getByText(/It is still followed there/)).toBeVisible();
    await button('All right').click();
    expect(surface.calls).toEqual(['knowRefused()']);
  });

  it.each([
    ['Keep its articles', 'leaveAccount(true)'],
    ['Drop its articles', 'leaveAccount(false)'],
  ])('is left after a question: %s', async (name, call) => {
    const surface = surfaceWith({ marksWaiting: 1 });
    await drawOptions(surface, 'carry');
    await button('Leave…').click();
    await expect.element(page.getByText('What waits to be sent is not sent any more.')).toBeVisible();
    await button(name).click();
    await expect.element(button('Test')).toBeVisible();
    expect(surface.calls).toEqual([call]);
  });

  it('says why something could not be done', async () => {
    const surface = surfaceWith({});
    surface.refusals.set('syncAccount', { code: 'http', status: 502 });
    await drawOptions(surface, 'carry');
    await button('Sync now').click();
    await expect.element(status('answered with a fault (502)')).toBeVisible();
  });
});

describe('with an account', () => {
  const find = async (surface: FakeSurface) => {
    await drawOptions(surface);
    await page.getByLabelText('Add a site or feed by its address').fill('daily.example/rss');
  };

  it('what is added is fetched by the server, or here where the reader says so', async () => {
    const surface = surfaceWith({});
    await find(surface);
    await expect.element(page.getByLabelText('Fetched by')).toHaveDisplayValue('FreshRSS (news.example)');
    await button('Find').click();
    await expect.element(status('You now follow')).toBeVisible();
    await page.getByLabelText('Fetched by').selectOptions('Lede, on this machine');
    await page.getByLabelText('Add a site or feed by its address').fill('daily.example/rss');
    await button('Find').click();
    await expect.element(status('You now follow')).toBeVisible();
    expect(surface.calls.filter((call) => call.startsWith('followFound'))).toEqual([
      'followFound("https://daily.example/rss", true)',
      'followFound("https://daily.example/rss")',
    ]);
  });

  it('that waits for access nothing is added there', async () => {
    const surface = surfaceWith({ standing: 'no-access' });
    await find(surface);
    await expect.element(page.getByLabelText('Fetched by')).not.toBeInTheDocument();
  });

  it('its sources say who fetches them, and are neither paused nor asked by an interval here', async () => {
    const surface = surfaceWith({});
    surface.sourceRows = [{ ...sourceRow({ id: 1, title: 'Courier' }), isOnServer: true }];
    await drawOptions(surface);
    await expect.element(page.getByText('Fetched by your feed server')).toBeVisible();
    await button('More about Courier').click();
    await expect.element(page.getByLabelText('Name', { exact: true })).toBeVisible();
    await expect.element(page.getByLabelText('How often to check')).not.toBeInTheDocument();
    await expect.element(page.getByLabelText(/^Pause it/)).not.toBeInTheDocument();
  });
});

const STATES: Readonly<Record<string, Partial<AccountView> | null>> = {
  none: null,
  works: {},
  'syncing for the first time': { isSyncing: true, syncedAt: null, sources: 0 },
  'with a problem and what waits': {
    problem: { code: 'server-unreachable' },
    marksWaiting: 1_200,
    changesWaiting: 2,
  },
  'no access': { standing: 'no-access' },
  'no consent': { standing: 'no-consent' },
  'signed out': { standing: 'signed-out', user: HOSTILE },
  vanished: { vanished: 42 },
  refused: { refused: REFUSED },
  moving: { moving: { done: 5, total: 12 } },
};

/** Each language in one theme; the full run has both in both. */
const LANGUAGES = { light: ['en', 'uk'], dark: ['uk', 'en'] } as const;

describe.each(['light', 'dark'] as const)('the account in %s', (theme) => {
  it.each(Object.entries(STATES))('%s is drawn whole, with no violation that axe finds', async (_, view) => {
    for (const language of LANGUAGES[theme].slice(0, import.meta.env.LEDE_FULL === '1' ? 2 : 1)) {
      const surface = view === null ? fakeSurface() : surfaceWith(view);
      surface.stored = { ...surface.stored, theme, language };
      document.title = 'Lede';
      const { unmount } = await drawOptions(surface, 'carry', 500);
      await settled();
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(500);
      await unmount();
    }
  });
});
