import { describe, expect, it } from 'vitest';
import { EN as COMMON_EN } from '../../../utils/i18n/en.ts';
import { OPTIONS_EN } from '../../../utils/i18n/options-en.ts';
import { OPTIONS_UK } from '../../../utils/i18n/options-uk.ts';
import { createText } from '../../../utils/i18n/text.ts';
import { UK as COMMON_UK } from '../../../utils/i18n/uk.ts';

type Message = string | Readonly<Record<string, string>>;
const EN = { ...COMMON_EN, ...OPTIONS_EN };
const UK = { ...COMMON_UK, ...OPTIONS_UK };
const CATALOGUES = { en: EN, uk: UK } as const;

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const namesIn = (pattern: string): string[] =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
const namesOf = (message: Message): string[] => [...new Set(formsOf(message).flatMap(namesIn))].sort();
const all = (catalogue: Readonly<Record<string, Message>>) => Object.entries(catalogue);

describe('the catalogue', () => {
  it('has the same keys in every language', () => {
    expect(Object.keys(UK).sort()).toEqual(Object.keys(EN).sort());
  });

  it('has plural forms in Ukrainian exactly where English has them', () => {
    for (const [key, message] of all(EN)) {
      expect(typeof UK[key as keyof typeof UK], key).toBe(typeof message);
    }
  });

  it('has the same parameters in every language', () => {
    for (const [key, message] of all(EN)) {
      expect(namesOf(UK[key as keyof typeof UK]), key).toEqual(namesOf(message));
    }
  });

  it('counts with n wherever there are plural forms', () => {
    for (const [key, message] of all(UK)) {
      if (typeof message !== 'string') expect(namesOf(message), key).toContain('n');
    }
  });

  it.each(Object.entries(CATALOGUES))('has a form for every plural category of %s', (language, catalogue) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.slice().sort();
    for (const [key, message] of all(catalogue)) {
      if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(categories);
    }
  });

  it.each(Object.entries(CATALOGUES))('has no empty or untrimmed text in %s', (_, catalogue) => {
    for (const [key, message] of all(catalogue)) {
      for (const form of formsOf(message)) expect(form, key).toMatch(/^\S(.*\S)?$/s);
    }
  });

  it.each(Object.entries(CATALOGUES))(
    'uses typographic quotes and no exclamation marks in %s',
    (_, catalogue) => {
      for (const [key, message] of all(catalogue)) {
        for (const form of formsOf(message)) expect(form, key).not.toMatch(/["'!]|\.\.\./);
      }
    },
  );

  it('binds dashes to the word before and one-letter Ukrainian words to the word after', () => {
    for (const [key, message] of all(UK)) {
      for (const form of formsOf(message)) expect(form, key).not.toMatch(/ [—–]|(^|[\s(«])[аеєжзиійоуювя] /i);
    }
  });
});

describe('a text', () => {
  it.each([
    [1, 'Ще 1 новина'],
    [2, 'Ще 2 новини'],
    [5, 'Ще 5 новин'],
    [11, 'Ще 11 новин'],
    [21, 'Ще 21 новина'],
    [22, 'Ще 22 новини'],
    [112, 'Ще 112 новин'],
  ])('takes the Ukrainian form that %i asks for', (n, expected) => {
    expect(createText('uk')('latest.moreShown', { n })).toBe(expected);
  });

  it.each([
    [0, 'Checking 0 sources…'],
    [1, 'Checking 1 source…'],
    [2, 'Checking 2 sources…'],
    [21, 'Checking 21 sources…'],
  ])('takes the English form that %i asks for', (n, expected) => {
    expect(createText('en')('footer.checking', { n })).toBe(expected);
  });

  it('groups large numbers as the language does', () => {
    expect(createText('en')('latest.unread', { n: 12345 })).toBe('12,345 unread');
    expect(createText('uk')('latest.unread', { n: 12345 })).toBe('12\u00a0345 непрочитаних');
  });

  it('takes what it is given literally, even where it looks like a parameter', () => {
    expect(createText('en')('add.done', { host: '{n} $& example' })).toContain(
      'You now follow {n} $& example.',
    );
  });
});
