/**
 * The logs as files: which documents have some, following renames, checking and tidying. Changes when the layout of
 * `.annotations` or what `doctor` looks for changes.
 */
import type { DoctorReport, DocumentEntry } from './api.ts';
import { type KnownEvent, readSegment } from './events.ts';
import { fromUtf8, readLog, utf8 } from './log.ts';
import type { TextTarget } from './model.ts';
import { baseUri, below, FOLDER, type LogKind, logFolder, type Place, relative, slug, tagSetUri } from './place.ts';
import type { Annotations } from './service.ts';
import { Session } from './session.ts';
import { foldEvents } from './state.ts';
import { readTagSet, withTags } from './tagset.ts';
import { NormalText } from './units.ts';

const KINDS: readonly LogKind[] = ['docs', 'suppressions'];

interface Logged {
  readonly uri: string;
  readonly place: Place;
  readonly files: readonly string[];
}

/** The document whose log a segment belongs to. */
function owner(file: string, kind: LogKind): { root: string; path: string } | null {
  const marker = `/${FOLDER}/${kind}/`;
  const at = file.lastIndexOf(marker);
  if (at < 0) return null;
  const root = file.slice(0, at);
  const path = relative(`${root}/${FOLDER}/${kind}`, file)?.split('/').slice(0, -1).join('/');
  return path ? { root, path } : null;
}

/** All documents with a log of this kind below a folder. */
async function logged(service: Annotations, folder: string, kind: LogKind): Promise<Logged[]> {
  const patterns = [`**/${FOLDER}/${kind}/**/*.jsonl`, `${FOLDER}/${kind}/**/*.jsonl`];
  const files = new Set(await service.host.list(folder, patterns, ['**/node_modules/**', '**/.git/**']));
  const byUri = new Map<string, { place: Place; files: string[] }>();
  for (const file of [...files].sort()) {
    const place = owner(file, kind);
    if (!place) continue;
    const uri = below(place.root, place.path);
    const entry = byUri.get(uri) ?? { place, files: [] };
    entry.files.push(file);
    byUri.set(uri, entry);
  }
  return [...byUri].map(([uri, entry]) => ({ uri, ...entry }));
}

