import { describe, expect, it, vi } from 'vitest';
import { createLatest, PAGE_SIZE } from '../../../components/latest/controller.ts';
import { HELD_BACK_MS, OFFERED_MS } from '../../../utils/model/account.ts';
import { fakeSurface, latestRow, latestRows } from '../../browser/fake-surface.ts';

function running(surface = fakeSurface(latestRows(500))) {
  const latest = createLatest(surface, { isRead: () => true });
  const stop = latest.run(() => {});
  const ids = () => latest.state().page?.rows.map((row) => row.id) ?? [];
  return { surface, latest, stop, ids, actions: latest.actions };
}

describe('Latest on a surface', () => {
  it('asks for one page first', async () => {
    const { ids } = running();
    await vi.waitFor(() => expect(ids()).toHaveLength(PAGE_SIZE));
  });

  it('begins with answers that are there already, and asks anew for what came meanwhile', async () => {
    const surface = fakeSurface(latestRows(3));
    const [page, status] = await Promise.all([surface.latest(null, 1), surface.status()]);
    const latest = createLatest(surface, { first: { page, status } });
    expect(latest.state().page?.rows).toHaveLength(1);
    expect(latest.state().status).not.toBeNull();
    latest.run(() => {});
    await vi.waitFor(() => expect(latest.state().page?.rows).toHaveLength(3));
  });

  it('keeps the rows that are shown when the database changes, and lets newer ones wait until they are asked for', async () => {
    const { surface, latest, ids, actions } = running();
    actions.more();
    await vi.waitFor(() => expect(ids()).toHaveLength(2 * PAGE_SIZE));
    const shown = ids();
    surface.rows = [latestRow({ id: 900, at: surface.now() }), ...surface.rows];
    surface.changed();
    await vi.waitFor(() => expect(latest.state().waiting).toBe(1));
    expect(ids()).toEqual(shown);
    actions.showNew();
    await vi.waitFor(() => expect(ids()[0]).toBe(900));
    expect(latest.state().waiting).toBe(0);
  });

  it('shows what arrives at once where nobody reads', async () => {
    const surface = fakeSurface(latestRows(3));
    const latest = createLatest(surface, { isRead: () => false });
    latest.run(() => {});
    await vi.waitFor(() => expect(latest.state().page?.rows).toHaveLength(3));
    surface.rows = [latestRow({ id: 900, at: surface.now() }), ...surface.rows];
    surface.changed();
    await vi.waitFor(() => expect(latest.state().page?.rows[0]?.id).toBe(900));
    expect(latest.state().waiting).toBe(0);
  });

  it('shows what a check of the reader’s own brought at once', async () => {
    const { surface, ids, actions } = running();
    await vi.waitFor(() => expect(ids()).toHaveLength(PAGE_SIZE));
    surface.rows = [latestRow({ id: 900, at: surface.now() }), ...surface.rows];
    actions.refresh();
    await vi.waitFor(() => expect(ids()[0]).toBe(900));
  });

  it('asks for what fits when it is narrowed, and for all again', async () => {
    const surface = fakeSurface(latestRows(10).map((row) => ({ ...row, unread: row.id > 7 })));
    const { latest, ids, actions } = running(surface);
    await vi.waitFor(() => expect(ids()).toHaveLength(10));
    actions.narrow({ only: 'unread' });
    await vi.waitFor(() => expect(ids()).toEqual([8, 9, 10]));
    actions.widen();
    await vi.waitFor(() => expect(ids()).toHaveLength(10));
    expect(latest.state().narrowing).toEqual({});
  });

  it('takes the last step back, and only that', async () => {
    const { surface, latest, ids, actions } = running(fakeSurface(latestRows(2)));
    await vi.waitFor(() => expect(ids()).toHaveLength(2));
    actions.markAll();
    await vi.waitFor(() => expect(latest.state().undoable?.kind).toBe('mark-all'));
    actions.muteSource(latestRow({ id: 1 }));
    await vi.waitFor(() => expect(latest.state().undoable?.kind).toBe('mute-source'));
    actions.undo();
    const taken = 'changeSources([{"feedId":1,"patch":{"muted":false}}])';
    await vi.waitFor(() => expect(surface.calls.at(-1)).toBe(taken));
    expect(latest.state().undoable).toBeNull();
    actions.undo();
    expect(surface.calls.filter((call) => call.startsWith('undoMarkAll'))).toEqual([]);
  });

  it('offers to take "mark all" back until the account’s server is told of it, and takes no other offer away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { latest, actions } = running(fakeSurface(latestRows(2)));
    await actions.markAll();
    vi.advanceTimersByTime(OFFERED_MS - 1);
    expect(latest.state().undoable?.kind).toBe('mark-all');
    vi.advanceTimersByTime(1);
    expect(latest.state().undoable).toBeNull();
    await actions.markAll();
    actions.muteSource(latestRow({ id: 1 }));
    await vi.waitFor(() => expect(latest.state().undoable?.kind).toBe('mute-source'));
    vi.advanceTimersByTime(OFFERED_MS);
    expect(latest.state().undoable?.kind).toBe('mute-source');
    vi.useRealTimers();
    expect(OFFERED_MS).toBeLessThan(HELD_BACK_MS);
  });

  it('adds a word to those that are muted now, and takes that one out again', async () => {
    const { surface, latest, actions } = running(fakeSurface(latestRows(1)));
    surface.stored = { ...surface.stored, mutedWords: ['horoscope'] };
    actions.muteWord('chess');
    await vi.waitFor(() => expect(latest.state().undoable?.name).toBe('chess'));
    expect(surface.stored.mutedWords).toEqual(['horoscope', 'chess']);
    surface.stored = { ...surface.stored, mutedWords: [...surface.stored.mutedWords, 'football'] };
    actions.undo();
    await vi.waitFor(() => expect(surface.stored.mutedWords).toEqual(['horoscope', 'football']));
  });

  it('reads many rows in several questions, each row once', async () => {
    const { surface, ids, actions } = running();
    const asked = vi.spyOn(surface, 'latest');
    for (let step = 0; step < 5; step += 1) actions.more();
    await vi.waitFor(() => expect(ids()).toHaveLength(6 * PAGE_SIZE));
    expect(ids()).toEqual(surface.rows.slice(0, 6 * PAGE_SIZE).map((row) => row.id));
    expect(Math.max(...asked.mock.calls.map(([, limit]) => limit))).toBe(200);
  });

  it('answers a burst of changes with one more question, not with one each', async () => {
    const { surface, ids } = running();
    await vi.waitFor(() => expect(ids()).not.toEqual([]));
    const asked = vi.spyOn(surface, 'status');
    for (let change = 0; change < 20; change += 1) surface.changed();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  it('keeps the rows it has when the database can no longer be read', async () => {
    const { surface, latest, ids } = running();
    await vi.waitFor(() => expect(ids()).toHaveLength(PAGE_SIZE));
    surface.refusals.set('latest', { code: 'storage' });
    surface.changed();
    await vi.waitFor(() => expect(latest.state().problem).toEqual({ code: 'storage' }));
    expect(ids()).toHaveLength(PAGE_SIZE);
  });

  it('remembers why an action was refused until another works', async () => {
    const { surface, latest, actions } = running();
    surface.refusals.set('markAllRead', { code: 'internal' });
    actions.markAll();
    await vi.waitFor(() => expect(latest.state().refused).toEqual({ code: 'internal' }));
    surface.refusals.clear();
    actions.markAll();
    await vi.waitFor(() => expect(latest.state().refused).toBeNull());
  });

  it('checks once at a time', async () => {
    const { surface, latest, actions } = running();
    const release = surface.hold();
    actions.refresh();
    actions.refresh();
    expect(latest.state().checking).toBe(true);
    release();
    await vi.waitFor(() => expect(latest.state().checking).toBe(false));
    expect(surface.calls.filter((call) => call.startsWith('refresh'))).toHaveLength(1);
  });

  it('asks no more once it is stopped', async () => {
    const { surface, stop, ids } = running();
    await vi.waitFor(() => expect(ids()).not.toEqual([]));
    stop();
    const asked = vi.spyOn(surface, 'status');
    surface.changed();
    expect(asked).not.toHaveBeenCalled();
  });
});
