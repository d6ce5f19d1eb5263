/** The house rules. Each gives a sentence for every place that breaks it, and says what to do instead. */
import { COMPONENTS_MAY_IMPORT, LAYERS, layerOf } from './layers.ts';
import type { Source } from './source.ts';

export interface Rule {
  /** What holds, as a sentence. */
  readonly name: string;
  check(sources: readonly Source[]): string[];
}

/** A rule that looks at each file by itself; `wrong` gives what is wrong with it. */
function eachFile(name: string, wrong: (source: Source) => string[]): Rule {
  return {
    name,
    check: (sources) => sources.flatMap((source) => wrong(source).map((text) => `${source.path}: ${text}`)),
  };
}

const isIn = (source: Source, ...parts: string[]): boolean =>
  parts.some((part) => source.path === part || source.path.startsWith(`${part}/`));

const found = (names: ReadonlySet<string>, wanted: readonly string[]): string[] =>
  wanted.filter((name) => names.has(name));

const everyFileHasALayer = eachFile('every file of utils belongs to a named domain', (source) =>
  layerOf(source.path)
    ? []
    : ['lies in no layer; put it where someone would look for it (layers.ts lists them)'],
);

const downward = eachFile('imports go downward only', (source) => {
  const rank = LAYERS.indexOf(layerOf(source.path) ?? '');
  return source.imports
    .filter(({ to }) => LAYERS.indexOf(layerOf(to) ?? '') > rank)
    .map(({ to }) => `imports ${to}, which stands above it; hand it in, or move what both need down`);
});

const noCycles: Rule = {
  name: 'no file imports itself by a detour',
  check: (sources) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    return sources
      .filter((source) => reachable(source, byPath, () => true).has(source.path))
      .map(
        (source) => `${source.path}: is part of a cycle; move what both sides need into a file of its own`,
      );
  },
};

/** Paths that can be reached from a file over imports that `follow` accepts. */
function reachable(
  from: Source,
  byPath: ReadonlyMap<string, Source>,
  follow: (entry: Source['imports'][number]) => boolean,
): Set<string> {
  const seen = new Set<string>();
  const waiting = [from];
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    for (const entry of source.imports.filter(follow)) {
      const next = byPath.get(entry.to);
      if (!next || seen.has(next.path)) continue;
      seen.add(next.path);
      waiting.push(next);
    }
  }
  return seen;
}

const oneDatabase = eachFile('only utils/store opens IndexedDB', (source) => {
  if (isIn(source, 'utils/store')) return [];
  const opens = source.imports.some(({ to, typeOnly }) => to === 'idb' && !typeOnly);
  const names = found(source.names, ['indexedDB', 'IDBFactory']);
  return opens || names.length > 0 ? ['opens IndexedDB; ask for a function of utils/store'] : [];
});

const NETWORK_CALLS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'sendBeacon',
  'importScripts',
];

const oneNetwork = eachFile('only utils/net fetches', (source) =>
  isIn(source, 'utils/net')
    ? []
    : found(source.calls, NETWORK_CALLS).map((name) => `calls ${name}; requests go through utils/net`),
);

const MESSAGE_CALLS = ['sendMessage', 'connect', 'connectNative', 'BroadcastChannel'];

/** The script that is loaded into every page of the followed sites: see `detectorIsBare`. */
const DETECTOR = 'entrypoints/detector.ts';
/** What the background tells the scripts that it has in pages goes to tabs: one word, and no verb. */
const PANEL_NEWS = 'utils/platform/panel-news.ts';

const oneProtocol = eachFile('only utils/protocol sends messages', (source) => {
  if (isIn(source, 'utils/protocol', DETECTOR, PANEL_NEWS)) return [];
  const calls = found(source.calls, MESSAGE_CALLS).map(
    (name) => `calls ${name}; say it by a verb of utils/protocol`,
  );
  const listens = source.names.has('onMessage') ? ['listens to messages; serve it by utils/protocol'] : [];
  return [...calls, ...listens];
});

const onePlatform = eachFile(
  'only utils/platform touches the browser (and utils/protocol its messages)',
  (source) => {
    if (isIn(source, 'utils/platform', DETECTOR)) return [];
    const teach = 'put the call into the file of its area in utils/platform';
    const imports = source.imports.some(({ to }) => to === 'wxt/browser' || to === 'webextension-polyfill');
    const allowed = isIn(source, 'utils/protocol');
    const wrong = [...(imports && !allowed ? ['imports the browser'] : [])];
    if (source.names.has('chrome') || (source.names.has('browser') && !imports))
      wrong.push('names the browser');
    const others = ['storage', 'tabs', 'alarms', 'action', 'permissions', 'scripting', 'notifications'];
    if (allowed && imports)
      wrong.push(...found(source.names, others).map((area) => `touches browser.${area}`));
    return wrong.map((what) => `${what}; ${teach}`);
  },
);

const noAny = eachFile('no any', (source) =>
  source.anys > 0 ? ['says any; say what it is, or unknown and check it'] : [],
);

const oneXmlLibrary = eachFile('only utils/feed/xml knows the XML library', (source) =>
  source.imports.some(({ to }) => to.startsWith('htmlparser2')) && !source.path.startsWith('utils/feed/xml')
    ? ['imports htmlparser2; read through utils/feed/xml']
    : [],
);

const drawersDraw = eachFile('components draw what they are given', (source) => {
  if (!isIn(source, 'components')) return [];
  return source.imports
    .filter(({ to, typeOnly }) => {
      const layer = layerOf(to);
      if (layer === undefined) return false;
      return !COMPONENTS_MAY_IMPORT.includes(layer) || (layer === 'utils/surface' && !typeOnly);
    })
    .map(({ to }) => `imports ${to}; take it from the surface, as a prop`);
});

const pagesDoNotWrite: Rule = {
  name: 'no page loads a command: the background is the only writer',
  check: (sources) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const pages = sources.filter(
      (source) => isIn(source, 'entrypoints', 'components') && !isIn(source, 'entrypoints/background'),
    );
    return pages.flatMap((page) =>
      [...reachable(page, byPath, ({ typeOnly }) => !typeOnly)]
        .filter((path) => path.startsWith('utils/app/commands/'))
        .map((path) => `${page.path}: loads ${path}; ask the background by its verb`),
    );
  },
};

const detectorIsBare: Rule = {
  name: 'the detector carries nothing but what detects',
  check: (sources) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const detector = sources.filter(({ path }) => path === DETECTOR);
    const loads = (source: Source): string[] =>
      source.imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to);
    return detector.flatMap((source) => {
      const parts = [...reachable(source, byPath, ({ typeOnly }) => !typeOnly)];
      return [source, ...parts.flatMap((path) => byPath.get(path) ?? [])]
        .flatMap(loads)
        .filter((to) => !to.startsWith('utils/page/detect/'))
        .map((to) => `${DETECTOR}: loads ${to}; import its types alone, or do it in the background`);
    });
  },
};

export const RULES: readonly Rule[] = [
  detectorIsBare,
  everyFileHasALayer,
  downward,
  noCycles,
  oneDatabase,
  oneNetwork,
  oneProtocol,
  onePlatform,
  noAny,
  oneXmlLibrary,
  drawersDraw,
  pagesDoNotWrite,
];
