/** What a page design is: a style sheet, a masthead, and a way to lay an article out. */

/** The parts of an article, all of them ready HTML. */
export interface ArticleParts {
  title: string;
  lead: string;
  body: string;
  author: string;
  by: string;
  section: string;
  machineDate: string;
  date: string;
  figure: string;
  nextHeading: string;
  next: string;
  /** The text itself carries schema.org microdata. */
  microdata: boolean;
}

export interface Design {
  css: string;
  masthead(name: string, tagline: string, home: string, navigation: string): string;
  article(parts: ArticleParts): string;
}

/** An `itemprop` attribute where the design marks its text up, else nothing. */
export const prop = ({ microdata }: ArticleParts, name: string): string =>
  microdata ? ` itemprop="${name}"` : '';

/** The attributes of the element that holds a marked-up article. */
export const scope = ({ microdata }: ArticleParts): string =>
  microdata ? ' itemscope itemtype="https://schema.org/NewsArticle"' : '';
