/**
 * What pages of the extension may load. Stated in full, since Firefox's default would upgrade the requests for http feeds
 * to https.
 */

/** Pictures: Chrome asks for those of articles itself, without cookies; for Firefox Lede does, and shows what it got. */
const PICTURES = { chrome: 'http: https:', firefox: 'blob:' };

/** The policy for pages of one browser: the package's own files, requests to sources, and markup from two policies. */
export function contentSecurityPolicy(browser: keyof typeof PICTURES): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${PICTURES[browser]}`,
    "connect-src 'self' http: https:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // DOMPurify's own, and the one of `utils/page/inert`, whose documents are shown nowhere; in Chromium's worker, which
    // has no documents, it gives the addresses of the parts of its own code (`background-code.ts`).
    'trusted-types dompurify lede-inert',
  ].join('; ');
}
