/** Export, import and agreement: between sessions and codecs. Changes when what travels changes. */
import { agreement } from './agreement/report.ts';
import type { AgreementView, AnnotationRequests, ExportResult, ImportResult, LossView } from './api.ts';
import type {
  CodecId,
  CodecOptions,
  ExchangeAnnotation,
  ExchangeDocument,
  ExchangeRelation,
  ExchangeTag,
  Loss,
} from './codecs/exchange.ts';
import { LOSS_MESSAGES } from './codecs/loss-messages.ts';
import type { NewEvent } from './events.ts';
import { isUuid, stableUuid } from './ids.ts';
import type { TextTarget } from './model.ts';
import { describe } from './selectors.ts';
import type { Annotations } from './service.ts';
import type { Session } from './session.ts';
import { ADD_FIELDS } from './state.ts';
import { addTag, liveTags, resolveTag, type TagSet } from './tagset.ts';
import { NormalText } from './units.ts';
import { annotationView, relationView } from './views.ts';

const options = (service: Annotations): CodecOptions => ({
  now: new Date(service.host.now()).toISOString(),
  uuidOf: stableUuid,
  generator: 'policy-annotator',
  locale: service.locale,
});

/** Losses as shells get them: in the language of the interface. */
const said = (service: Annotations, losses: readonly Loss[]): LossView[] =>
  losses.map((l) => ({ ...l, message: service.locale === 'zh-cn' ? LOSS_MESSAGES[l.message] : l.message }));

/** The tags of annotations; those of relations travel as the types of the relations. */
const exchangeTags = (set: TagSet): ExchangeTag[] => {
  const tags = liveTags(set).filter((t) => !t.relation);
  return tags.map(({ id, name, color, key, description, guideline, parent }) => ({
    id,
    name,
    color,
    key,
    description,
    guideline,
    parent: parent === null ? null : (resolveTag(set, parent)?.id ?? null),
  }));
};

/** A document as codecs see it: places in the normalised text. */
export function toExchange(session: Session, set: TagSet): ExchangeDocument {
  const normal = session.normal;
  const annotations: ExchangeAnnotation[] = [];
  for (const a of session.state.annotations.values()) {
    if (a.deleted) continue;
    const v = annotationView(session, a, set);
    annotations.push({
      id: a.id,
      motivation: a.motivation,
      author: a.author,
      created: a.created,
      modified: a.modified,
      span: v.span && { start: normal.fromRaw(v.span.start), end: normal.fromRaw(v.span.end) },
      quote: v.text,
      tags: v.tags.map((t) => t.name),
      note: a.note,
      status: a.status,
      reason: a.reason,
      attributes: a.attributes,
      replies: a.replies,
      extra: a.extra,
    });
  }
  annotations.sort((a, b) => {
    const [x, y] = [a.span?.start ?? -1, b.span?.start ?? -1];
    return x - y || (a.span?.end ?? 0) - (b.span?.end ?? 0) || (a.id < b.id ? -1 : 1);
  });
  const ids = new Set(annotations.map((a) => a.id));
  const relations: ExchangeRelation[] = [];
  for (const r of session.state.relations.values()) {
    if (r.to.kind === 'annotation' && ids.has(r.from) && ids.has(r.to.id)) {
      relations.push({ id: r.id, type: relationView(r, set).type, from: r.from, to: r.to.id });
    }
  }
  const name = session.place?.path ?? decodeURIComponent(session.uri.replace(/^.*[/:]/, ''));
  return { name, text: normal.text, annotations, relations, attributes: session.state.attributes };
}

async function documents(service: Annotations, uris: readonly string[]) {
  const out: ExchangeDocument[] = [];
  const tags = new Map<string, ExchangeTag>();
  let links = 0;
  const far = new Set<string>();
  for (const uri of uris) {
    const session = await service.session(uri);
    const set = await service.tagFiles.get(session.place?.root ?? '');
    out.push(toExchange(session, set));
    for (const r of session.state.relations.values()) {
      if (r.to.kind !== 'annotation') links++;
      else if (r.far || r.to.far) far.add(r.id);
    }
    for (const tag of exchangeTags(set)) if (!tags.has(tag.id)) tags.set(tag.id, tag);
  }
  return { documents: out, tags: [...tags.values()], links, far: far.size };
}

/** Writes documents in a format. The codecs are loaded on first use. */
export async function exportDocuments(
  service: Annotations,
  uris: readonly string[],
  format: CodecId,
): Promise<ExportResult> {
  const { CODECS } = await import('./codecs/all.ts');
  const { links, far, ...exchange } = await documents(service, uris);
  const { files, losses } = CODECS[format].export(exchange, options(service));
  const all: Loss[] = [...losses];
  if (links > 0) {
    all.push({
      kind: 'links',
      message: 'links to glossary entries, sections and addresses are left out',
      count: links,
      examples: [],
    });
  }
  if (far > 0) {
    const message = 'relations to annotations of other documents are left out';
    all.push({ kind: 'far-relations', message, count: far, examples: [] });
  }
  return { files, losses: said(service, all) };
}

