/** The keyword `lede` in the address bar. */
import { browser } from 'wxt/browser';
import { describeText, type SuggestionMarkup } from '../text/suggestion.ts';
import type { Opening } from './tabs.ts';

interface Suggested {
  readonly content: string;
  readonly description: string;
}

interface OmniboxUse {
  readonly markup: SuggestionMarkup;
  /** What to offer for what is typed. */
  suggest(typed: string): Promise<readonly Suggested[]>;
  /** Something was chosen: the content of a suggestion, or what was typed. */
  choose(entered: string, where: Opening): Promise<void>;
}

/** Serves the keyword. Register synchronously. */
export function serveOmnibox({ markup, suggest, choose }: OmniboxUse): void {
  let newest = '';
  /** What Enter does with nothing chosen. */
  const offerSearch = (typed: string) => {
    const description = describeText(browser.i18n.getMessage('searchFor', [typed]), markup);
    void browser.omnibox.setDefaultSuggestion({ description });
  };
  browser.omnibox.onInputStarted.addListener(() => offerSearch('…'));
  browser.omnibox.onInputChanged.addListener((typed, show) => {
    newest = typed;
    offerSearch(typed.trim() === '' ? '…' : typed);
    void suggest(typed).then((suggested) => {
      // What was typed since is answered by itself.
      if (newest === typed) show([...suggested]);
    });
  });
  browser.omnibox.onInputEntered.addListener((entered, disposition) => void choose(entered, disposition));
}
