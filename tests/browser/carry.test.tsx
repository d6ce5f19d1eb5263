import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type CarryView, NOT_CARRYING } from '../../utils/model/carrying.ts';
import { drawOptions, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, MINUTE, NOW, sourceRow } from './fake-surface.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const CARRYING: CarryView = { ...NOT_CARRYING, on: true, metAt: NOW - 3 * MINUTE, sources: 12, bytes: 4_321 };
const HOSTILE = `<script>alert(1)</script>${'ш'.repeat(2_000)}\u202egnirts`;

function surfaceWith(carried: Partial<CarryView>): FakeSurface {
  const surface = fakeSurface();
  surface.carried = { ...CARRYING, ...carried };
  return surface;
}

describe('carrying', () => {
  it('is off until it is turned on, by the keyboard too', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'carry');
    const box = page.getByLabelText('Carry sources and settings with the browser');
    await expect.element(box).not.toBeChecked();
    await expect.element(button('Sync now')).not.toBeInTheDocument();
    box.element().focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    expect(surface.calls).toEqual(['setCarrying(true)']);
  });

  it('says how it stands, and looks at once when asked', async () => {
    const surface = surfaceWith({ waitsUntil: NOW, problem: { code: 'sync-refused' } });
    await drawOptions(surface, 'carry');
    await expect.element(page.getByText(/12 sources are carried; .* of 102.*kB/)).toBeVisible();
    await expect.element(page.getByText(/took nothing just now/)).toBeVisible();
    await button('Sync now').click();
    expect(surface.calls).toEqual(['carryNow()']);
  });

  it('gives access to what came from another browser by one button', async () => {
    const surface = surfaceWith({});
    surface.sourceRows = [1, 2].map((id) =>
      sourceRow({ id, problem: { code: 'no-permission' }, waitsFor: [`paper${id}.example`] }),
    );
    await drawOptions(surface, 'carry');
    await button('Allow 2 sites').click();
    expect(surface.calls).toEqual(['allowWaiting(["paper1.example","paper2.example"])']);
  });

  it('asks twice before it erases, and Escape takes the question back', async () => {
    const surface = surfaceWith({});
    await drawOptions(surface, 'carry');
    await button('Erase…').click();
    await userEvent.keyboard('{Escape}');
    await button('Erase…').click();
    await button('Erase').click();
    expect(surface.calls).toEqual(['eraseCarried()']);
  });

  it('asks what is to become of sources that may have been removed elsewhere', async () => {
    const surface = surfaceWith({ asked: ['Courier', 'Полудень'] });
    await drawOptions(surface, 'carry');
    await expect.element(page.getByText(/Courier and Полудень/)).toBeVisible();
    await button('Remove here too').click();
    expect(surface.calls).toEqual(['answerAway(false)']);
  });
});

describe.each(['light', 'dark'] as const)('the pane in %s', (theme) => {
  it.each([
    ['off', NOT_CARRYING],
    ['erased elsewhere', { ...NOT_CARRYING, wasErased: true }],
    [
      'on, with everything that can be said',
      {
        ...CARRYING,
        asked: [HOSTILE, 'Courier'],
        problem: { code: 'sync-refused' },
        atHome: [
          { url: 'https://a.example/', name: HOSTILE, reason: 'key' },
          { url: 'http://nas.local/', name: 'صحيفة', reason: 'private' },
        ],
      },
    ],
  ] as const)('%s is drawn whole, with no violation that axe finds', async (_, carried) => {
    for (const language of ['en', 'uk'] as const) {
      const surface = surfaceWith(carried);
      surface.stored = { ...surface.stored, theme, language };
      document.title = 'Lede';
      const { unmount } = await drawOptions(surface, 'carry', 700);
      await settled();
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(700);
      await unmount();
    }
  });
});
