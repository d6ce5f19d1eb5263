/** WXT lists the extension's own paths in generated types; ours are few, and no build step must come before a check. */
import 'wxt/browser';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: `/${string}`): string;
  }
  interface WxtI18n {
    getMessage(name: 'relatedToPage'): string;
  }
}