export async function agreementOf(service: Annotations, p: AnnotationRequests['agreement'][0]): Promise<AgreementView> {
  const { documents: all } = await documents(service, p.uris);
  const report = agreement(all, { authors: p.authors, tags: p.tags });
  const disagreements = [];
  for (const { index, ...d } of report.disagreements) {
    const uri = p.uris[index]!;
    const { normal } = await service.session(uri);
    disagreements.push({ ...d, uri, start: normal.toRaw(d.start), end: normal.toRaw(d.end) });
  }
  return { ...report, disagreements };
}

/** Ids of tags by name; those that do not exist are made. */
async function tagsByName(
  service: Annotations,
  root: string,
  names: readonly string[],
  given: readonly ExchangeTag[],
): Promise<Map<string, string>> {
  const now = new Date(service.host.now()).toISOString();
  const find = (set: TagSet, name: string): string | undefined => liveTags(set).find((t) => t.name === name)?.id;
  const wanted = [...new Set([...given.map((t) => t.name), ...names])];
  const before = await service.tagFiles.get(root);
  const set = wanted.every((name) => find(before, name) !== undefined)
    ? before
    : await service.tagFiles.change(root, (old) => {
        let next = old;
        for (const name of wanted) {
          if (find(next, name) !== undefined) continue;
          const tag = given.find((t) => t.name === name);
          const id = tag && isUuid(tag.id) && !next.tags.has(tag.id) ? tag.id : service.newUuid();
          const { color, description, guideline, key } = tag ?? {};
          next = addTag(
            next,
            id,
            { name, ...(tag ? { color: color!, description: description!, guideline: guideline!, key: key! } : {}) },
            now,
          );
        }
        for (const tag of given) {
          const parent = given.find((t) => t.id === tag.parent);
          const [own, above] = [find(next, tag.name), parent && find(next, parent.name)];
          const old = own === undefined ? undefined : next.tags.get(own);
          if (old && above && above !== own && old.parent === null) {
            next = { ...next, tags: new Map(next.tags).set(old.id, { ...old, parent: above, updated: now }) };
          }
        }
        return next;
      });
  return new Map(wanted.map((name) => [name, find(set, name)!]));
}

