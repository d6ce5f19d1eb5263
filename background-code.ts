/**
 * The background in parts: what every wake-up needs, and what is loaded when it is asked for (`import()` in the source).
 *
 * A Chromium worker has no `import()`, but may load at any time what it loaded while it was installed: there it loads all
 * parts once, which define functions and run nothing. Firefox has a page in place of a worker.
 */
import { createHash } from 'node:crypto';
import type { InlineConfig, Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const ENTRY = 'background.js';
const FOLDER = 'background/';
/** Chunks of fewer characters share a file: a hundred small files weigh more, and are no sooner read. */
const SMALL = 6_000;

/** Changes WXT's build of the background, which makes one script of all. */
export function splitBackground({ build, plugins }: InlineConfig, browser: string): void {
  const output = build?.rollupOptions?.output;
  if (!build?.lib || !output || Array.isArray(output))
    throw new Error('the background is built in another way');
  build.lib.formats = ['cjs'];
  output.chunkFileNames = `${FOLDER}[name].js`;
  plugins?.push(inParts(browser === 'firefox' ? IN_A_PAGE : IN_A_WORKER));
}

function inParts(loading: (files: readonly string[]) => string): Plugin {
  return {
    name: 'background-in-parts',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const start = withImports(bundle, ENTRY);
      const later = chunks.filter(({ fileName }) => !start.has(fileName));
      const fileOf = emitParts(this, later);
      const needs = chunks
        .flatMap(askedFor)
        .map((name) => [name, filesOf(withImports(bundle, name), fileOf)]);
      const files = [...new Set(fileOf.values())];
      (bundle[ENTRY] as Chunk).code = [
        `(()=>{${loading(files)}`,
        `const needs=${JSON.stringify(Object.fromEntries(needs))};`,
        RUNNING,
        ...[...start].map((name) => asFunction(bundle[name] as Chunk)),
        `need("${ENTRY}")})();`,
      ].join('\n');
      for (const { fileName } of chunks) if (fileName !== ENTRY) delete bundle[fileName];
    },
  };
}

/** Writes the parts that are loaded later; gives the file of each chunk. Names change with what is in the files. */
function emitParts(build: Rolldown.PluginContext, chunks: readonly Chunk[]): Map<string, string> {
  const groups = Map.groupBy(chunks, ({ code, name }) => (code.length < SMALL ? 'small' : name));
  const fileOf = new Map<string, string>();
  for (const [name, group] of groups) {
    const source = group.map(asFunction).join('\n');
    const fileName = `${FOLDER}${name}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
    build.emitFile({ type: 'asset', fileName, source });
    for (const chunk of group) fileOf.set(chunk.fileName, fileName);
  }
  return fileOf;
}

/** A chunk with all that it cannot run without, by their names. */
function withImports(bundle: Bundle, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of (bundle[name] as Chunk).imports) withImports(bundle, other, seen);
  return seen;
}

function filesOf(names: ReadonlySet<string>, fileOf: ReadonlyMap<string, string>): string[] {
  return [...new Set([...names].flatMap((name) => fileOf.get(name) ?? []))];
}

const LATER = /Promise\.resolve\(\)\.then\(\(\)=>require\((["'`])\.\/([^"'`]+)\1\)\)/g;
const NOW = /\brequire\((["'`])\.\/([^"'`]+)\1\)/g;
/** Written out in full for each name, exports are a tenth of the whole. */
const GIVEN =
  /Object\.defineProperty\(exports,(["'`])(\w+)\1,\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

/** The chunks that a chunk has loaded when it comes to it. */
function askedFor({ code, fileName }: Chunk): string[] {
  return [...code.matchAll(LATER)].map(([, , path = '']) => nameIn(fileName, path));
}

function nameIn(fileName: string, path: string): string {
  return fileName === ENTRY ? path : `${FOLDER}${path}`;
}

/** A chunk as a function that is run when its code is first needed. */
function asFunction({ code, fileName }: Chunk): string {
  const body = code
    .replace(LATER, (_all, _quote, path: string) => `later("${nameIn(fileName, path)}")`)
    .replace(NOW, (_all, _quote, path: string) => `need("${nameIn(fileName, path)}")`)
    .replace(GIVEN, (_all, _quote, name: string, value: string) => `give("${name}",()=>${value})`);
  if (/\brequire\(/.test(body)) throw new Error(`${fileName} needs code that is in no part`);
  return `ledeCode["${fileName}"]=(exports,module,give,need,later)=>{${body}\n};`;
}

const RUNNING = `const ran={};
const need=name=>{if(ran[name])return ran[name].exports;
const module=ran[name]={exports:{}};
ledeCode[name](module.exports,module,(key,get)=>Object.defineProperty(module.exports,key,{enumerable:true,get}),need,later);
return module.exports};
const later=async name=>{for(const file of needs[name])await load(file);return need(name)};`;

/**
 * The policy lets through the package's own parts, by their names, and nothing else. It has the name of the pages' own: the
 * two that the content security policy allows are all there are anywhere.
 */
const IN_A_WORKER = (files: readonly string[]): string => `const ledeCode=self.ledeCode={};
const files=new Set(${JSON.stringify(files)});
const policy=self.trustedTypes?.createPolicy("lede-inert",{createScriptURL:file=>files.has(file)?"/"+file:""});
const loaded=new Set;
const load=file=>{if(!loaded.has(file))importScripts(policy?policy.createScriptURL(file):"/"+file);loaded.add(file)};
self.addEventListener("install",()=>files.forEach(load));`;

/** Written out name by name: an import of what is only known when it runs could be of anything. */
const IN_A_PAGE = (files: readonly string[]): string => `const ledeCode=self.ledeCode={};
const loading={${files.map((file) => `"${file}":()=>import("/${file}")`).join(',')}};
const load=file=>loading[file]();`;
