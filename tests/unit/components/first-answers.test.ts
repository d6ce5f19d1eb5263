import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstAnswers } from '../../../components/latest/first-answers.ts';
import { fakeSurface, latestRows } from '../../browser/fake-surface.ts';

afterEach(() => vi.useRealTimers());

describe('what a page is drawn from at first', () => {
  it('is so many rows, and how the whole stands', async () => {
    const answers = await firstAnswers(fakeSurface(latestRows(9)), 5);
    expect(answers?.page).toMatchObject({ ok: true, value: { rows: { length: 5 } } });
    expect(answers?.status).toMatchObject({ ok: true });
  });

  it('is nothing where the database answers nobody: the page is drawn all the same', async () => {
    vi.useFakeTimers();
    const surface = { ...fakeSurface(), latest: () => new Promise<never>(() => {}) };
    const answers = firstAnswers(surface, 5);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answers).toBeUndefined();
  });
});
