/** Makes plain data of annotations for shells. Changes when the views in `api.ts` do. */
import { comparable } from './anchoring/comparable.ts';
import type { AnchorState, AnnotationView, CandidateView, DocumentView, RelationView, TagView } from './api.ts';
import { endsOf } from './ends.ts';
import type { LogProblem } from './events.ts';
import type { Annotation, DocumentState, Relation } from './model.ts';
import { below, tagSetUri } from './place.ts';
import type { Session } from './session.ts';
import { resolveTag, type Tag, type TagSet } from './tagset.ts';

export const tagView = (tag: Tag, count?: number): TagView => ({
  id: tag.id,
  name: tag.name,
  color: tag.color,
  key: tag.key,
  description: tag.description,
  guideline: tag.guideline,
  parent: tag.parent,
  relation: tag.relation,
  retired: tag.retired,
  ...(count === undefined ? {} : { count }),
});

/** The tags of an annotation through merges, each once; a tag that the set does not know keeps its old name. */
export function tagsOf(annotation: Annotation, set: TagSet): TagView[] {
  const out = new Map<string, TagView>();
  for (const use of annotation.tags) {
    const tag = resolveTag(set, use.tag);
    const view = tag
      ? tagView(tag)
      : {
          id: use.tag,
          name: use.name,
          color: '#888888',
          key: null,
          description: '',
          guideline: '',
          parent: null,
          relation: false,
          retired: false,
        };
    out.set(view.id, view);
  }
  return [...out.values()];
}

/** The words that a person last chose: those it was made for, or those it was put to by hand. */
function agreed(a: Annotation): string | null {
  for (let i = a.history.length - 1; i >= 0; i--) {
    const h = a.history[i]!;
    if (!h.auto) return h.to?.quote.exact ?? null;
  }
  return a.history[0] ? (a.history[0].from?.quote.exact ?? null) : (a.target?.quote.exact ?? null);
}

const unbroken = (text: string): string => text.replace(/\r\n?/g, '\n');

export function candidateViews(
  session: Session,
  found: readonly { span: { start: number; end: number }; score: number }[],
): CandidateView[] {
  return found.map((c) => ({
    start: c.span.start,
    end: c.span.end,
    text: session.text.slice(c.span.start, c.span.end),
    score: Math.round(c.score * 100) / 100,
  }));
}

const indexed = new WeakMap<DocumentState, Map<string, Relation[]>>();

/** Relations that leave an annotation or arrive at it; those whose other end was deleted are left out. */
export function relationsOf(state: DocumentState, id: string): readonly Relation[] {
  let index = indexed.get(state);
  if (!index) {
    index = new Map();
    for (const r of state.relations.values()) {
      const ends = endsOf(r);
      if (ends.some((end) => state.annotations.get(end)?.deleted !== false)) continue;
      for (const end of ends) index.set(end, [...(index.get(end) ?? []), r]);
    }
    indexed.set(state, index);
  }
  return index.get(id) ?? [];
}

/** A relation by the name that its tag has now. */
export function relationView(r: Relation, set: TagSet, root: string | null = null): RelationView {
  const tag = r.tag === null ? undefined : resolveTag(set, r.tag);
  const { id, from, to, author } = r;
  const far = r.far ?? (to.kind === 'annotation' ? to.far : undefined);
  const other = far && root !== null ? { uri: below(root, far.path), text: far.text } : null;
  return { id, type: tag?.name ?? r.type, tag: tag?.id ?? r.tag, from, to, other, author };
}

export function annotationView(session: Session, a: Annotation, tags: TagSet): AnnotationView {
  const range = session.live.get(a.id);
  const placement = session.placements.get(a.id);
  const span = a.target && range?.attached ? { start: range.start, end: range.end } : null;
  const now = span ? unbroken(session.text.slice(span.start, span.end)) : (a.target?.quote.exact ?? '');
  const chosen = agreed(a);
  const differs =
    span !== null && chosen !== null && chosen !== now && comparable(chosen).text !== comparable(now).text;
  const candidates = !span && placement ? placement.candidates : [];
  const anchor: AnchorState =
    a.target === null
      ? 'document'
      : span
        ? differs
          ? 'changed'
          : 'attached'
        : candidates.length > 0
          ? 'ambiguous'
          : 'orphan';
  return {
    id: a.id,
    motivation: a.motivation,
    author: a.author,
    created: a.created,
    modified: a.modified,
    anchor,
    span,
    text: now,
    was: differs ? chosen : null,
    confidence: span ? (placement?.confidence ?? 1) : (placement?.confidence ?? 0),
    candidates: candidateViews(session, candidates),
    section: a.target?.section ?? [],
    tags: tagsOf(a, tags),
    note: a.note,
    attributes: a.attributes,
    status: a.status,
    reason: a.reason,
    statusBy: a.statusBy,
    replies: a.replies,
    relations: relationsOf(session.state, a.id).map((r) => relationView(r, tags, session.place?.root)),
    history: a.history,
    deleted: a.deleted,
  };
}

const order = (a: AnnotationView, b: AnnotationView): number => {
  const [x, y] = [a.span?.start ?? -1, b.span?.start ?? -1];
  if (x !== y) return x - y;
  const [p, q] = [a.span?.end ?? -1, b.span?.end ?? -1];
  return p !== q ? q - p : a.created !== b.created ? (a.created < b.created ? -1 : 1) : a.id < b.id ? -1 : 1;
};

function tagProblems({ place }: Session, { problems }: TagSet): LogProblem[] {
  const file = tagSetUri(place?.root ?? '');
  return problems.map((p) => ({ file, line: p.line, kind: p.mark ? 'conflict-marker' : 'unreadable', text: p.text }));
}

/** All annotations of a document: notes on the document and those without a place first, then in the order of the text. */
export function documentView(session: Session, tags: TagSet, deleted: boolean, ids?: readonly string[]): DocumentView {
  const wanted = ids && new Set(ids);
  const annotations = [...session.state.annotations.values()]
    .filter((a) => (deleted || !a.deleted) && (!wanted || wanted.has(a.id)))
    .map((a) => annotationView(session, a, tags))
    .sort(order);
  const problems = [...session.problems, ...tagProblems(session, tags)];
  return {
    uri: session.uri,
    version: session.version,
    annotations,
    attributes: session.state.attributes,
    damage: problems.flatMap(({ file, line, kind }) => (kind === 'torn' ? [] : [{ uri: file, line, kind }])),
    problems: [
      ...problems.map((p) => `${p.file}:${p.line}: ${p.kind}: ${p.text.slice(0, 80)}`),
      ...session.state.incomplete.map((id) => `${id}: its beginning is in no log`),
    ],
  };
}
