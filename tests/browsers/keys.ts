/** Keys by the names of KeyboardEvent.key, for WebDriver. */

/** Code points of https://www.w3.org/TR/webdriver2/#keyboard-actions */
const CODES: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': '\uE00D',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** The keys of a combination: 'Shift+Tab' gives Shift and Tab, '+' itself. */
export function combination(key: string): string[] {
  return key.length > 1 ? key.split('+') : [key];
}

/** A key or combination in WebDriver's notation; a modifier is held to the end of the keys sent together. */
export function toWebDriverKeys(key: string): string {
  return combination(key)
    .map((one) => CODES[one] ?? one)
    .join('');
}
