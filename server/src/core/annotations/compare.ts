/** What is other in one state of a document's annotations than in another. Changes when more has to be told apart. */
import { relatedAnew } from './ends.ts';
import type { Annotation, DocumentState } from './model.ts';

export interface Difference {
  /** Annotations that are new, gone or other ones, and those with a relation more, less or another one. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** Those whose place is another one: made by others, or moved by a person. */
  readonly place: readonly Annotation[];
}

/** `attached`: whether an annotation has its place here; what a program found elsewhere does not move such a one. */
export function compare(before: DocumentState, after: DocumentState, attached: (id: string) => boolean): Difference {
  const changed: string[] = [];
  const place: Annotation[] = [];
  for (const [id, a] of after.annotations) {
    const old = before.annotations.get(id);
    if (old && JSON.stringify(old) === JSON.stringify(a)) continue;
    changed.push(id);
    const found = a.history.at(-1)?.auto === true && attached(id);
    if (!old || (JSON.stringify(old.target) !== JSON.stringify(a.target) && !found)) place.push(a);
  }
  const gone = [...before.annotations.keys()].filter((id) => !after.annotations.has(id));
  const related = relatedAnew(before.relations, after.relations);
  return { changed: [...new Set([...changed, ...gone, ...related])], gone, place };
}
