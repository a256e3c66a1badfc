/**
 * Keeps homonyms apart: which documents use a key in the same sense. Changes when senses are told apart otherwise.
 */
import type { DocumentSummary } from './summary.ts';
import type { Workspace } from './workspace.ts';

/** The id of the glossary entry that a key means in a document; empty where the glossary has one entry or none. */
export function senseOf(workspace: Workspace, summary: DocumentSummary, key: string): string {
  if (workspace.glossary.byKey(key).length < 2) return '';
  const choice = workspace.glossary.choose(key, { region: summary.region, date: summary.date });
  return choice?.certain ? choice.entry.id : '';
}

/** Whether two documents mean the same by a key, as far as the glossary can tell. */
export function sameSense(workspace: Workspace, a: DocumentSummary, b: DocumentSummary, key: string): boolean {
  const x = senseOf(workspace, a, key);
  const y = senseOf(workspace, b, key);
  return x === '' || y === '' || x === y;
}
