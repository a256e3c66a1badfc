/**
 * Rename of a term of a user's glossary: in the file and in every document. Changes when something else can be renamed.
 */
import { termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { sameSense } from '../workspace/senses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chief, type Subject, subjects } from './subject.ts';

/** Replaces `span` by `text` in a document or glossary file. */
export interface TextEdit {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
}

export type RenameProblem = 'nothing' | 'builtin' | 'no-entry' | 'short' | 'taken' | 'marks';

export type RenameAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: RenameProblem };

const no = (problem: RenameProblem) => ({ ok: false, problem }) as const;

/** The term of a user's glossary at `offset`, or why there is none. */
function find(workspace: Workspace, uri: string, offset: number): RenameAnswer<Extract<Subject, { kind: 'term' }>> {
  const subject = chief(subjects(workspace, uri, offset));
  if (subject?.kind !== 'term') return no('nothing');
  const entry = workspace.entry(uri, subject.key);
  if (!entry) return no('no-entry');
  return entry.file.kind === 'user' ? { ok: true, value: subject } : no('builtin');
}

/** What would be renamed and its present name; or why nothing can be. */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  offset: number,
): RenameAnswer<{ span: Span; name: string }> {
  const found = find(workspace, uri, offset);
  if (!found.ok) return found;
  const { span } = found.value;
  return { ok: true, value: { span, name: workspace.document(uri)!.text.slice(span.start, span.end) } };
}

/**
 * Edits of all mentions of the term and of the entry itself. Aliases stay. `traditional` turns the new name into
 * Traditional characters for mentions in documents of that script; without it the name is used as typed.
 */
export function rename(
  workspace: Workspace,
  uri: string,
  offset: number,
  name: string,
  traditional?: (name: string) => string,
): RenameAnswer<TextEdit[]> {
  const found = find(workspace, uri, offset);
  if (!found.ok) return found;
  const typed = name.trim();
  const key = termKey(typed);
  if (key.length < 2) return no('short');
  if (/[\r\n:#]/.test(typed)) return no('marks');
  const before = found.value.key;
  const entry = workspace.entry(uri, before)!;
  if (key !== before && workspace.glossary.byKey(key).some((e) => e.scope === entry.scope && e !== entry))
    return no('taken');
  const own = workspace.summary(uri)!;
  const edits: TextEdit[] = [];
  for (const s of workspace.mentioning(before)) {
    if (s.uri !== uri && !sameSense(workspace, own, s, before)) continue;
    const text = s.script === 'hant' && traditional ? traditional(typed) : typed;
    const id = workspace.ids.find(before);
    const seen = new Set<number>();
    for (const m of id === undefined ? [] : s.terms.of(id)) {
      if (!seen.has(m.span.start)) edits.push({ uri: s.uri, span: m.span, text });
      seen.add(m.span.start);
    }
  }
  if (entry.file.kind === 'user' && entry.key === before) {
    edits.push({ uri: entry.file.uri, span: entry.file.termSpan, text: quoteYaml(typed) });
  }
  edits.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.span.start - b.span.start));
  return { ok: true, value: edits };
}

/** A term as a YAML scalar: plain where that is safe. */
const quoteYaml = (text: string): string =>
  /^[\u4e00-\u9fff“‘（][\u4e00-\u9fff“”‘’（）、，·+0-9A-Za-z]*$/.test(text) ? text : JSON.stringify(text);
