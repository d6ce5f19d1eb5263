import { describe, expect, it } from 'vitest';
import { type Place, readPlace, writePlace } from '../../../components/popup/place.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const PLACE: Place = {
  tab: 'top',
  query: 'peace plan',
  scroll: 420,
  rows: 100,
  narrowing: { only: 'unread', folder: ['Світ'] },
};

function storage(text?: string) {
  let stored = text ?? null;
  return {
    getItem: () => stored,
    setItem: (_: string, value: string) => {
      stored = value;
    },
  };
}

describe('the place where the popup was left', () => {
  it('is come back to within ten minutes', () => {
    const kept = storage();
    writePlace(kept, PLACE, NOW);
    expect(readPlace(kept, NOW + 9 * MINUTE)).toEqual(PLACE);
    expect(readPlace(kept, NOW + 10 * MINUTE)).toBeNull();
  });

  it('is none where the clock went back', () => {
    const kept = storage();
    writePlace(kept, PLACE, NOW);
    expect(readPlace(kept, NOW - MINUTE)).toBeNull();
  });

  it.each([undefined, '', 'nonsense', '[]', '7', '{"at":1}', `{"at":${NOW},"tab":"elsewhere"}`])(
    'is none where %s is stored',
    (text) => {
      expect(readPlace(storage(text), NOW)).toBeNull();
    },
  );

  it('is read as far as it makes sense', () => {
    const odd = {
      at: NOW,
      tab: 'latest',
      query: 7,
      scroll: -1,
      rows: 1e9,
      narrowing: { only: 'all', folder: [1], extra: 1 },
    };
    expect(readPlace(storage(JSON.stringify(odd)), NOW)).toEqual({
      tab: 'latest',
      query: '',
      scroll: 0,
      rows: 500,
      narrowing: {},
    });
  });

  it('is lost without a word where nothing can be stored', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => writePlace(full, PLACE, NOW)).not.toThrow();
  });
});
