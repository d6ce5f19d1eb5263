import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '../../../utils/model/settings.ts';

describe('stored settings', () => {
  it('come back as they were written', () => {
    const settings = { ...DEFAULT_SETTINGS, theme: 'dark', checkMinutes: 15 } as const;
    expect(readSettings(writeSettings(settings))).toEqual(settings);
  });

  it.each([undefined, null, 'text', 7, [], {}])('are the defaults where %j is stored', (stored) => {
    expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('lose only the field that is bad', () => {
    const stored = { version: 1, language: 'uk', theme: 'pink', badge: 3, checkMinutes: 1 };
    expect(readSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, language: 'uk' });
  });

  it('are read as far as they fit where a newer version wrote them', () => {
    const stored = { version: 99, language: 'en', theme: 'dark', mood: 'calm' };
    expect(readSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, language: 'en', theme: 'dark' });
  });
});
