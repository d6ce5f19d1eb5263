import { describe, expect, it } from 'vitest';
import { holdBack } from '../../../components/latest/hold-back.ts';
import type { LatestPage, LatestRow } from '../../../utils/model/view.ts';
import { latestRow } from '../../browser/fake-surface.ts';

/** Rows by number, 9 the newest. */
function page(ids: readonly number[], more: Partial<LatestPage> = {}): LatestPage {
  const rows = ids.map((id) => latestRow({ id, at: id * 1_000 }));
  return { rows, fresh: 0, since: null, arrivedAt: 0, next: null, ...more };
}
const ofStory = (row: LatestRow, id: number, more = 0): LatestRow => ({
  ...row,
  story: { id, others: 1, more, origin: null },
});
const ids = ({ rows }: LatestPage) => rows.map(({ id }) => id);

describe('rows that are read', () => {
  it('are all shown where none were', () => {
    expect(holdBack(null, page([3, 2, 1]))).toEqual({ page: page([3, 2, 1]), waiting: 0 });
    expect(holdBack(page([]), page([3, 2, 1])).waiting).toBe(0);
  });

  it('keep their places while newer ones wait', () => {
    const held = holdBack(page([3, 2, 1]), page([6, 5, 4, 3, 2, 1]));
    expect(ids(held.page)).toEqual([3, 2, 1]);
    expect(held.waiting).toBe(3);
  });

  it('show what became of them', () => {
    const now = page([4, 3, 2]);
    const read = { ...now, rows: now.rows.map((row) => ({ ...row, unread: false })) };
    const held = holdBack(page([3, 2]), read);
    expect(held.page.rows.map(({ unread }) => unread)).toEqual([false, false]);
  });

  it('go when they are hidden, and older ones follow below', () => {
    const held = holdBack(page([5, 4, 3]), page([5, 3, 2, 1]));
    expect(ids(held.page)).toEqual([5, 3, 2, 1]);
    expect(held.waiting).toBe(0);
  });

  it('stay where newer ones pushed them beyond the end of what was asked for', () => {
    const held = holdBack(page([3, 2, 1]), page([6, 5, 4, 3], { next: [-3_000, 3] }));
    expect(ids(held.page)).toEqual([3, 2, 1]);
    expect(held.waiting).toBe(3);
  });

  it('keep their headline when more is told of their story, which says so', () => {
    const [top, row] = page([5, 2]).rows as [LatestRow, LatestRow];
    const shown = { ...page([]), rows: [top, ofStory({ ...row, unread: false }, 7)] };
    const newer = latestRow({ id: 9, at: 9_000, unread: false });
    const now = { ...page([]), rows: [ofStory(newer, 7, 1), top] };
    const held = holdBack(shown, now);
    expect(held.waiting).toBe(0);
    expect(held.page.rows[1]).toMatchObject({ id: 2, title: row.title, story: { more: 1 } });
  });

  it('stand above the line of what is new if they did', () => {
    const shown = page([5, 4, 3], { fresh: 1, since: 0 });
    const held = holdBack(shown, page([7, 6, 5, 4, 3], { fresh: 3, since: 0 }));
    expect(held.page.fresh).toBe(1);
    expect(held.waiting).toBe(2);
  });

  it('are followed by none twice', () => {
    const held = holdBack(page([5, 1], { fresh: 1 }), page([6, 5, 4, 3, 2, 1], { fresh: 2 }));
    expect(ids(held.page)).toEqual([5, 1]);
    expect(held.waiting).toBe(4);
  });
});
