/** Which annotations of a document its relations concern. Changes when relations can have other ends. */
import type { Relation } from './model.ts';

/** Ends of a relation that are annotations of this document, each once. */
export function endsOf({ from, far, to }: Relation): readonly string[] {
  if (to.kind !== 'annotation' || to.far) return [from];
  return far || to.id === from ? [to.id] : [from, to.id];
}

/** Annotations with a relation that one of two states has and the other has not, or has otherwise. */
export function relatedAnew(
  before: ReadonlyMap<string, Relation>,
  after: ReadonlyMap<string, Relation>,
): readonly string[] {
  const out: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    for (const r of [old, now]) if (r) out.push(...endsOf(r));
  }
  return out;
}
