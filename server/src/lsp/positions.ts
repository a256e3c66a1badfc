/**
 * The two position encodings of the wire. The core speaks UTF-16; for a client that wants UTF-8 every position in
 * parameters and answers is converted here and nowhere else. Changes when an encoding is added.
 */
import type { PositionEncodingKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from '../core/text/lines.ts';

/** A text with its lines, as positions are resolved against. */
export type Located = Pick<TextDocument, 'getText' | 'lineCount' | 'offsetAt'>;

/** More than any column: a column beyond a line's end means its end. */
const LINE_END = 0x7fffffff;

const width = (text: string, i: number): number => {
  const c = text.charCodeAt(i);
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  if (c >= 0xd800 && c < 0xdc00 && i + 1 < text.length) return 4;
  return 3;
};

/** How many bytes of UTF-8 the text takes from `start` to `end`. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; ) {
    const w = width(text, i);
    bytes += w;
    i += w === 4 ? 2 : 1;
  }
  return bytes;
}

/** UTF-8 column → UTF-16 column; a column inside a character is its beginning, one beyond the line its end. */
export function fromUtf8(located: Located, { line, character }: Position): Position {
  if (line >= located.lineCount) return { line, character };
  const text = located.getText();
  const start = located.offsetAt({ line, character: 0 });
  const end = located.offsetAt({ line, character: LINE_END });
  let left = character;
  let i = start;
  while (i < end && left > 0) {
    const w = width(text, i);
    if (w > left) break;
    left -= w;
    i += w === 4 ? 2 : 1;
  }
  return { line, character: i - start };
}

/** UTF-16 column → UTF-8 column. */
export function toUtf8(located: Located, { line, character }: Position): Position {
  if (line >= located.lineCount) return { line, character };
  const start = located.offsetAt({ line, character: 0 });
  return { line, character: utf8Length(located.getText(), start, located.offsetAt({ line, character })) };
}

type Node = Readonly<Record<string, unknown>>;

const isPosition = (v: Node): boolean => typeof v['line'] === 'number' && typeof v['character'] === 'number';

/** The document that the ranges of this node lie in, where the node says so itself. */
function ownUri(node: Node): string | undefined {
  const at = node['textDocument'] as Node | undefined;
  const from = (node['from'] ?? node['location']) as Node | undefined;
  for (const uri of [node['uri'], node['targetUri'], at?.['uri'], from?.['uri']])
    if (typeof uri === 'string') return uri;
  return undefined;
}

type Visit = (position: Position, uri: string) => Position;

/** Rebuilds plain protocol data with every position mapped. `data` belongs to the server and stays as it is. */
export function mapPositions(value: unknown, uri: string, visit: Visit): unknown {
  if (Array.isArray(value)) return value.map((v) => mapPositions(v, uri, visit));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Node;
  if (isPosition(node)) return visit(node as unknown as Position, uri);
  const here = ownUri(node) ?? uri;
  const mapped: Record<string, unknown> = {};
  for (const [key, v] of Object.entries(node)) {
    if (key === 'data') mapped[key] = v;
    else if (key === 'originSelectionRange') mapped[key] = mapPositions(v, uri, visit);
    else if (key === 'changes' && typeof v === 'object' && v !== null && !Array.isArray(v))
      mapped[key] = Object.fromEntries(Object.entries(v).map(([u, edits]) => [u, mapPositions(edits, u, visit)]));
    else mapped[key] = mapPositions(v, here, visit);
  }
  return mapped;
}

export type TextOf = (uri: string) => Promise<Located | null>;

/** Converts all positions of protocol data between the core's UTF-16 and the wire's encoding. */
export async function convert(
  value: unknown,
  uri: string,
  direction: typeof fromUtf8,
  textOf: TextOf,
): Promise<unknown> {
  const uris = new Set<string>();
  mapPositions(value, uri, (p, u) => {
    uris.add(u);
    return p;
  });
  if (uris.size === 0) return value;
  const texts = new Map<string, Located | null>();
  for (const u of uris) texts.set(u, await textOf(u));
  return mapPositions(value, uri, (p, u) => {
    const located = texts.get(u);
    return located ? direction(located, p) : p;
  });
}

/** The encoding that both sides can: UTF-16 where the client offers it or says nothing. */
export function negotiate(offered: readonly PositionEncodingKind[] | undefined): 'utf-16' | 'utf-8' {
  if (!offered || offered.includes('utf-16')) return offered?.[0] === 'utf-8' ? 'utf-8' : 'utf-16';
  return offered.includes('utf-8') ? 'utf-8' : 'utf-16';
}
