import { describe, expect, it } from 'vitest';
import { type Command, commandOf, type Pressed } from '../../../components/keyboard/keys.ts';

function press(key: string, code: string, more: Partial<Pressed> = {}): Command | null {
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  return commandOf({ key, code, ...plain, ...more });
}

const WANTED: readonly (readonly [Command, english: string, ukrainian: string, code: string])[] = [
  ['next', 'j', 'о', 'KeyJ'],
  ['previous', 'k', 'л', 'KeyK'],
  ['open', 'o', 'щ', 'KeyO'],
  ['save', 's', 'і', 'KeyS'],
  ['mark', 'm', 'ь', 'KeyM'],
  ['copy', 'c', 'с', 'KeyC'],
  ['search', '/', '.', 'Slash'],
  ['unfold', ' ', ' ', 'Space'],
  ['tab-1', '1', '1', 'Digit1'],
  ['tab-4', '4', '4', 'Digit4'],
];

describe('a key', () => {
  it.each(WANTED)(
    'for %s works on the English and the Ukrainian layout',
    (command, english, ukrainian, code) => {
      expect(press(english, code)).toBe(command);
      expect(press(ukrainian, code)).toBe(command);
    },
  );

  it('for the list of shortcuts works with Shift on both', () => {
    expect(press('?', 'Slash', { shiftKey: true })).toBe('help');
    expect(press(',', 'Slash', { shiftKey: true })).toBe('help');
  });

  it('goes by what it writes where that is Latin, as on the French layout and Dvorak', () => {
    expect(press('m', 'Semicolon')).toBe('mark');
    expect(press('j', 'KeyC')).toBe('next');
    expect(press('h', 'KeyJ')).toBeNull();
  });

  it('goes by its place where a layout writes something else with its digits', () => {
    expect(press('&', 'Digit1')).toBe('tab-1');
    expect(press('é', 'Digit2')).toBe('tab-2');
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('with %s is the browser’s', (modifier) => {
    expect(press('c', 'KeyC', { [modifier]: true })).toBeNull();
    expect(press('с', 'KeyC', { [modifier]: true })).toBeNull();
  });

  it('that has a name does nothing', () => {
    for (const key of ['Escape', 'Enter', 'Tab', 'ArrowDown', 'F5', 'Dead', 'Process']) {
      expect(press(key, 'KeyJ')).toBeNull();
    }
  });

  it('with Shift is another one', () => {
    expect(press('S', 'KeyS', { shiftKey: true })).toBeNull();
    expect(press('!', 'Digit1', { shiftKey: true })).toBeNull();
  });
});
