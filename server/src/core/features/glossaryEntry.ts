/**
 * What the glossary can be asked to do at a place: take the term in, or show the entry that it has.
 * Changes when terms are picked from a document in another way.
 */
import type { FileEntry } from '../glossary/model.ts';
import { termKey } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chiefTerm, subjects } from './subject.ts';
import { draftEntry } from './suggest.ts';

export type GlossaryOffer =
  | { readonly kind: 'add'; readonly term: string; readonly draft: () => FileEntry }
  | { readonly kind: 'open'; readonly term: string };

/** Longest words that a selection may name as a term. */
const LONGEST = 40;
const MARKS = /[\n\r，。；：！？:#]/;

/** The offer for the selected words, or for the term at the cursor; null where there is nothing to take. */
export function glossaryOffer(workspace: Workspace, uri: string, at: Span): GlossaryOffer | null {
  const key = at.end > at.start ? selected(workspace.text(uri), at) : cursor(workspace, uri, at.start);
  if (key === null) return null;
  const entry = workspace.entry(uri, key);
  if (entry) return { kind: 'open', term: entry.term };
  return { kind: 'add', term: key, draft: () => draftEntry(workspace, uri, key) };
}

function selected(text: string | undefined, at: Span): string | null {
  const words = text?.slice(at.start, at.end) ?? '';
  const key = termKey(words);
  return key.length < 2 || key.length > LONGEST || MARKS.test(words.trim()) || !/[\u4e00-\u9fff]/.test(key)
    ? null
    : key;
}

function cursor(workspace: Workspace, uri: string, offset: number): string | null {
  return chiefTerm(subjects(workspace, uri, offset))?.key ?? null;
}
