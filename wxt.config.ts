import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest } from 'wxt';
import { splitBackground } from './background-code.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { groupPageCode } from './page-code.ts';
import { brokenTransaction } from './tests/soak/kills/broken-transaction.ts';
import { collectLicences } from './tests/tools/licences.ts';
import { ACCOUNT_DATA } from './utils/platform/account-data.ts';

/** Hosts of the test press: only the testing build may reach them without asking, and it is never packaged. */
const NEWSROOM_HOSTS = ['*://*.example/*'];
/** What `npm start -- --live` needs in place of the newsroom's hosts. */
const EVERY_HOST = ['*://*/*'];

/** What the browser grants at installation, without a question about any site. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting', 'contextMenus'];

/** The browsers named in the manifests: nothing is translated for older ones. */
const BUILD = {
  target: 'es2023',
  cssTarget: ['chrome123', 'firefox142'],
  modulePreload: { polyfill: false },
  rollupOptions: { external: ['/popup-start.js'] },
};

/**
 * Nothing here draws HTML by assigning it, Trusted Types forbid it, and the add-on linter warns of every place that could.
 * Preact's `dangerouslySetInnerHTML`, DOMPurify's way out where there is no parser, and Readability's look into `noscript`,
 * of which it is handed none, become text; where Readability begins anew it takes back nodes in place of markup.
 */
const withoutInnerHtml = {
  name: 'without-inner-html',
  transform(code: string, id: string) {
    if (!/\/(preact\/dist|dompurify\/dist|@mozilla\/readability)\//.test(id)) return null;
    return code
      .replace('pageCacheHtml = page.innerHTML;', 'pageCacheHtml = page.cloneNode(true);')
      .replace(
        'page.innerHTML = pageCacheHtml;',
        'page.replaceChildren(...pageCacheHtml.cloneNode(true).childNodes);',
      )
      .replace(/\.innerHTML ?=(?!=)/g, '.textContent =');
  },
};

/**
 * WXT's wrapper around a script names what crashed, with a logger and plugins of which there are none: 450 bytes of the
 * 4 kB that the detector may weigh.
 */
const withoutScriptWrapper = {
  name: 'without-script-wrapper',
  transform: (code: string, id: string) =>
    id.includes('unlisted-script-entrypoint')
      ? `${/^import definition .*$/m.exec(code)?.[0]}\ndefinition.main();`
      : null,
};

/** Scripts that live in pages of the web, for as long as these do. */
const IN_PAGES = ['panel', 'bar'];

/** Browsers keep a script in memory, at two bytes a character where only one of them is not of Latin-1. */
const inAscii = {
  name: 'in-ascii',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!IN_PAGES.includes(name.replace(/\.js$/, '')) || file.code === undefined) continue;
      file.code = file.code.replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/**
 * What pages, the panel and the bar need of the browser answers with promises under its own name in both browsers; the
 * polyfill, whose list of everything that could be asked is large, would be a tenth of the popup's code, and a fifth of what
 * a page of the web may hold for the panel. The background keeps it.
 */
const OWN_BROWSER = '\0own-browser';
const withoutPolyfill = {
  name: 'without-polyfill',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'webextension-polyfill' ? OWN_BROWSER : null),
  load: (id: string) =>
    id === OWN_BROWSER ? 'export default globalThis.browser?.runtime ? globalThis.browser : chrome;' : null,
};

/** What has the popup's application begin; written by its name into `first-rows`, since linters distrust any other import. */
const POPUP_START = '/popup-start.js';

/**
 * The popup's application is fetched and compiled while its first rows are drawn, and begins after them: `first-rows` has it
 * begin. See there.
 */
const popupAfterFirstRows = {
  name: 'popup-after-first-rows',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string, { path }: { readonly path: string }) =>
      path.includes('popup')
        ? html.replace(
            /<script type="module" crossorigin src="([^"]+)"><\/script>/,
            '<link rel="modulepreload" crossorigin href="$1" id="application">',
          )
        : html,
  },
};

