/** What shells ask by name, on one document or on all. Changes when `AnnotationRequests` does. */
import type {
  AnnotationMethod,
  AnnotationPatch,
  AnnotationRequests,
  AnnotationView,
  DocumentView,
  NewAnnotation,
  TagPatch,
  TagView,
} from './api.ts';
import { endsOf } from './ends.ts';
import type { NewEvent } from './events.ts';
import type { TagUse } from './model.ts';
import { linkFar, unlinkFar } from './relations.ts';
import type { Annotations } from './service.ts';
import type { Session } from './session.ts';
import {
  addTag,
  liveTags,
  mergeTags,
  resolveTag,
  TAG_COLORS,
  type TagFields,
  type TagSet,
  updateTag,
} from './tagset.ts';
import { agreementOf, exportDocuments, importFiles } from './transfer.ts';
import { doctor, documentEntries } from './upkeep.ts';
import { annotationView, candidateViews, documentView, relationsOf, tagView } from './views.ts';

export type Requests = {
  readonly [M in AnnotationMethod]: (params: AnnotationRequests[M][0]) => Promise<AnnotationRequests[M][1]>;
};

/** Tags through merges, each once. */
function tagUses(set: TagSet, ids: readonly string[]): TagUse[] {
  const out = new Map<string, TagUse>();
  for (const id of ids) {
    const tag = resolveTag(set, id);
    out.set(tag?.id ?? id, tag ? { tag: tag.id, name: tag.name } : { tag: id, name: id });
  }
  return [...out.values()];
}

/** The events that turn an annotation into what a patch says. */
function patchEvents(session: Session, set: TagSet, id: string, patch: AnnotationPatch): NewEvent[] {
  const a = session.state.annotations.get(id)!;
  const events: NewEvent[] = [];
  const has = new Map(a.tags.map((use) => [use.tag, use]));
  const add = tagUses(set, [...(patch.tags ?? []), ...(patch.addTags ?? [])]);
  const keep = new Set(add.map((use) => use.tag));
  for (const use of add) if (!has.has(use.tag)) events.push({ e: 'tag', a: id, tag: use.tag, name: use.name });
  const stands = (tag: string): string => resolveTag(set, tag)?.id ?? tag;
  const remove = new Set((patch.removeTags ?? []).map(stands));
  for (const use of a.tags) {
    const dropped = patch.tags !== undefined && !keep.has(use.tag) && !keep.has(stands(use.tag));
    if (dropped || remove.has(stands(use.tag))) events.push({ e: 'untag', a: id, tag: use.tag });
  }
  if (patch.note !== undefined && patch.note !== a.note) events.push({ e: 'set', a: id, set: { note: patch.note } });
  if (patch.motivation !== undefined && patch.motivation !== a.motivation) {
    events.push({ e: 'set', a: id, set: { motivation: patch.motivation } });
  }
  for (const [key, value] of Object.entries(patch.attributes ?? {})) events.push({ e: 'attr', a: id, key, value });
  return events;
}

