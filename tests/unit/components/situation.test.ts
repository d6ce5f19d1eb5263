import { describe, expect, it } from 'vitest';
import { situationOf } from '../../../components/latest/situation.ts';
import type { LatestState } from '../../../components/latest/state.ts';
import type { Status } from '../../../utils/model/view.ts';
import { latestRows } from '../../browser/fake-surface.ts';

const STATUS: Status = {
  unread: 0,
  sources: 2,
  failing: 0,
  articles: 0,
  longFailing: [],
  recovered: null,
  offline: false,
  isFull: false,
  waitingHosts: [],
  languages: [],
  folders: [],
  newsLanguage: 'all',
  lastSuccessAt: null,
};
const EMPTY = { rows: [], fresh: 0, since: null, arrivedAt: 0, next: null };

function stateOf(patch: Partial<LatestState>): LatestState {
  const idle = {
    added: 0,
    checking: false,
    progress: null,
    askedNobody: null,
    undoable: null,
    muting: null,
    waiting: 0,
    newest: null,
    narrowing: {},
    joining: null,
  };
  return { page: EMPTY, status: STATUS, problem: null, refused: null, ...idle, ...patch };
}

describe('what stands in the place of rows', () => {
  it('is a skeleton until the first answer', () => {
    expect(situationOf(stateOf({ page: null, status: null }), true).kind).toBe('loading');
  });

  it('is nothing where there are rows, even if all are read and everything failed', () => {
    const rows = latestRows(2).map((row) => ({ ...row, unread: false }));
    const state = stateOf({
      page: { ...EMPTY, rows },
      status: { ...STATUS, failing: 2 },
      problem: { code: 'storage' },
    });
    expect(situationOf(state, false)).toEqual({
      kind: 'rows',
      rows: { fresh: [], older: rows, since: null, joining: null },
    });
  });

  it('is a way back where nothing fits what the reader chose to see', () => {
    expect(situationOf(stateOf({ narrowing: { only: 'saved' } }), true).kind).toBe('nothing-fits');
    const status = { ...STATUS, newsLanguage: 'uk' };
    expect(situationOf(stateOf({ status }), true).kind).toBe('nothing-fits');
  });

  it('is an invitation where nothing is followed', () => {
    expect(situationOf(stateOf({ status: { ...STATUS, sources: 0 } }), true).kind).toBe('no-sources');
  });

  it('is an explanation where every source failed', () => {
    expect(situationOf(stateOf({ status: { ...STATUS, failing: 2 } }), true).kind).toBe('all-failed');
  });

  it('blames no source while there is no network or the reader has still to allow one', () => {
    const status = { ...STATUS, failing: 2 };
    expect(situationOf(stateOf({ status }), false).kind).toBe('quiet');
    const waiting = { ...status, waitingHosts: ['courier.example'] };
    expect(situationOf(stateOf({ status: waiting }), true).kind).toBe('quiet');
  });

  it('is that there is no room, also where other sources failed', () => {
    const full = { kind: 'broken', problem: { code: 'disk-full' } };
    expect(situationOf(stateOf({ status: { ...STATUS, failing: 2, isFull: true } }), true)).toEqual(full);
    expect(situationOf(stateOf({ status: { ...STATUS, failing: 1, isFull: true } }), false)).toEqual(full);
  });

  it('is the problem where the database cannot be read', () => {
    const state = stateOf({ page: null, status: null, problem: { code: 'storage' } });
    expect(situationOf(state, true)).toEqual({ kind: 'broken', problem: { code: 'storage' } });
  });
});
