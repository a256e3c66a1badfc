/**
 * Findings set aside, kept as annotations in a log of their own. Changes when setting aside means something new.
 * The rule's id is the attribute `rule`; the place follows the text as that of an annotation does.
 */
import type { Range, SuppressionView } from './api.ts';
import type { Annotation } from './model.ts';
import type { Session } from './session.ts';

export interface NewSuppression {
  readonly rule: string;
  /** Null: for the whole document. */
  readonly span: Range | null;
  readonly reason?: string | null;
}

function view(session: Session, a: Annotation): SuppressionView {
  const range = session.live.get(a.id);
  const attached = a.target !== null && range?.attached === true;
  return {
    id: a.id,
    rule: String(a.attributes['rule'] ?? ''),
    author: a.author,
    created: a.created,
    reason: a.note,
    span: attached ? { start: range.start, end: range.end } : null,
    orphan: a.target !== null && !attached,
  };
}

/** All that are in force, in the order of the text. */
export const suppressionViews = (session: Session): SuppressionView[] =>
  [...session.state.annotations.values()]
    .filter((a) => !a.deleted)
    .map((a) => view(session, a))
    .sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));

export async function addSuppression(session: Session, id: string, given: NewSuppression): Promise<SuppressionView> {
  if (typeof given.rule !== 'string' || given.rule === '') throw new TypeError('annotations: no rule');
  const span = given.span && session.snap(given.span);
  if (given.span && !span) throw new RangeError('annotations: the span is empty');
  if (span) session.put(id, span);
  try {
    const target = span ? await session.targetFor(span) : null;
    await session.append([
      {
        e: 'add',
        a: id,
        motivation: 'assessing',
        target,
        note: given.reason ?? null,
        attributes: { rule: given.rule },
      },
    ]);
  } catch (error) {
    session.live.delete(id);
    throw error;
  }
  return view(session, session.state.annotations.get(id)!);
}

export async function removeSuppression(session: Session, id: string): Promise<void> {
  if (session.state.annotations.has(id)) await session.append([{ e: 'del', a: id }]);
}
