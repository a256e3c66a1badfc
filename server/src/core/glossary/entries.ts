/**
 * Files → entries and scopes. Changes when an entry derives something new from its file.
 */
import { builtinFiles } from '../../data/glossary/index.ts';
import { termKey } from '../text/fold.ts';
import { Glossary } from './glossary.ts';
import type { EntryOrigin, FileEntry, GlossaryEntry, GlossaryFile, Scope } from './model.ts';

/** The scope of entries whose file names none: they come before all others. */
export const USER_SCOPE = 'user';

/** An entry of a checked file. */
export function toEntry(entry: FileEntry, scope: string, file: EntryOrigin): GlossaryEntry {
  const key = termKey(entry.term);
  const aliases = entry.aliases ?? [];
  return {
    ...entry,
    scope,
    id: `${scope}/${key}`,
    key,
    keys: [...new Set([key, ...aliases.map(termKey)])].filter((k) => k.length >= 2),
    aliases,
    category: entry.category ?? 'unknown',
    confidence: entry.confidence ?? (entry.sources && entry.sources.length > 0 ? 'medium' : 'unsourced'),
    components: entry.components ?? [],
    sources: entry.sources ?? [],
    file,
  };
}

/** The scope that a file describes, if it names one. */
export function toScope(file: GlossaryFile): Scope | null {
  if (file.scope === undefined) return null;
  return {
    id: file.scope,
    name: file.name ?? { zh: file.scope },
    places: file.places ?? [],
    within: file.within ?? null,
  };
}

/** What a set of files gives. */
export interface GlossaryPart {
  readonly entries: readonly GlossaryEntry[];
  readonly scopes: readonly Scope[];
}

let builtin: GlossaryPart | null = null;

/** Entries and scopes that the product ships; made on first use. */
export function builtinPart(): GlossaryPart {
  if (builtin) return builtin;
  const entries: GlossaryEntry[] = [];
  const scopes: Scope[] = [];
  for (const file of builtinFiles as readonly GlossaryFile[]) {
    const scope = toScope(file);
    if (scope) scopes.push(scope);
    for (const entry of file.terms)
      entries.push(toEntry(entry, entry.scope ?? file.scope ?? USER_SCOPE, { kind: 'builtin' }));
  }
  builtin = { entries, scopes };
  return builtin;
}

/** The built-in glossary with those of the user: theirs override an entry with the same scope and term. */
export function glossaryWith(...parts: readonly GlossaryPart[]): Glossary {
  const all = [builtinPart(), ...parts];
  // A user's file may name a built-in scope again to widen it: then its places and name count.
  const scopes = new Map<string, Scope>();
  for (const scope of all.flatMap((p) => p.scopes)) {
    const before = scopes.get(scope.id);
    scopes.set(
      scope.id,
      before
        ? {
            ...before,
            ...scope,
            places: [...new Set([...before.places, ...scope.places])],
            within: scope.within ?? before.within,
          }
        : scope,
    );
  }
  return new Glossary(
    all.flatMap((p) => p.entries),
    [...scopes.values()],
  );
}

/** An entry as it stands in a file: without what the program derived. */
export function plainEntry(entry: GlossaryEntry): FileEntry {
  const { id: _id, key: _key, keys: _keys, file: _file, ...rest } = entry;
  const { aliases, components, sources } = rest;
  const some = <T>(name: string, list: readonly T[]) => (list.length > 0 ? { [name]: list } : {});
  const { aliases: _a, components: _c, sources: _s, ...others } = rest;
  return { ...others, ...some('aliases', aliases), ...some('components', components), ...some('sources', sources) };
}
