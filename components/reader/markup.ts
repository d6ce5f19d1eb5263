/** Making an article's markup safe, as the entrypoint hands it in: its code is loaded with the first article. */
import { createContext } from 'preact';

export interface Markup {
  /** Markup that may be shown, as nodes that belong to no page yet. */
  sanitise(
    html: string,
    options: {
      readonly base: string | null;
      readonly home: string | null;
      readonly pictures: 'none' | 'direct' | 'held';
    },
  ): DocumentFragment;
  /** The article that a publisher's page holds, as markup; null where none is found in it. */
  fullText(html: string, url: string): Promise<string | null>;
}

/** Loads it. */
export const MarkupContext = createContext<(() => Promise<Markup>) | null>(null);
