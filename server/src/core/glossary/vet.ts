/**
 * Entries from other tools: what the checks of glossary files refuse is left out and reported.
 * Changes when imported entries are held to other rules than those of files.
 */
import type { Message } from '../l10n.ts';
import { checkFile } from './check.ts';
import type { FileEntry } from './model.ts';

/** Something of an imported file that could not be taken over, with the one-based line where it stands. */
export interface ImportProblem {
  readonly line: number;
  /** The column or key at fault. */
  readonly field: string;
  /** The value that was not taken over; null where there is none. */
  readonly value: string | null;
  readonly message: Message;
  readonly args: readonly (string | number)[];
}

type Mutable = Record<string, unknown>;

/** What is at fault in an entry: keys and indexes from the entry to the value. */
export type Fault = Pick<ImportProblem, 'value' | 'message' | 'args'> & { readonly path: readonly (string | number)[] };

/** The entry without what is no good, which is taken out of `raw` itself; null where the term itself is. */
export function vetted(raw: unknown, report: (fault: Fault) => void): FileEntry | null {
  const entry = raw as Mutable;
  const faults = checkFile({ terms: [entry] }).filter((p) => p.severity === 'error');
  const dropped = new Map<unknown[], Set<number>>();
  for (const fault of faults) {
    const path = fault.path.slice(2);
    const [key = 'term', inner] = path;
    const value = path.reduce<unknown>((at, step) => (at as Mutable | undefined)?.[step as string], entry);
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
    report({ path: path.length === 0 ? ['term'] : path, value: shown, message: fault.message, args: fault.args });
    if (key === 'term') return null;
    const holder = entry[key];
    if (Array.isArray(holder) && typeof inner === 'number') {
      dropped.set(holder, (dropped.get(holder) ?? new Set()).add(inner));
    } else if (typeof holder === 'object' && holder !== null && typeof inner === 'string') {
      delete (holder as Mutable)[inner];
    } else delete entry[key];
  }
  for (const [list, indexes] of dropped) {
    const kept = list.filter((_, i) => !indexes.has(i));
    list.splice(0, list.length, ...kept);
  }
  for (const [key, value] of Object.entries(entry)) {
    if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) delete entry[key];
  }
  return entry as unknown as FileEntry;
}
