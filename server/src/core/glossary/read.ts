/**
 * A user's glossary file (`*.glossary.yml`) → entries, with every problem at its place in the text.
 * Changes when the file format changes. Bad entries are left out and reported; the rest of the file counts.
 */
import type { Document, Node, Pair, ParsedNode } from 'yaml';
import type { Message } from '../l10n.ts';
import type { Span } from '../text/span.ts';
import { checkFile } from './check.ts';
import { type GlossaryPart, toEntry, toScope, USER_SCOPE } from './entries.ts';
import type { FileEntry, GlossaryEntry, GlossaryFile, Scope } from './model.ts';

/** A problem of a glossary file with its place in the text. */
export interface FileProblem {
  readonly span: Span;
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  readonly args: readonly (string | number)[];
}

export interface ReadFile extends GlossaryPart {
  readonly problems: readonly FileProblem[];
}

const rangeOf = (node: { range?: readonly number[] | null } | null | undefined): Span | null => {
  const range = node?.range;
  return range ? { start: range[0]!, end: range[1]! } : null;
};

/** Reads a glossary file. Asynchronous because the YAML reader is loaded on first use. Never throws. */
export async function readGlossaryFile(uri: string, text: string): Promise<ReadFile> {
  const { isCollection, isMap, isPair, isScalar, parseDocument } = await import('yaml');
  const document: Document.Parsed<ParsedNode> = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'error',
  } as never);
  const problems: FileProblem[] = [...document.errors, ...document.warnings].map((e) => ({
    span: { start: e.pos[0], end: Math.max(e.pos[1], e.pos[0] + 1) },
    severity: e.name === 'YAMLWarning' ? 'warning' : 'error',
    message: { en: 'YAML: {0}', zh: 'YAML：{0}' },
    args: [e.message],
  }));
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (e) {
    problems.push({
      span: { start: 0, end: text.length },
      severity: 'error',
      message: { en: 'YAML: {0}', zh: 'YAML：{0}' },
      args: [String(e)],
    });
    return { entries: [], scopes: [], problems };
  }
  if (data === null && problems.length === 0) return { entries: [], scopes: [], problems };

  const place = (path: readonly (string | number)[], onKey: boolean): Span => {
    let node: unknown = document.contents;
    let best: Span | null = rangeOf(node as Node | null);
    path.forEach((step, i) => {
      if (!isCollection(node)) return;
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        const wantsKey = onKey && i === path.length - 1;
        best = rangeOf((wantsKey ? pair?.key : (pair?.value ?? pair?.key)) as Node | null) ?? best;
        node = pair?.value;
      } else {
        const item: unknown = node.items[step as number];
        node = isPair(item) ? item.value : item;
        best = rangeOf(node as Node | null) ?? best;
      }
    });
    const found = best ?? { start: 0, end: text.length };
    const trimmed = text.slice(found.start, found.end).trimEnd().length;
    return { start: found.start, end: found.start + Math.max(1, trimmed) };
  };

  const bad = new Set<number>();
  let broken = false;
  for (const p of checkFile(data)) {
    problems.push({ span: place(p.path, p.onKey === true), severity: p.severity, message: p.message, args: p.args });
    if (p.severity !== 'error') continue;
    if (p.path[0] === 'terms' && typeof p.path[1] === 'number') {
      bad.add(p.path[1]);
    } else if (p.path.length === 0 || p.path[0] === 'terms') broken = true;
  }
  const entries: GlossaryEntry[] = [];
  const scopes: Scope[] = [];
  if (!broken) {
    const file = data as GlossaryFile;
    const own = toScope({ ...file, ...(typeof file.scope === 'string' ? {} : { scope: undefined as never }) });
    if (own && typeof file.scope === 'string') scopes.push(own);
    file.terms.forEach((entry: FileEntry, i) => {
      if (bad.has(i)) return;
      const span = place(['terms', i], false);
      const termSpan = place(['terms', i, 'term'], false);
      entries.push(toEntry(entry, entry.scope ?? file.scope ?? USER_SCOPE, { kind: 'user', uri, span, termSpan }));
    });
  }
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { entries, scopes, problems };
}
