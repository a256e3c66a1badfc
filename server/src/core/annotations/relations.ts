/**
 * Relations between annotations of two documents. Each end's document has the whole of it in its own log: so each can show
 * it without reading the other, and documents merge, move and are deleted apart from one another.
 * Changes when relations reach further.
 */
import type { FarEnd } from './model.ts';
import { below } from './place.ts';
import type { Annotations } from './service.ts';
import type { Session } from './session.ts';
import { documentEntries } from './upkeep.ts';

const MOST_WORDS = 80;

export interface FarLink {
  readonly uri: string;
  readonly id: string;
  /** The annotation at the other end, and its document. */
  readonly to: { readonly id: string; readonly uri: string };
  /** What it is called, and the tag if it has one. */
  readonly name: { readonly type: string; readonly tag?: string };
  readonly relation: string;
}

/** An end as the other document's log describes it. */
function end(session: Session, id: string): FarEnd {
  const a = session.state.annotations.get(id);
  if (!a || a.deleted) throw new Error(`annotations: ${session.uri} has no annotation ${id}`);
  const words = a.target?.quote.exact || a.note || '';
  return { path: session.place?.path ?? '', text: [...words].slice(0, MOST_WORDS).join('') };
}

/** Writes a relation to an annotation of another document into both logs. Rejects where their folders are not the same. */
export async function linkFar(service: Annotations, { uri, id, to, name, relation: l }: FarLink): Promise<void> {
  const [near, far] = [await service.session(uri), await service.session(to.uri)];
  if (!near.place || near.place.root !== far.place?.root)
    throw new Error('annotations: the documents keep their annotations in different folders');
  const [from, other] = [end(near, id), end(far, to.id)];
  const target = { kind: 'annotation', id: to.id } as const;
  await far.exclusive(() => far.append([{ e: 'link', l, a: id, far: from, to: target, ...name }]));
  await near.exclusive(() => near.append([{ e: 'link', l, a: id, to: { ...target, far: other }, ...name }]));
  service.emit(far.uri, 'written', [to.id]);
  service.emit(near.uri, 'written', [id]);
}

/** Takes a relation out of the log of the other document, wherever that is by now. */
export async function unlinkFar(service: Annotations, near: Session, relation: string): Promise<void> {
  const r = near.state.relations.get(relation);
  const far = r?.far ?? (r?.to.kind === 'annotation' ? r.to.far : undefined);
  if (!r || !far || !near.place) return;
  const has = async (uri: string): Promise<boolean> => (await service.session(uri)).state.relations.has(relation);
  let uri: string | undefined = below(near.place.root, far.path);
  if (!(await has(uri).catch(() => false))) {
    uri = undefined;
    for (const entry of await documentEntries(service)) {
      if (entry.uri !== near.uri && (await has(entry.uri).catch(() => false))) uri = entry.uri;
    }
  }
  if (uri === undefined) return;
  const session = await service.session(uri);
  await session.exclusive(() => session.append([{ e: 'unlink', l: relation }]));
  service.emit(uri, 'written', r.to.kind === 'annotation' ? [r.from, r.to.id] : [r.from]);
}
