/**
 * Which of several entries with one key is meant: the document's place and date decide.
 * Changes when something else tells homonyms apart.
 */
import { type Place, placeEndingAt } from '../document/mentions/places.ts';
import { fold, termKey } from '../text/fold.ts';
import type { GlossaryEntry, Scope } from './model.ts';

/** What is known of the document in which a term stands. */
export interface Context {
  /** The place that the document belongs to, as `PolicyDocument.region`. */
  readonly region: string | null;
  /** Its own day, ISO 8601, reduced precision allowed. */
  readonly date: string | null;
}

export const NO_CONTEXT: Context = { region: null, date: null };

/** An entry for a term, and what else the same words mean elsewhere or at another time. */
export interface Choice {
  readonly entry: GlossaryEntry;
  readonly alternatives: readonly GlossaryEntry[];
  /** Whether place and date single this entry out; false where two fit equally or none fits. */
  readonly certain: boolean;
  /** No entry belongs to the document's place and time: what they say is how the words are used elsewhere. */
  readonly elsewhere: boolean;
}

/** The region with the places that it lies in, which documents leave out: 宁波市 lies in 浙江省. */
function withParents(region: string): string {
  let names = region;
  for (let at: Place | null = placeEndingAt(fold(region), region.length)?.place ?? null; at; at = at.parent) {
    if (!names.includes(at.name)) names += at.name;
  }
  return names;
}

/** Whether it is known where a region lies: 云川市, of which no table tells, may lie in any province. */
function located(region: string): boolean {
  const folded = fold(region);
  for (let end = folded.length; end > 1; end--) if (placeEndingAt(folded, end)) return true;
  return false;
}

const chains = new WeakMap<ReadonlyMap<string, Scope>, Map<string, readonly string[]>>();

/** The scopes of a place from the nearest to the widest: `滨江区` → binjiang, hangzhou, zhejiang, national. */
export function chainOf(region: string | null, scopes: ReadonlyMap<string, Scope>): readonly string[] {
  if (region === null) return [];
  let known = chains.get(scopes);
  if (!known) {
    known = new Map();
    chains.set(scopes, known);
  }
  let chain = known.get(region);
  if (!chain) {
    chain = findChain(region, scopes);
    if (known.size < 1000) known.set(region, chain);
  }
  return chain;
}

function findChain(region: string, scopes: ReadonlyMap<string, Scope>): readonly string[] {
  const key = termKey(withParents(region));
  const depth = (scope: Scope): number => {
    let n = 0;
    for (let at: Scope | undefined = scope; at?.within && n < 16; at = scopes.get(at.within)) n++;
    return n;
  };
  let best: { scope: Scope; depth: number; length: number } | null = null;
  for (const scope of scopes.values()) {
    for (const place of scope.places) {
      if (!key.includes(termKey(place))) continue;
      const found = { scope, depth: depth(scope), length: place.length };
      if (!best || found.depth > best.depth || (found.depth === best.depth && found.length > best.length)) best = found;
    }
  }
  const chain: string[] = [];
  for (
    let at: Scope | undefined = best?.scope;
    at && chain.length < 16;
    at = at.within ? scopes.get(at.within) : undefined
  ) {
    chain.push(at.id);
  }
  return chain;
}

/** Compares dates of different precision by the part that both have. */
const compareDates = (a: string, b: string): number => {
  const n = Math.min(a.length, b.length);
  const x = a.slice(0, n);
  const y = b.slice(0, n);
  return x < y ? -1 : x > y ? 1 : 0;
};

const ISO = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** When an entry's use begins: as stated, or its origin. */
export const beginOf = (entry: GlossaryEntry): string | null => {
  const date = entry.from ?? entry.origin?.date;
  return date !== undefined && ISO.test(date) ? date : null;
};

/** Whether the entry states that its use began after the document was written. */
const notYet = (entry: GlossaryEntry, date: string | null): boolean =>
  entry.from !== undefined && date !== null && ISO.test(date) && compareDates(date, entry.from) < 0;

/** Higher fits better. */
function fitness(entry: GlossaryEntry, chain: readonly string[], context: Context): number {
  let score = 0;
  const at = chain.indexOf(entry.scope);
  if (entry.file.kind === 'user' && entry.scope === 'user') score = 200;
  else if (at >= 0) score = 100 - 10 * at;
  else if (entry.scope === 'national') score = 40;
  if (entry.file.kind === 'user') score += 1;
  if (context.date !== null && ISO.test(context.date)) {
    const begin = beginOf(entry);
    if (begin !== null && compareDates(context.date, begin) < 0) score -= 60;
    if (entry.to !== undefined && compareDates(context.date, entry.to) > 0) score -= 60;
  }
  return score;
}

/** Whether an entry is of another place than a document: one that lies nobody knows where may be in any. */
const foreign = (entry: GlossaryEntry, chain: readonly string[], region: string | null): boolean =>
  region !== null && !chain.includes(entry.scope) && (chain.length > 0 || located(region));

/** The entry that fits best; null for no entries. Deterministic: ties go to the later beginning, then to the id. */
export function choose(
  entries: readonly GlossaryEntry[],
  context: Context,
  scopes: ReadonlyMap<string, Scope>,
): Choice | null {
  if (entries.length === 0) return null;
  const chain = chainOf(context.region, scopes);
  const ranked = entries
    .map((entry) => ({ entry, score: fitness(entry, chain, context), begin: beginOf(entry) ?? '' }))
    .sort(
      (a, b) =>
        b.score - a.score || (a.begin < b.begin ? 1 : a.begin > b.begin ? -1 : 0) || (a.entry.id < b.entry.id ? -1 : 1),
    );
  const [first, second] = ranked;
  const { entry } = first!;
  const bound = entry.scope !== 'national' && (scopes.get(entry.scope)?.places.length ?? 0) > 0;
  return {
    entry,
    alternatives: ranked.slice(1).map((r) => r.entry),
    certain: second === undefined || (first!.score > second.score && first!.score >= 40),
    elsewhere: (bound && foreign(entry, chain, context.region)) || notYet(entry, context.date),
  };
}
