/**
 * Places that an annotation had in other texts before programs found it again: a branch that is switched back, a text that
 * another window had not saved yet. Changes when an earlier place counts in other cases.
 */
import type { Span } from '../text/span.ts';
import type { Annotation, TextTarget } from './model.ts';

/** Its target and, latest first, those it had before programs re-attached it; none from before a person placed it. */
function targets({ target, history }: Annotation): TextTarget[] {
  const out: TextTarget[] = target ? [target] : [];
  for (let i = history.length - 1; i >= 0 && history[i]!.auto; i--) {
    const { from } = history[i]!;
    if (from) out.push(from);
  }
  return out;
}

/** The annotation with the target that counts in the text of this hash, if it ever had one there. */
export function asIn(a: Annotation, hash: string): Annotation {
  const known = a.target?.base === hash ? undefined : targets(a).find((t) => t.base === hash);
  return known ? { ...a, target: known } : a;
}

/** Whether a text has words that the annotation stood at in another text, and does not stand at now. */
export const mayHaveArrived = (a: Annotation, text: string, range: Span): boolean => {
  const now = text.slice(range.start, range.end);
  return targets(a).some(({ quote }) => quote.exact.length > now.length && text.includes(quote.exact));
};
