import { describe, expect, it } from 'vitest';
import { readJson } from '../../../utils/feed/json-text.ts';
import { read } from './read.ts';

describe('JSON', () => {
  it('is read whole where it is whole, whatever follows', () => {
    expect(readJson('{"a":[1,"}"]}')).toEqual({ value: { a: [1, '}'] }, complete: true });
    expect(readJson('\ufeff junk {"a":1} trailing }')).toEqual({ value: { a: 1 }, complete: true });
  });

  it('that breaks off keeps what was closed before', () => {
    const whole = '{"title":"T","items":[{"id":"1","tags":["a","b"]},{"id":"2","tags":["c"]}],"x":1}';
    const read = (length: number): unknown => readJson(whole.slice(0, length))?.value;
    expect(read(whole.indexOf(',{"id":"2"') + 12)).toEqual({
      title: 'T',
      items: [{ id: '1', tags: ['a', 'b'] }],
    });
    expect(read(whole.indexOf('"b"'))).toEqual({ title: 'T', items: [] });
    expect(read(whole.indexOf('"items"') + 3)).toEqual({ title: 'T' });
    expect(readJson(whole.slice(0, -1))?.complete).toBe(false);
  });

  it('may hold bare line breaks in its texts', () => {
    expect(readJson('{"a":"one\ntwo"}')?.value).toEqual({ a: 'one two' });
  });

  it('is nothing where it is broken in the middle', () => {
    expect(readJson('{"a": nothing}')).toBeNull();
    expect(readJson('no object')).toBeNull();
  });

  it('as a feed keeps the items before the break', () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: 'a' }, { id: 'b' }],
    });
    const cut = read(feed.slice(0, -5));
    expect(cut.items.map(({ guid }) => guid)).toEqual(['a']);
    expect(cut.complete).toBe(false);
  });
});
