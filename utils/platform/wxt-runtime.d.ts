/** WXT lists the extension's own paths in generated types; ours are few, and no build step must come before a check. */
import 'wxt/browser';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: `/${string}`): string;
  }

  interface WxtI18n {
    /** Texts for places that are the browser's own, from `public/_locales`. */
    getMessage(name: 'searchFor', values: readonly [string]): string;
    getMessage(name: 'relatedToPage'): string;
  }
}
