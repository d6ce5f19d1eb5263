/** The project's own source as the house rules see it: what each file imports, calls and names. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'vite';

export interface Import {
  /** Path within the project, or the package's name. */
  readonly to: string;
  /** Whether only types come over it, so that nothing is loaded. */
  readonly typeOnly: boolean;
}

export interface Source {
  /** Path within the project, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names of everything that is called or constructed: `f(…)`, `a.f(…)`, `new F(…)`. */
  readonly calls: ReadonlySet<string>;
  /** Every identifier that stands in the file. */
  readonly names: ReadonlySet<string>;
  /** How often the type `any` is written. */
  readonly anys: number;
}

const FOLDERS = ['entrypoints', 'components', 'utils'];

/** All TypeScript files of the product, parsed. */
export function projectSources(root: string): Source[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/** Parses one file; throws where it is no TypeScript. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const imports: Import[] = [];
  const calls = new Set<string>();
  const names = new Set<string>();
  let anys = 0;
  const take = (from: string, typeOnly: boolean): void => {
    imports.push({ to: resolveImport(path, from), typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => take(node.source.value, isTypeOnly(node)),
    ExportNamedDeclaration: (node) => node.source && take(node.source.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => take(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => node.source.type === 'Literal' && take(String(node.source.value), false),
    TSImportType: (node) => take(node.source.value, true),
    CallExpression: (node) => calls.add(calledName(node.callee)),
    NewExpression: (node) => calls.add(calledName(node.callee)),
    Identifier: (node) => names.add(node.name),
    TSAnyKeyword: () => {
      anys += 1;
    },
  }).visit(parsed.program);
  return { path, imports, calls, names, anys };
}

interface ImportNode {
  readonly importKind?: string | null;
  readonly specifiers: readonly { readonly type: string; readonly importKind?: string | null }[];
}

/** `import type …`, and imports whose every name is marked `type`. */
function isTypeOnly(node: ImportNode): boolean {
  if (node.importKind === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((specifier) => specifier.importKind === 'type');
}

interface Callee {
  readonly type: string;
  readonly name?: unknown;
  readonly property?: unknown;
}

function calledName(callee: Callee): string {
  const named = callee.type === 'MemberExpression' ? (callee.property as Callee) : callee;
  return typeof named.name === 'string' ? named.name : '';
}

function resolveImport(path: string, from: string): string {
  return from.startsWith('.') ? normalize(join(dirname(path), from)).replaceAll('\\', '/') : from;
}