/** Every document that has annotations: below the workspace folders, and the open ones. */
export async function documentEntries(service: Annotations): Promise<DocumentEntry[]> {
  const all = new Map<string, Logged>();
  for (const folder of service.workspaceFolders) {
    for (const entry of await logged(service, folder, 'docs')) all.set(entry.uri, entry);
  }
  const open = new Set(service.openUris);
  const out: DocumentEntry[] = [];
  for (const uri of new Set([...all.keys(), ...open])) {
    const session = open.has(uri) ? await service.session(uri) : null;
    const place = all.get(uri)?.place ?? session?.place ?? null;
    const state = session
      ? session.state
      : foldEvents((await readLog(service.host, logFolder(all.get(uri)!.place, 'docs'))).events);
    const live = [...state.annotations.values()].filter((a) => !a.deleted);
    if (live.length === 0 && Object.keys(state.attributes).length === 0) continue;
    out.push({
      uri,
      path: place?.path ?? uri,
      exists: session !== null || (await service.host.stat(uri).catch(() => null)) !== null,
      open: session !== null,
      annotations: live.length,
      unresolved: live.filter((a) => a.status === 'open').length,
      authors: [...new Set(live.map((a) => a.author))].sort(),
    });
  }
  return out.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const targetsOf = (event: KnownEvent): (TextTarget | null | undefined)[] =>
  event.e === 'add' ? [event.target] : event.e === 'anchor' ? [event.from, event.to] : [];

function tagsOf(event: KnownEvent): readonly string[] {
  if (event.e === 'add') return (event.tags ?? []).map((use) => use.tag);
  if (event.e === 'tag') return [event.tag];
  return event.e === 'link' && event.tag !== undefined ? [event.tag] : [];
}

/** Logs follow a document or folder that got another name. */
export async function moveLogs(service: Annotations, from: string, to: string): Promise<void> {
  const [old, next] = [await service.place(from), await service.place(to)];
  if (!old || !next) return;
  const bases = new Set<string>();
  const tags = new Set<string>();
  for (const kind of KINDS) {
    const source = logFolder(old, kind);
    const target = logFolder(next, kind);
    if (source === target || (await service.host.stat(source)) === null) continue;
    for (const file of await service.host.list(source, ['**/*.jsonl'], [])) {
      const rest = relative(source, file);
      if (rest === null) continue;
      if (old.root !== next.root) {
        for (const event of readSegment(file, fromUtf8(await service.host.read(file))).events) {
          for (const t of targetsOf(event)) if (t) bases.add(t.base);
          for (const id of tagsOf(event)) tags.add(id);
        }
      }
      await service.host.rename(file, below(target, rest));
    }
  }
  if (tags.size > 0) {
    const from = await service.tagFiles.get(old.root);
    await service.tagFiles.change(next.root, (set) => withTags(set, from, tags));
  }
  for (const hash of bases) {
    const [source, target] = [baseUri(old.root, hash), baseUri(next.root, hash)];
    if ((await service.host.stat(source)) !== null && (await service.host.stat(target)) === null) {
      await service.host.write(target, await service.host.read(source));
    }
  }
}

/** Deletes the logs of a document. */
export async function deleteLog(service: Annotations, uri: string): Promise<void> {
  const place = await service.place(uri);
  if (!place) return;
  for (const kind of KINDS) {
    const folder = logFolder(place, kind);
    if ((await service.host.stat(folder)) === null) continue;
    for (const file of await service.host.list(folder, ['*.jsonl'], [])) await service.host.remove(file);
  }
}

/** Joins the segments that `author` alone wrote into one, word for word, unreadable lines included. */
async function compact(service: Annotations, entry: Logged, author: string): Promise<number> {
  const lines: string[] = [];
  const mine = new Map<string, number>();
  for (const file of entry.files) {
    const bytes = await service.host.read(file);
    const text = fromUtf8(bytes);
    const { events } = readSegment(file, text);
    if (events.length === 0 || events.some((e) => e.by !== author)) continue;
    mine.set(file, bytes.length);
    lines.push(...text.split('\n').filter((l) => l.trim() !== ''));
  }
  if (mine.size < 2) return 0;
  const uri = below(logFolder(entry.place, 'docs'), `${service.newUlid()}-${slug(author)}.jsonl`);
  await service.host.write(uri, utf8(`${[...new Set(lines)].join('\n')}\n`));
  let joined = 0;
  for (const [file, size] of mine) {
    // Written to meanwhile, by an open window: it stays, and what stands in both counts once.
    if ((await service.host.stat(file))?.size !== size) continue;
    await service.host.remove(file);
    joined++;
  }
  return joined;
}

/** Documents that are gone while their very text lies in a document without annotations: moved by another program. */
async function movedElsewhere(service: Annotations, folder: string): Promise<{ from: string; to: string }[]> {
  const { host } = service;
  const entries = await logged(service, folder, 'docs');
  const taken = new Set(entries.map((e) => e.uri));
  const gone = new Map<string, string>();
  for (const entry of entries) {
    if ((await host.stat(entry.uri)) !== null) continue;
    const state = foldEvents((await readLog(host, logFolder(entry.place, 'docs'))).events);
    for (const a of state.annotations.values()) if (a.target) gone.set(a.target.base, entry.uri);
  }
  if (gone.size === 0) return [];
  const out = new Map<string, string[]>();
  const outside = ['**/node_modules/**', '**/.git/**', `**/${FOLDER}/**`];
  for (const uri of await host.list(folder, ['**/*.txt', '**/*.md'], outside)) {
    if (taken.has(uri)) continue;
    const decoded = host.decode(await host.read(uri));
    const from = decoded.ok ? gone.get(await host.hash(new NormalText(decoded.text).text)) : undefined;
    if (from) out.set(from, [...(out.get(from) ?? []), uri]);
  }
  // Where several documents have the text, nobody can say which one it became.
  return [...out].filter(([, uris]) => uris.length === 1).map(([from, uris]) => ({ from, to: uris[0]! }));
}

const DAY = 86_400_000;

/** What reading does not mind but a person should know: events from the future, and ids with two meanings. */
async function oddities(service: Annotations, entry: Logged): Promise<string[]> {
  const out: string[] = [];
  const latest = new Date(service.host.now() + DAY).toISOString();
  const seen = new Map<string, string>();
  for (const file of entry.files) {
    const { events } = readSegment(file, fromUtf8(await service.host.read(file)));
    const ahead = events.filter((e) => e.t > latest).length;
    if (ahead > 0) out.push(`${file}: ${ahead} events are dated in the future: a clock was wrong`);
    for (const event of events) {
      const text = JSON.stringify(event);
      const before = seen.get(event.id);
      if (before !== undefined && before !== text) out.push(`${file}: ${event.id}: two events have this id`);
      seen.set(event.id, before ?? text);
    }
  }
  return out;
}

/** Verifies every log below a folder, places everything anew, and says what needs a person. */
export async function doctor(
  service: Annotations,
  folder: string,
  { compact: tidy, follow }: { readonly compact: boolean; readonly follow: boolean },
): Promise<DoctorReport> {
  const moved = await movedElsewhere(service, folder);
  if (follow) for (const { from, to } of moved) await service.renamed(from, to);
  const problems: string[] = [];
  const missing: string[] = [];
  const orphans: { uri: string; id: string; text: string }[] = [];
  const ambiguous: { uri: string; id: string; text: string }[] = [];
  const bases = new Map<string, Set<string>>();
  const author = await service.author();
  let [annotations, segments, compacted, unused] = [0, 0, 0, 0];
  const entries = await logged(service, folder, 'docs');
  const roots = new Set<string>();
  const open = new Set(service.openUris);
  for (const entry of entries) {
    roots.add(entry.place.root);
    segments += entry.files.length;
    let session: Session;
    try {
      const stat = await service.host.stat(entry.uri);
      if (stat === null) missing.push(entry.uri);
      if (open.has(entry.uri)) session = await service.session(entry.uri);
      else {
        const decoded = stat ? service.host.decode(await service.host.read(entry.uri)) : null;
        if (decoded && !decoded.ok) throw new Error(`${decoded.reason} at byte ${decoded.offset}`);
        session = new Session(service.context(stat !== null), 'docs', entry.uri, entry.place, decoded?.text ?? '', 0);
        const opened = session;
        await opened.exclusive(() => opened.open());
      }
    } catch (error) {
      problems.push(`${entry.uri}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    for (const p of session.problems) problems.push(`${p.file}:${p.line}: ${p.kind}: ${p.text.slice(0, 80)}`);
    problems.push(...(await oddities(service, entry).catch(() => [])));
    for (const id of session.state.incomplete) problems.push(`${entry.uri}: ${id}: its beginning is in no log`);
    for (const event of session.events) for (const t of targetsOf(event)) if (t) mark(bases, entry.place.root, t.base);
    for (const a of session.state.annotations.values()) {
      if (a.deleted) continue;
      annotations++;
      if (!a.target || session.live.get(a.id)?.attached) continue;
      const found = { uri: entry.uri, id: a.id, text: a.target.quote.exact };
      if ((session.placements.get(a.id)?.candidates.length ?? 0) > 0) ambiguous.push(found);
      else orphans.push(found);
    }
    if (tidy && !open.has(entry.uri)) compacted += await compact(service, entry, author);
  }
  for (const entry of await logged(service, folder, 'suppressions')) {
    roots.add(entry.place.root);
    const log = await readLog(service.host, logFolder(entry.place, 'suppressions'));
    for (const p of log.problems) problems.push(`${p.file}:${p.line}: ${p.kind}: ${p.text.slice(0, 80)}`);
    for (const event of log.events) for (const t of targetsOf(event)) if (t) mark(bases, entry.place.root, t.base);
  }
  for (const root of roots) {
    const uri = tagSetUri(root);
    if ((await service.host.stat(uri)) !== null) {
      const set = readTagSet(fromUtf8(await service.host.read(uri)));
      for (const p of set.problems) problems.push(`${uri}:${p.line}: not a tag: ${p.text.slice(0, 80)}`);
    }
    const kept = below(root, FOLDER, '_base');
    if ((await service.host.stat(kept)) === null) continue;
    for (const file of await service.host.list(kept, ['*.txt'], [])) {
      const hash = /([0-9a-f]{64})\.txt$/.exec(file)?.[1];
      if (!hash || bases.get(root)?.has(hash)) continue;
      unused++;
      if (tidy) await service.host.remove(file);
    }
  }
  return {
    documents: entries.length,
    annotations,
    segments,
    problems,
    missingDocuments: missing,
    moved,
    orphans,
    ambiguous,
    unusedBases: unused,
    compacted,
  };
}

function mark(bases: Map<string, Set<string>>, root: string, hash: string): void {
  const set = bases.get(root) ?? new Set();
  set.add(hash);
  bases.set(root, set);
}
