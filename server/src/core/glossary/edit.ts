/**
 * Writing entries into a user's glossary file: an insertion that leaves comments, order and style of the rest alone.
 * Changes when entries are written into files in another way.
 */
import type { Span } from '../text/span.ts';
import type { FileEntry } from './model.ts';

/** Replaces `span` by `text`. */
export interface FileEdit {
  readonly span: Span;
  readonly text: string;
}

/** The keys of an entry in the order in which they are written. */
const ORDER: readonly (keyof FileEntry)[] = [
  'term',
  'aliases',
  'category',
  'scope',
  'quoted',
  'not',
  'definition',
  'translation',
  'translationSource',
  'components',
  'count',
  'origin',
  'sources',
  'confidence',
  'from',
  'to',
];

/** Entries as YAML lines without indent; the first of each begins with `- `. */
async function entryLines(entries: readonly FileEntry[]): Promise<string[]> {
  const { stringify } = await import('yaml');
  const ordered = entries.map((entry) =>
    Object.fromEntries(ORDER.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]]))),
  );
  return stringify(ordered, { lineWidth: 0, indentSeq: false }).trimEnd().split('\n');
}

interface Ranged {
  readonly range?: readonly number[] | null;
}

/**
 * The edit that adds entries behind the last one of a file, or makes the file where `text` is empty. A file that has
 * its terms in brackets, or none, is written anew by the YAML library. Null where the file is no glossary at all.
 */
export async function addEntries(text: string, entries: readonly FileEntry[]): Promise<FileEdit | null> {
  const lines = await entryLines(entries);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (text.trim() === '') {
    return { span: { start: 0, end: text.length }, text: ['terms:', ...lines, ''].join(eol) };
  }
  const { isCollection, isMap, isPair, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  /** The innermost value at the end of a node: the ranges of collections reach over comments that follow. */
  const lastValue = (node: unknown): Ranged => {
    if (isPair(node)) return lastValue(node.value ?? node.key);
    const inner = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
    return inner === undefined ? (node as Ranged) : lastValue(inner);
  };
  const terms = document.get('terms');
  const last = isSeq(terms) ? (terms.items.at(-1) as Ranged | undefined) : undefined;
  if (isSeq(terms) && terms.flow !== true && last?.range) {
    // Behind the last value; the comment lines that follow belong to whatever comes next.
    const first = (terms.items[0] as Ranged).range?.[0] ?? 0;
    const lineStart = text.lastIndexOf('\n', first - 1) + 1;
    const dash = text.slice(lineStart, first).indexOf('-');
    const indent = ' '.repeat(Math.max(0, dash));
    const value = lastValue(terms.items.at(-1));
    let end = text.slice(0, value.range?.[1] ?? last.range[1]).trimEnd().length;
    end += text.slice(end).search(/\r?\n|$/);
    const added = lines.map((l) => indent + l).join(eol);
    return { span: { start: end, end }, text: eol + added };
  }
  if (terms !== undefined && terms !== null && !isSeq(terms)) return null;
  const values = entries.map((entry) => ({ ...entry }));
  if (isSeq(terms)) for (const value of values) document.addIn(['terms'], document.createNode(value));
  else document.set('terms', document.createNode(values));
  return { span: { start: 0, end: text.length }, text: document.toString({ lineWidth: 0 }) };
}
