import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  readSettings,
  readSettingsPatch,
  writeSettings,
} from '../../../utils/model/settings.ts';

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

describe('a change of settings', () => {
  it('is read as it was meant: without the space around words, without what is left as it is', () => {
    const patch = { mutedWords: [' football '], checkMinutes: null, theme: undefined };
    expect(readSettingsPatch(patch)).toEqual({ mutedWords: ['football'], checkMinutes: null });
  });

  it.each<{ patch: unknown }>([
    { patch: undefined },
    { patch: [] },
    { patch: { mood: 'calm' } },
    { patch: { toString: 'x' } },
    { patch: { theme: 'pink' } },
    { patch: { checkMinutes: 4 } },
    { patch: { checkMinutes: 7.5 } },
    { patch: { mutedWords: ['  '] } },
    { patch: { mutedWords: Array.from({ length: 201 }, () => 'word') } },
    { patch: { newsLanguage: 'uk-UA' } },
    { patch: { breaking: { sources: 2 } } },
    { patch: { breaking: { sources: 2, minutes: 60, mood: 'calm' } } },
    { patch: { panelSites: [{ host: 'a.example', isOff: 1, isCollapsed: false, side: 'end' }] } },
  ])('is none where a name or a value is none of a setting: $patch', ({ patch }) => {
    expect(readSettingsPatch(patch)).toBeNull();
  });

  it('fills in what sites did not have in earlier versions', () => {
    const site = { host: 'a.example', isOff: false, isCollapsed: false, side: 'end' };
    expect(readSettingsPatch({ panelSites: [site] })).toEqual({ panelSites: [{ ...site, isBarOff: false }] });
  });
});
