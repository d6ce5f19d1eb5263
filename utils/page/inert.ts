/**
 * Markup as a document that nothing runs in and nothing is fetched for. The one Trusted Types policy of Lede's own: what
 * it lets through reaches a parser whose document is shown nowhere, never the page.
 */

/** The part of Trusted Types that is used, which the DOM's types do not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): unknown };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('lede-inert', { createHTML: (html) => html });

/** Parses HTML into a document without a window. */
export function parseInert(html: string): Document {
  // The type of the parser knows strings alone; under Trusted Types it takes nothing but what a policy made.
  const trusted = (policy?.createHTML(html) ?? html) as string;
  return new DOMParser().parseFromString(trusted, 'text/html');
}
