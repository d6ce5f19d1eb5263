/** What of a browser's own is carried, and how it is written for others. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings.ts';
import { addressHash, detailsKey, sourceKey } from '../../../utils/sync/keys.ts';
import {
  detailsOf,
  localRecords,
  NO_DETAILS,
  SourceNames,
  settingPatch,
  withDetails,
} from '../../../utils/sync/local.ts';

const COURIER = { id: 7, url: 'https://courier.example/rss', title: 'Courier', ...NO_DETAILS };

describe('a source', () => {
  it('is carried with what the reader set of it, and not while it is only removed for a while', () => {
    const { records } = localRecords([{ ...COURIER, preferred: true, paused: false }], DEFAULT_SETTINGS);
    expect(records.get(detailsKey(COURIER.url))?.value).toEqual({ ...NO_DETAILS, preferred: true });
    const removed = localRecords([{ ...COURIER, removedAt: 1 }], DEFAULT_SETTINGS);
    expect(removed.records.has(sourceKey(COURIER.url))).toBe(false);
  });

  it('takes what came in place of what it had, what is damaged as if nobody had set it', () => {
    const details = detailsOf({
      ownTitle: 'My Courier',
      folder: 'none',
      muted: 1,
      paused: true,
      preferred: 'yes',
    });
    expect(details).toEqual({ ...NO_DETAILS, ownTitle: 'My Courier', paused: true });
    const row = withDetails({ ...COURIER, preferred: true as const }, details);
    expect(row).toEqual({ ...COURIER, ownTitle: 'My Courier', paused: true });
  });
});

describe('an entry of a list', () => {
  const names = new SourceNames([COURIER]);

  it('that names a source does so by the address, since ids are of one browser alone', () => {
    const written = names.written({ words: 'flood', feedId: 7 });
    expect(JSON.parse(written ?? '')).toEqual({ words: 'flood', source: addressHash(COURIER.url) });
    expect(names.written({ words: 'flood', feedId: 8 })).toBeNull();
    expect(JSON.parse(names.written({ words: 'flood', feedId: null }) ?? '')).toEqual({
      words: 'flood',
      feedId: null,
    });
  });

  it('that this version cannot have, or whose source is not here, is left to others', () => {
    expect(names.read('mutedWords', 'golf')).toBe('golf');
    expect(names.read('mutedWords', ' '.repeat(7))).toBeNull();
    expect(settingPatch('nothing', 1)).toBeNull();
  });
});
