/** The address bar and the menu over a selection, as the browser calls them. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerSelectionSearch, onSelectionSearch } from '../../../utils/platform/context-menu.ts';
import { serveOmnibox } from '../../../utils/platform/omnibox.ts';

type Listener = (...args: never[]) => unknown;

/** An event that a test dispatches. */
function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    dispatch: (...args: unknown[]) => {
      for (const listener of listeners) listener(...(args as never[]));
    },
  };
}

const omnibox = {
  onInputStarted: event(),
  onInputChanged: event(),
  onInputEntered: event(),
  setDefaultSuggestion: vi.fn(),
};
const contextMenus = { onClicked: event(), create: vi.fn(), update: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  const getMessage = (_: string, [value]: [string]) => `Search “${value}”`;
  Object.assign(fakeBrowser, { omnibox, contextMenus, i18n: { getMessage } });
});

describe('the address bar', () => {
  it('offers a search for what is typed, and drops suggestions that come late', async () => {
    const waiting = new Map<string, (found: object[]) => void>();
    serveOmnibox({
      markup: 'xml',
      suggest: (typed) => new Promise((resolve) => waiting.set(typed, resolve as never)),
      choose: async () => {},
    });
    omnibox.onInputStarted.dispatch();
    const [older, newer] = [vi.fn(), vi.fn()];
    omnibox.onInputChanged.dispatch('st', older);
    omnibox.onInputChanged.dispatch('st & <b>\u0001', newer);
    expect(omnibox.setDefaultSuggestion).toHaveBeenLastCalledWith({
      description: 'Search “st &amp; &lt;b&gt;”',
    });
    const suggested = [{ content: 'https://a.example/', description: 'A' }];
    waiting.get('st & <b>\u0001')?.(suggested);
    waiting.get('st')?.([]);
    await vi.waitFor(() => expect(newer).toHaveBeenCalledWith(suggested));
    expect(older).not.toHaveBeenCalled();
  });

  it('hands on what was entered, and where it should open', () => {
    const choose = vi.fn(async () => {});
    serveOmnibox({ markup: 'plain', suggest: async () => [], choose });
    omnibox.onInputEntered.dispatch('peace plan', 'newBackgroundTab');
    expect(choose).toHaveBeenCalledWith('peace plan', 'newBackgroundTab');
  });
});

describe('the menu over a selection', () => {
  it('has one entry however often it is offered, in the words of the browser’s language', () => {
    offerSelectionSearch();
    const [entry, made] = contextMenus.create.mock.calls[0] ?? [];
    expect(entry).toMatchObject({ title: 'Search “%s”', contexts: ['selection'] });
    made();
    expect(contextMenus.update).not.toHaveBeenCalled();
    Object.assign(fakeBrowser.runtime, { lastError: { message: 'Cannot create item with duplicate id' } });
    made();
    expect(contextMenus.update).toHaveBeenCalledWith(entry.id, { title: entry.title });
    Object.assign(fakeBrowser.runtime, { lastError: undefined });
  });

  it('searches for the selection when its own entry is chosen, and for nothing else', () => {
    const search = vi.fn(async () => {});
    onSelectionSearch(search);
    contextMenus.onClicked.dispatch({ menuItemId: 'another', selectionText: 'no' });
    contextMenus.onClicked.dispatch({ menuItemId: 'search-selection', selectionText: 'peace plan' });
    expect(search.mock.calls).toEqual([['peace plan']]);
  });
});
