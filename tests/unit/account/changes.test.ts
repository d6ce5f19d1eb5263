/** What a list of sources says of a change that was sent. */
import { describe, expect, it } from 'vitest';
import { afterSending, isMade, isSuddenlyEmpty, oneFolder } from '../../../utils/account/changes.ts';
import { fromDecimal, fromLong, toLong, withWholeNumbers } from '../../../utils/account/ids.ts';
import type { Subscription } from '../../../utils/account/wire.ts';

const COURIER: Subscription = {
  id: 'feed/12',
  title: 'Courier ＆ Post',
  url: 'https://courier.example/rss',
  siteUrl: null,
  folder: 'Papers',
};

describe('a change of a source', () => {
  it('is made where the list shows it, however the server wrote it', () => {
    const { id, url } = COURIER;
    expect(
      isMade({ kind: 'add', url: 'https://courier.example:443/rss', title: '', folder: null }, [COURIER]),
    ).toBe(true);
    const moved = { kind: 'add', url: 'http://courier.example/', title: '', folder: null } as const;
    expect([isMade(moved, [COURIER]), isMade({ ...moved, leadsTo: url }, [COURIER])]).toEqual([false, true]);
    expect(isMade({ kind: 'add', url: `${url}2`, title: '', folder: null }, [COURIER])).toBe(false);
    expect(isMade({ kind: 'change', id, title: 'Courier, & / Post?', folder: 'Papers' }, [COURIER])).toBe(
      true,
    );
    const unfiled = { kind: 'change', id, title: 'Courier & Post', folder: null } as const;
    expect(isMade({ ...unfiled, leaves: 'Papers' }, [COURIER])).toBe(false);
    expect(isMade({ ...unfiled, leaves: 'Papers' }, [{ ...COURIER, folder: 'Uncategorized' }])).toBe(true);
    expect(isMade({ kind: 'change', id, title: 'Courier & Post', folder: 'Morning' }, [COURIER])).toBe(false);
    expect(isMade({ kind: 'remove', id }, [COURIER])).toBe(false);
    expect(isMade({ kind: 'remove', id }, [])).toBe(true);
  });

  it('is tried three times before it counts as refused', () => {
    const add = { kind: 'add', url: 'https://globe.example/rss', title: '', folder: null } as const;
    expect([1, 2, 3].map((tries) => afterSending(add, [COURIER], tries))).toEqual([
      'again',
      'again',
      'refused',
    ]);
    expect(afterSending(add, [{ ...COURIER, url: add.url }], 3)).toBe('made');
  });

  it('is asked about where the list is empty all at once', () => {
    expect([
      isSuddenlyEmpty([COURIER], []),
      isSuddenlyEmpty([], []),
      isSuddenlyEmpty([COURIER], [COURIER]),
    ]).toEqual([true, false, false]);
  });

  it('names folders inside folders in one', () => {
    expect([oneFolder([]), oneFolder(['A']), oneFolder(['A', 'B'])]).toEqual([null, 'A', 'A / B']);
  });
});

describe('an id', () => {
  it('is the same in every form, also past 2^53 and below nothing', () => {
    const id = '9007199254740993';
    expect(toLong(id)).toBe('tag:google.com,2005:reader/item/0020000000000001');
    expect(fromLong(toLong(id))).toBe(id);
    expect(fromDecimal('-1')).toBe('18446744073709551615');
    expect(fromLong('tag:google.com,2005:reader/item/ffffffffffffffff')).toBe('18446744073709551615');
    expect([
      fromDecimal(''),
      fromDecimal('1e9'),
      fromLong('7'),
      fromLong('tag:google.com,2005:reader/item/'),
    ]).toEqual([null, null, null, null]);
  });

  it('that is written as a number is not rounded, and numbers in texts stay as they are', () => {
    const json = '{"id":9007199254740993,"n":12,"t":"1234567890123456789 \\"1234567890123456\\""}';
    expect(JSON.parse(withWholeNumbers(json))).toEqual({
      id: '9007199254740993',
      n: 12,
      t: '1234567890123456789 "1234567890123456"',
    });
  });
});