/**
 * `soak` is the testing build with a clock that runs faster (`entrypoints/background/deps`), `broken` the one in which a
 * transaction is broken, so that the soak can be seen to notice.
 */
const TESTING_MODES = ['testing', 'live', 'soak', 'broken'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // Version and mode decide the folder: .output/chrome-mv3, .output/chrome-mv3-testing, …
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      files.push({ relativeDest: 'licences.json', contents: JSON.stringify(await collectLicences()) });
    },
    'config:resolved': ({ hook, config: { browser } }) => {
      hook('vite:build:extendConfig', (entries, config) => {
        const [entry] = entries;
        if (entry?.name === 'background') splitBackground(config, browser);
        const isPages = entries.some(({ name }) => name === 'popup');
        if (isPages) groupPageCode(config);
        if (isPages || IN_PAGES.includes(entry?.name ?? '')) config.plugins?.push(withoutPolyfill);
      });
    },
    'build:done': async ({ config: { command, outDir } }) => {
      // Served while it is worked on, the page begins by itself.
      if (command === 'serve') return;
      const popup = await readFile(join(outDir, 'popup.html'), 'utf8');
      const application = /href="([^"]+)" id="application"/.exec(popup)?.[1];
      if (application === undefined) throw new Error('popup.html names no application');
      await writeFile(join(outDir, POPUP_START), `import ${JSON.stringify(application)};\n`);
    },
    // A sidebar that opens by itself right after the installation would be in the reader's way.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.sidebar_action) manifest.sidebar_action.open_at_install = false;
    },
  },
  vite: ({ mode }) => {
    // WXT takes the mode's name for it, and the JSX of every mode but `production` would carry source positions: what is
    // tested and measured is what ships.
    process.env.NODE_ENV = 'production';
    return {
      plugins: [
        preact({ devToolsEnabled: false }),
        withoutInnerHtml,
        withoutScriptWrapper,
        inAscii,
        popupAfterFirstRows,
        ...(mode === 'broken' ? [brokenTransaction] : []),
      ],
      build: BUILD,
    };
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    ...permissions(browser, mode),
    ...hostAccess(mode),
    action: { default_title: '__MSG_extName__', ...(browser === 'firefox' && { theme_icons: THEME_ICONS }) },
    omnibox: { keyword: 'lede' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+L' } } },
    content_security_policy: {
      extension_pages: contentSecurityPolicy(browser === 'firefox' ? 'firefox' : 'chrome'),
    },
    ...(browser === 'firefox' ? firefoxOnly() : chromeOnly()),
  }),
});

/** Firefox names a theme by its text: `light` stands on a dark toolbar. Chrome is told by `utils/platform/action`. */
const THEME_ICONS = [16, 32].map((size) => ({
  light: `/icon/dark-${size}.png`,
  dark: `/icon/light-${size}.png`,
  size,
}));

/** Nobody can answer the browser's question whether Lede may notify in a test: the testing build may without it. */
function permissions(browser: string, mode: string): UserManifest {
  const own = browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'sidePanel'];
  if (TESTING_MODES.includes(mode)) return { permissions: [...own, 'notifications'] };
  return { permissions: own, optional_permissions: ['notifications'] };
}

function hostAccess(mode: string): UserManifest {
  if (!TESTING_MODES.includes(mode)) return { optional_host_permissions: ['*://*/*'] };
  return { host_permissions: mode === 'live' ? EVERY_HOST : NEWSROOM_HOSTS };
}

/** Pictures of other sites are asked for without the reader's cookies, which an extension's page would send along. */
function chromeOnly(): UserManifest {
  return { minimum_chrome_version: '123', cross_origin_embedder_policy: { value: 'credentialless' } };
}

function firefoxOnly(): UserManifest {
  return {
    browser_specific_settings: {
      gecko: {
        id: 'lede@lede.example',
        strict_min_version: '142.0',
        // Asked for by the click that adds an account on a feed server, and by nothing else.
        data_collection_permissions: { required: ['none'], optional: [...ACCOUNT_DATA] },
      },
    },
  };
}
