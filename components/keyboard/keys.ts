/** Which key means what. Pure, over what an event says of itself. */

export const COMMANDS = [
  'next',
  'previous',
  'open',
  'save',
  'mark',
  'copy',
  'unfold',
  'search',
  'tab-1',
  'tab-2',
  'tab-3',
  'tab-4',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];

/** The part of a keyboard event that decides. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

const BY_KEY: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  s: 'save',
  m: 'mark',
  c: 'copy',
  ' ': 'unfold',
  '/': 'search',
  '?': 'help',
  '1': 'tab-1',
  '2': 'tab-2',
  '3': 'tab-3',
  '4': 'tab-4',
};

/** The same by the place of a key on the keyboard: Latin letters, digits and punctuation of the US layout. */
const BY_PLACE: Readonly<Record<string, Command>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyO: 'open',
  KeyS: 'save',
  KeyM: 'mark',
  KeyC: 'copy',
  Slash: 'search',
  'Shift+Slash': 'help',
  Digit1: 'tab-1',
  Digit2: 'tab-2',
  Digit3: 'tab-3',
  Digit4: 'tab-4',
};

const LATIN_LETTER = /^[a-z]$/i;

/**
 * What a key does, or null. What the key writes decides; its place does where it writes no Latin letter or is of a
 * layout's own punctuation and digits: on the Ukrainian layout the place of J writes 'о', and that of '/' writes '.'.
 * Nothing with Ctrl, Alt or Meta: those are the browser's.
 */
export function commandOf(event: Pressed): Command | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (event.shiftKey && LATIN_LETTER.test(key)) return null;
  const byKey = BY_KEY[key];
  if (byKey) return byKey;
  if (LATIN_LETTER.test(key) || event.key.length > 1) return null;
  return BY_PLACE[event.shiftKey ? `Shift+${event.code}` : event.code] ?? null;
}

/** Whether keys belong to what has the focus: a field that is written in, or a list that is chosen from. */
export function takesKeys(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return (
    element.isContentEditable || element.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  );
}