const sameWords = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** The open or stored document that an imported one means; null where there is none. */
async function target(service: Annotations, name: string): Promise<string | null> {
  const wanted = name.replace(/\\/g, '/').replace(/^\.?\//, '');
  const stem = wanted.replace(/\.[^./]+$/, '');
  const pool = new Set<string>(service.openUris);
  for (const folder of service.workspaceFolders) {
    for (const uri of await service.host.list(
      folder,
      ['**/*.txt', '**/*.md'],
      ['**/node_modules/**', '**/.git/**', '**/.annotations/**'],
    ))
      pool.add(uri);
  }
  const paths = [...pool].sort().map((uri) => [decodeURIComponent(uri), uri] as const);
  const hit =
    paths.find(([path]) => path.endsWith(`/${wanted}`)) ??
    paths.find(([path]) => path.replace(/\.[^./]+$/, '').endsWith(`/${stem}`));
  return hit?.[1] ?? null;
}

interface Placed {
  readonly annotation: ExchangeAnnotation;
  readonly target: TextTarget | null;
  readonly attached: boolean;
}

/** Where imported annotations are in the document as it is. */
async function placeAll(service: Annotations, session: Session, d: ExchangeDocument): Promise<Placed[]> {
  const text = d.text === null ? null : new NormalText(d.text);
  const hash = text && d.annotations.some((a) => a.span) ? await service.host.hash(text.text) : '';
  const wanted = d.annotations.map((a): TextTarget | null => {
    if (a.span && text) return describe(text, a.span, hash);
    if (!a.selector) return null;
    const { prefix, suffix, start, end } = a.selector;
    return { quote: { exact: a.quote, prefix, suffix }, position: { start, end }, base: '' };
  });
  const found = await session.locate(
    wanted.filter((t) => t !== null),
    text?.text ?? null,
  );
  let next = 0;
  const out: Placed[] = [];
  for (const [i, annotation] of d.annotations.entries()) {
    const own = wanted[i]!;
    if (own === null) {
      out.push({ annotation, target: null, attached: true });
      continue;
    }
    const { span } = found[next++]!;
    if (span) out.push({ annotation, target: await session.targetFor(span), attached: true });
    else {
      if (text) await session.keepText(text.text);
      out.push({ annotation, target: own, attached: false });
    }
  }
  return out;
}

function events(p: Placed, id: string, tags: ReadonlyMap<string, string>, service: Annotations): NewEvent[] {
  const a = p.annotation;
  const by = { ...(a.author ? { author: a.author } : {}), ...(a.created ? { created: a.created } : {}) };
  const add: NewEvent = {
    ...Object.fromEntries(Object.entries(a.extra).filter(([key]) => !ADD_FIELDS.has(key))),
    e: 'add',
    a: id,
    motivation: a.motivation,
    target: p.target,
    tags: a.tags.map((name) => ({ tag: tags.get(name)!, name })),
    note: a.note,
    attributes: a.attributes,
    ...(a.status === 'resolved' ? { status: a.status, reason: a.reason } : {}),
    ...by,
  };
  const replies = a.replies.map((r): NewEvent => {
    const own = { ...(r.author ? { author: r.author } : {}), ...(r.created ? { created: r.created } : {}) };
    return { e: 'reply', a: id, r: isUuid(r.id) ? r.id : service.newUuid(), text: r.text, ...own };
  });
  return [add, ...replies];
}

async function importDocument(service: Annotations, uri: string, d: ExchangeDocument, given: readonly ExchangeTag[]) {
  const session = await service.session(uri);
  const root = session.place?.root ?? '';
  const tags = await tagsByName(
    service,
    root,
    d.annotations.flatMap((a) => a.tags),
    given,
  );
  return session.exclusive(async () => {
    const set = await service.tagFiles.get(root);
    const known = toExchange(session, set).annotations;
    const ids = new Map<string, string>();
    const all: NewEvent[] = [];
    const made: string[] = [];
    let skipped = 0;
    let lost = 0;
    for (const p of await placeAll(service, session, d)) {
      const a = p.annotation;
      const twin = known.find(
        (k) =>
          k.id === a.id ||
          (sameWords(k.quote, p.target?.quote.exact ?? '') &&
            (k.note ?? '') === (a.note ?? '') &&
            (a.author === '' || k.author === a.author) &&
            [...k.tags].sort().join('\n') === [...new Set(a.tags)].sort().join('\n') &&
            session.state.annotations.get(k.id)?.target?.position.start === p.target?.position.start),
      );
      if (twin) {
        ids.set(a.id, twin.id);
        skipped++;
        continue;
      }
      const id = isUuid(a.id) && !session.state.annotations.has(a.id) ? a.id : service.newUuid();
      ids.set(a.id, id);
      made.push(id);
      all.push(...events(p, id, tags, service));
      if (!p.attached) lost++;
    }
    for (const r of d.relations) {
      const [from, to] = [ids.get(r.from), ids.get(r.to)];
      if (!from || !to || (!made.includes(from) && !made.includes(to))) continue;
      all.push({
        e: 'link',
        l: isUuid(r.id) ? r.id : service.newUuid(),
        a: from,
        to: { kind: 'annotation', id: to },
        type: r.type,
      });
    }
    for (const [key, value] of Object.entries(d.attributes)) {
      if (JSON.stringify(session.state.attributes[key]) !== JSON.stringify(value)) all.push({ e: 'attr', key, value });
    }
    await session.append(all);
    await session.attachNew(made);
    if (made.length > 0) service.emit(uri, 'written', made);
    return { imported: made.length, skipped, lost };
  });
}

/** Reads files of a format into the documents that they are about. */
export async function importFiles(service: Annotations, p: AnnotationRequests['import'][0]): Promise<ImportResult> {
  const { CODECS } = await import('./codecs/all.ts');
  const codec = CODECS[p.format];
  if (!codec.import) throw new Error(`annotations: ${codec.title} can't be read back`);
  const { exchange, losses } = codec.import(p.files, options(service));
  const all: Loss[] = [...losses];
  let [imported, skipped, needsAttention] = [0, 0, 0];
  for (const d of exchange.documents) {
    const uri = p.uri !== undefined && exchange.documents.length === 1 ? p.uri : await target(service, d.name);
    if (uri === null) {
      all.push({
        kind: 'document',
        message: 'no document of this name is here',
        count: d.annotations.length,
        examples: [d.name],
      });
      continue;
    }
    const result = await importDocument(service, uri, d, exchange.tags);
    imported += result.imported;
    skipped += result.skipped;
    needsAttention += result.lost;
  }
  if (exchange.documents.length === 0 && exchange.tags.length > 0) {
    const root = (await service.place(p.uri ?? `${service.workspaceFolders[0] ?? ''}/x`))?.root ?? '';
    await tagsByName(service, root, [], exchange.tags);
  }
  return { imported, skipped, needsAttention, losses: said(service, all) };
}
