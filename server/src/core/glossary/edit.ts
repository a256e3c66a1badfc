/**
 * Writing an entry into a user's glossary file: an insertion that leaves comments, order and style of the rest alone.
 * Changes when entries are written into files in another way.
 */
import type { Span } from '../text/span.ts';
import type { FileEntry } from './model.ts';

/** Replaces `span` by `text`. */
export interface FileEdit {
  readonly span: Span;
  readonly text: string;
}

export const SCHEMA_LINE = '# yaml-language-server: $schema=policy-annotator:glossary';

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

/** An entry as YAML lines without indent; the first begins with `- `. */
async function entryLines(entry: FileEntry): Promise<string[]> {
  const { stringify } = await import('yaml');
  const ordered = Object.fromEntries(ORDER.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]])));
  return stringify([ordered], { lineWidth: 0, indentSeq: false }).trimEnd().split('\n');
}

/**
 * The edit that adds an entry behind the last one of a file, or makes the file where `text` is empty. A file that has
 * its terms in brackets, or none, is written anew by the YAML library. Null where the file is no glossary at all.
 */
export async function addEntry(text: string, entry: FileEntry): Promise<FileEdit | null> {
  const lines = await entryLines(entry);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (text.trim() === '') {
    return { span: { start: 0, end: text.length }, text: [SCHEMA_LINE, 'terms:', ...lines, ''].join(eol) };
  }
  const { isMap, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  const terms = document.get('terms');
  const last = isSeq(terms) ? (terms.items.at(-1) as { range?: readonly number[] | null } | undefined) : undefined;
  if (isSeq(terms) && terms.flow !== true && last?.range) {
    // Behind the last value; the comment lines that follow belong to whatever comes next.
    const first = (terms.items[0] as { range?: readonly number[] | null }).range?.[0] ?? 0;
    const lineStart = text.lastIndexOf('\n', first - 1) + 1;
    const dash = text.slice(lineStart, first).indexOf('-');
    const indent = ' '.repeat(Math.max(0, dash));
    let end = last.range[1]!;
    const tail = text.slice(end).search(/\r?\n|$/);
    end += tail;
    const added = lines.map((l) => indent + l).join(eol);
    return { span: { start: end, end }, text: eol + added };
  }
  if (terms !== undefined && terms !== null && !isSeq(terms)) return null;
  const value = { ...entry };
  if (isSeq(terms)) document.addIn(['terms'], document.createNode(value));
  else document.set('terms', document.createNode([value]));
  return { span: { start: 0, end: text.length }, text: document.toString({ lineWidth: 0 }) };
}
