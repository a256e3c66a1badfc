/** Every term of a workspace with its places and what the glossary says of it. Changes when `terms` tells more. */
import type { TermCategory } from '../core/document/model.ts';
import type { GlossaryEntry } from '../core/glossary/model.ts';
import type { Position } from '../core/text/lines.ts';
import { positionIn } from '../core/workspace/summary.ts';
import type { Workspace } from '../core/workspace/workspace.ts';

export interface Occurrence {
  readonly uri: string;
  readonly text: string;
  readonly quoted: boolean;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface TermRow {
  readonly term: string;
  /** The term's identity: Simplified, without blanks and marks. */
  readonly normal: string;
  readonly category: TermCategory | GlossaryEntry['category'];
  readonly count: number;
  readonly documents: number;
  /** Null where no glossary has it. */
  readonly entry: {
    readonly id: string;
    readonly scope: string;
    readonly translation: string | null;
    readonly definition: { readonly zh: string | null; readonly en: string | null };
    readonly confidence: string;
  } | null;
  readonly occurrences: readonly Occurrence[];
}

const entryOf = (e: GlossaryEntry | undefined): TermRow['entry'] =>
  e
    ? {
        id: e.id,
        scope: e.scope,
        translation: e.translation ?? null,
        definition: { zh: e.definition?.zh ?? null, en: e.definition?.en ?? null },
        confidence: e.confidence,
      }
    : null;

/** Most frequent first, then by identity; occurrences in the order of URIs and places. */
export function termRows(workspace: Workspace, undefinedOnly: boolean): TermRow[] {
  const rows = new Map<string, { -readonly [K in keyof TermRow]: TermRow[K] } & { occurrences: Occurrence[] }>();
  const uris = [...workspace.uris()].sort();
  for (const uri of uris) {
    const summary = workspace.summary(uri)!;
    const text = workspace.text(uri) ?? '';
    const seen = new Set<string>();
    for (let i = 0; i < summary.terms.count; i++) {
      const { key, span, quoted } = summary.terms.at(i);
      const normal = workspace.ids.key(key);
      const entry = workspace.entry(uri, normal);
      if (undefinedOnly && entry) continue;
      // One name may mean two things in two documents: each entry has its own row.
      const id = entry?.id ?? normal;
      let row = rows.get(id);
      const written = text.slice(span.start, span.end);
      if (!row) {
        const category = entry?.category ?? summary.terms.category(key);
        row = {
          term: entry?.term ?? written,
          normal,
          category,
          count: 0,
          documents: 0,
          entry: entryOf(entry),
          occurrences: [],
        };
        rows.set(id, row);
      }
      if (!seen.has(id)) row.documents++;
      seen.add(id);
      row.count++;
      const range = { start: positionIn(summary, span.start), end: positionIn(summary, span.end) };
      row.occurrences.push({ uri, text: written, quoted, range });
    }
  }
  return [...rows.values()].sort(
    (a, b) => b.count - a.count || (a.normal < b.normal ? -1 : a.normal > b.normal ? 1 : 0),
  );
}