function tagFields({ name, color, key, description, guideline, parent, relation, retired }: TagPatch): TagFields {
  return {
    ...(name === undefined ? {} : { name }),
    ...(color === undefined || !/^#[0-9a-f]{6}$/i.test(color) ? {} : { color }),
    ...(key === undefined ? {} : { key }),
    ...(description === undefined ? {} : { description }),
    ...(guideline === undefined ? {} : { guideline }),
    ...(parent === undefined ? {} : { parent }),
    ...(relation === undefined ? {} : { relation }),
    ...(retired === undefined ? {} : { retired }),
  };
}

/** An annotation and those that relations lead to: what is said of one changes what is shown with the others. */
const touched = (session: Session, id: string): readonly string[] =>
  relationsOf(session.state, id).flatMap((r) => endsOf(r));

export function requests(service: Annotations): Requests {
  const tagsFor = (session: Session): Promise<TagSet> => service.tagFiles.get(session.place?.root ?? '');
  const rootOf = async (uri: string): Promise<string> => (await service.place(uri))?.root ?? '';
  const now = (): string => new Date(service.host.now()).toISOString();

  const one = async (session: Session, id: string): Promise<AnnotationView> => {
    const a = session.state.annotations.get(id);
    if (!a) throw new Error(`annotations: ${session.uri} has no annotation ${id}`);
    return annotationView(session, a, await tagsFor(session));
  };

  /** Writes events about one annotation and gives it as it is then. */
  const write = async (
    { uri, id }: { readonly uri: string; readonly id: string },
    events: (session: Session, set: TagSet) => Promise<readonly NewEvent[]> | readonly NewEvent[],
  ): Promise<AnnotationView> => {
    const session = await service.session(uri);
    return session.exclusive(async () => {
      await one(session, id);
      const before = touched(session, id);
      await session.append(await events(session, await tagsFor(session)));
      service.emit(uri, 'written', [...new Set([id, ...before, ...touched(session, id)])]);
      return one(session, id);
    });
  };

  const view = async (uri: string, deleted = false, ids?: readonly string[]): Promise<DocumentView> => {
    const session = await service.session(uri);
    return documentView(session, await tagsFor(session), deleted, ids);
  };

  const createMany = async (uri: string, items: readonly NewAnnotation[]): Promise<readonly AnnotationView[]> => {
    const session = await service.session(uri);
    const made = items.map((item) => {
      const span = item.span ? session.snap(item.span) : null;
      if (item.span && !span) throw new RangeError('annotations: the span is empty');
      const id = service.newUuid();
      // Tracked from now on: the text may be edited while the event is being written.
      if (span) session.put(id, span);
      return { id, item, span };
    });
    return session.exclusive(async () => {
      try {
        const set = await tagsFor(session);
        const events: NewEvent[] = [];
        for (const { id, item, span } of made) {
          const tags = tagUses(set, item.tags ?? []);
          events.push({
            e: 'add',
            a: id,
            motivation: item.motivation ?? (tags.length > 0 ? 'tagging' : item.note ? 'commenting' : 'highlighting'),
            target: span ? await session.targetFor(session.live.get(id) ?? span) : null,
            ...(tags.length > 0 ? { tags } : {}),
            ...(item.note ? { note: item.note } : {}),
            ...(item.attributes ? { attributes: item.attributes } : {}),
          });
        }
        await session.append(events);
      } catch (error) {
        for (const { id } of made) session.live.delete(id);
        throw error;
      }
      service.emit(
        uri,
        'written',
        made.map((m) => m.id),
      );
      return Promise.all(made.map((m) => one(session, m.id)));
    });
  };

  const changeTags = async (uri: string, change: (set: TagSet) => TagSet): Promise<TagSet> => {
    const set = await service.tagFiles.change(await rootOf(uri), change);
    for (const open of service.openUris) service.emit(open, 'tags');
    return set;
  };
  const views = (set: TagSet): TagView[] => liveTags(set).map((tag) => tagView(tag));

  return {
    list: ({ uri, deleted, ids }) => view(uri, deleted, ids),
    get: async ({ uri, id }) => {
      const session = await service.session(uri);
      return session.state.annotations.has(id) ? one(session, id) : null;
    },
    documents: () => documentEntries(service),
    create: async ({ uri, ...item }) => (await createMany(uri, [item]))[0]!,
    createMany: ({ uri, items }) => createMany(uri, items),
    update: ({ uri, id, ...patch }) => write({ uri, id }, (session, set) => patchEvents(session, set, id, patch)),
    remove: (p) => write(p, () => [{ e: 'del', a: p.id }]),
    restore: (p) => write(p, () => [{ e: 'restore', a: p.id }]),
    reply: (p) => write(p, () => [{ e: 'reply', a: p.id, r: service.newUuid(), text: p.text }]),
    editReply: (p) => write(p, () => [{ e: 'reply', a: p.id, r: p.reply, text: p.text }]),
    resolve: (p) => write(p, () => [{ e: 'resolve', a: p.id, reason: p.reason ?? null }]),
    reopen: (p) => write(p, () => [{ e: 'reopen', a: p.id, reason: p.reason ?? null }]),
    link: async ({ uri, id, to, type, relation = service.newUuid() }) => {
      const named = (set: TagSet) => {
        const tag = resolveTag(set, type);
        return tag ? { type: tag.name, tag: tag.id } : { type };
      };
      if (to.kind !== 'annotation' || !('uri' in to) || to.uri === uri) {
        const near = to.kind === 'annotation' ? { kind: to.kind, id: to.id } : to;
        return write({ uri, id }, (_, set) => [{ e: 'link', l: relation, a: id, to: near, ...named(set) }]);
      }
      const session = await service.session(uri);
      await linkFar(service, { uri, id, to, name: named(await tagsFor(session)), relation });
      return one(session, id);
    },
    unlink: async ({ uri, relation }) => {
      const session = await service.session(uri);
      const known = session.state.relations.get(relation);
      await unlinkFar(service, session, relation);
      await session.exclusive(() => session.append([{ e: 'unlink', l: relation }]));
      service.emit(uri, 'written', known ? endsOf(known) : []);
      return view(uri);
    },
    setAttribute: async ({ uri, key, value }) => {
      const session = await service.session(uri);
      await session.exclusive(() => session.append([{ e: 'attr', key, value }]));
      service.emit(uri, 'written');
      return view(uri);
    },
    needsAttention: async ({ uri }) => {
      const uris = uri === undefined ? service.openUris : [uri];
      const out = [];
      for (const each of uris) {
        for (const a of (await view(each)).annotations) {
          if (a.anchor === 'ambiguous' || a.anchor === 'orphan') out.push({ ...a, uri: each });
        }
      }
      return out;
    },
    reattach: async ({ uri, id, span }) => {
      const session = await service.session(uri);
      const snapped = span && session.snap(span);
      if (span && !snapped) throw new RangeError('annotations: the span is empty');
      return write({ uri, id }, async () => {
        const from = session.state.annotations.get(id)!.target;
        session.put(id, snapped);
        const to = snapped ? await session.targetFor(snapped) : null;
        return [{ e: 'anchor', a: id, from, to, cause: 'user', auto: false, confidence: 1 }];
      });
    },
    candidates: async ({ uri, id }) => {
      const session = await service.session(uri);
      const known = session.placements.get(id)?.candidates ?? [];
      return candidateViews(session, known.length > 0 ? known : session.suggest(id));
    },
    tags: async ({ uri, retired = false }) => {
      const session = await service.session(uri);
      const set = await tagsFor(session);
      const counts = new Map<string, number>();
      for (const a of session.state.annotations.values()) {
        if (a.deleted) continue;
        for (const use of tagUses(
          set,
          a.tags.map((t) => t.tag),
        ))
          counts.set(use.tag, (counts.get(use.tag) ?? 0) + 1);
      }
      for (const r of session.state.relations.values()) {
        const tag = r.tag === null ? undefined : resolveTag(set, r.tag);
        if (tag) counts.set(tag.id, (counts.get(tag.id) ?? 0) + 1);
      }
      return liveTags(set, retired).map((tag) => tagView(tag, counts.get(tag.id) ?? 0));
    },
    tagColors: async () => TAG_COLORS,
    createTag: async ({ uri, ...patch }) => {
      const id = service.newUuid();
      const set = await changeTags(uri, (s) => addTag(s, id, { ...tagFields(patch), name: patch.name }, now()));
      return tagView(set.tags.get(id)!);
    },
    updateTag: async ({ uri, tag, ...patch }) => {
      const set = await changeTags(uri, (s) => updateTag(s, tag, tagFields(patch), now()));
      const found = set.tags.get(tag);
      if (!found) throw new Error(`annotations: no tag ${tag}`);
      return tagView(found);
    },
    retireTag: async ({ uri, tag }) => views(await changeTags(uri, (s) => updateTag(s, tag, { retired: true }, now()))),
    mergeTag: async ({ uri, tag, into }) => views(await changeTags(uri, (s) => mergeTags(s, tag, into, now()))),
    export: (p) => exportDocuments(service, p.uris, p.format),
    import: (p) => importFiles(service, p),
    agreement: (p) => agreementOf(service, p),
    refresh: async () => {
      await service.look(true);
      return null;
    },
    doctor: (p) => doctor(service, p.folder, { compact: p.compact === true, follow: p.follow === true }),
  };
}
