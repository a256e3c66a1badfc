/**
 * Who may import whom. Changes when a layer is added, or when docs/style.md changes its order.
 * Imports are read literally from the source text, so that nothing resolves a violation away.
 */
import path from 'node:path';

export interface Import {
  readonly from: string;
  /** A path of the project where the import is relative, else the package's name as written. */
  readonly to: string;
  readonly relative: boolean;
  /** `import type` vanishes in the bundle. */
  readonly typeOnly: boolean;
}

const STATEMENT = /(?:^|\n)[ \t]*(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/g;
const BARE = /(?:^|\n)[ \t]*import\s*['"]([^'"]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** Every import of a source text. */
export function importsOf(file: string, source: string): Import[] {
  const make = (target: string, typeOnly: boolean): Import => {
    const relative = target.startsWith('.');
    return {
      from: file,
      to: relative ? path.posix.join(path.posix.dirname(file), target) : target,
      relative,
      typeOnly,
    };
  };
  return [
    ...[...source.matchAll(STATEMENT)].map((m) => make(m[2] ?? '', m[1] !== undefined)),
    ...[...source.matchAll(BARE)].map((m) => make(m[1] ?? '', false)),
    ...[...source.matchAll(DYNAMIC)].map((m) => make(m[1] ?? '', false)),
  ];
}

const CORE = ['text', 'host', 'l10n', 'data', 'document', 'glossary', 'annotations', 'workspace', 'checks', 'features'];
const NO_PLATFORM = /^node:|^vscode$|^vscode-languageserver(?!-types$|-textdocument$)|^vscode-languageclient/;

interface Layer {
  /** Layers that it may import, itself always. */
  readonly may: readonly string[];
  /** Packages that it must not import. */
  readonly never?: RegExp;
}

/** `text ← document ← glossary, annotations ← workspace ← checks ← features ← service ← lsp, cli ← node, worker`. */
const LAYERS: Readonly<Record<string, Layer>> = {
  text: { may: [], never: NO_PLATFORM },
  l10n: { may: [], never: NO_PLATFORM },
  host: { may: ['text'], never: NO_PLATFORM },
  data: { may: [], never: NO_PLATFORM },
  document: { may: CORE.slice(0, 4), never: NO_PLATFORM },
  glossary: { may: CORE.slice(0, 5), never: NO_PLATFORM },
  annotations: { may: CORE.slice(0, 5), never: NO_PLATFORM },
  workspace: { may: CORE.slice(0, 7), never: NO_PLATFORM },
  checks: { may: CORE.slice(0, 8), never: NO_PLATFORM },
  features: { may: CORE.slice(0, 9), never: NO_PLATFORM },
  service: { may: CORE, never: NO_PLATFORM },
  lsp: { may: [...CORE, 'service'], never: /^node:|^vscode$|^vscode-languageserver\/|^vscode-languageclient/ },
  platform: {
    may: [...CORE, 'service', 'lsp'],
    never: /^node:|^vscode$|^vscode-languageserver\/|^vscode-languageclient/,
  },
  worker: { may: [...CORE, 'service', 'lsp', 'platform'], never: /^node:|^vscode$|\/node$|^vscode-languageclient/ },
  node: { may: [...CORE, 'service', 'lsp', 'platform'], never: /^vscode$|\/browser$|^vscode-languageclient/ },
  // The command line is a program for Node: it starts the Node server (`lsp --stdio`) and reads files as that one does.
  cli: { may: [...CORE, 'service', 'lsp', 'platform', 'node'], never: /^vscode$|\/browser$|^vscode-languageclient/ },
  client: { may: [], never: /^node:|^vscode-languageserver($|\/)/ },
};

/** The only file of the server that the client may import. */
const PROTOCOL = 'server/src/lsp/protocol.ts';

/** The layer that a file belongs to; null for files outside the product. */
export function layerOf(file: string): string | null {
  if (file.startsWith('client/src/')) return 'client';
  const core = /^server\/src\/core\/([^/.]+)/.exec(file)?.[1];
  const outer = /^server\/src\/([^/.]+)/.exec(file)?.[1];
  return core ?? outer ?? null;
}

/** One sentence per import that the order forbids. */
export function violations(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) => importsOf(file, source).flatMap((found) => judge(found)));
}

function judge({ from, to, relative }: Import): string[] {
  const own = layerOf(from) ?? '';
  const layer = LAYERS[own];
  if (!layer) return own === 'types' ? [] : [`${from}: the layer ${own} is not in the table`];
  if (!relative) return layer.never?.test(to) ? [`${from}: ${own} must not import ${to}`] : [];
  const problems = /\.(?:[cm]?[jt]s|json|ya?ml)$/.test(to) ? [] : [`${from}: ${to} is imported without its ending`];
  const target = layerOf(to);
  const allowed = own === target || layer.may.includes(target ?? '') || (own === 'client' && to === PROTOCOL);
  return allowed ? problems : [...problems, `${from}: ${own} must not import ${target ?? 'from outside'} (${to})`];
}

/** Circles of imports that exist at run time, each as the list of its files. */
export function circles(sources: ReadonlyMap<string, string>): string[][] {
  const targets = new Map(
    [...sources].map(([file, source]) => [
      file,
      importsOf(file, source)
        .filter((i) => i.relative && !i.typeOnly && sources.has(i.to))
        .map((i) => i.to),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
