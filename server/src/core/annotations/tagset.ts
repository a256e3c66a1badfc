/**
 * The tag set: `.annotations/tagset.json`. Changes when tags can say something new, or the file's form changes.
 *
 * The file is JSON with one tag on each line, sorted by id, each line ending in a comma because `version` comes last: so a
 * line-wise union merge of two branches is JSON again, and a file with conflict marks in it still reads. Where a tag
 * occurs twice, the one that was updated later counts. A merged tag stays, pointing to the one it went into, so that
 * annotations which name it keep their meaning.
 */
import { CONFLICT_MARK } from './events.ts';
import type { Json } from './model.ts';

export interface Tag {
  /** Stable; annotations refer to it. */
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** A single key that applies it, if any. */
  readonly key: string | null;
  readonly description: string;
  /** When to use it: text, or an address of one. */
  readonly guideline: string;
  readonly parent: string | null;
  readonly mergedInto: string | null;
  readonly retired: boolean;
  /** It names relations between annotations, not annotations. */
  readonly relation: boolean;
  readonly updated: string;
  readonly extra: Readonly<Record<string, Json>>;
}

export type TagFields = Partial<
  Pick<Tag, 'name' | 'color' | 'key' | 'description' | 'guideline' | 'parent' | 'retired' | 'relation'>
>;

export interface TagSet {
  readonly tags: ReadonlyMap<string, Tag>;
  /** Lines of the file that are no tag; marks of a merge conflict among them, which say nothing themselves. */
  readonly problems: readonly { readonly line: number; readonly mark: boolean; readonly text: string }[];
  /** Other members of the file, kept as they are. */
  readonly extra: Readonly<Record<string, Json>>;
}

/** Well distinguishable on light and dark ground; given in this order to new tags (Okabe and Ito 2008, and four more). */
export const TAG_COLORS: readonly string[] = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#cc79a7',
  '#0072b2',
  '#d55e00',
  '#b8a900',
  '#8c6bb1',
  '#41ab5d',
  '#a6761d',
];

export const EMPTY_TAGS: TagSet = { tags: new Map(), problems: [], extra: {} };

const isObject = (v: unknown): v is Record<string, Json> => typeof v === 'object' && v !== null && !Array.isArray(v);
const str = (v: unknown, otherwise: string): string => (typeof v === 'string' ? v : otherwise);
const opt = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null);

const KNOWN = new Set([
  'name',
  'color',
  'key',
  'description',
  'guideline',
  'parent',
  'mergedInto',
  'retired',
  'relation',
  'updated',
]);

function toTag(id: string, value: Record<string, Json>): Tag {
  return {
    id,
    name: str(value['name'], id),
    color: /^#[0-9a-f]{6}$/i.test(str(value['color'], '')) ? str(value['color'], '') : TAG_COLORS[0]!,
    key: opt(value['key']),
    description: str(value['description'], ''),
    guideline: str(value['guideline'], ''),
    parent: opt(value['parent']),
    mergedInto: opt(value['mergedInto']),
    retired: value['retired'] === true,
    relation: value['relation'] === true,
    updated: str(value['updated'], ''),
    extra: Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.has(key))),
  };
}

/** Reads `tagset.json`, line by line where it is not valid JSON as a whole. Never throws. */
export function readTagSet(text: string): TagSet {
  const tags = new Map<string, Tag>();
  const extra: Record<string, Json> = {};
  const problems: { line: number; mark: boolean; text: string }[] = [];
  const take = (key: string, value: Json): boolean => {
    if (!key.startsWith('tag:')) {
      if (key !== 'version') extra[key] = value;
      return true;
    }
    if (!isObject(value)) return false;
    const tag = toTag(key.slice(4), value);
    const before = tags.get(tag.id);
    if (!before || tag.updated >= before.updated) tags.set(tag.id, tag);
    return true;
  };
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim().replace(/,$/, '');
    if (line === '' || line === '{' || line === '}') return;
    try {
      const value = JSON.parse(`{${line}}`) as Record<string, Json>;
      for (const [key, v] of Object.entries(value)) if (!take(key, v)) throw new Error('no tag');
    } catch {
      problems.push({ line: index + 1, mark: CONFLICT_MARK.test(line), text: raw.slice(0, 200) });
    }
  });
  if (problems.length > 0) {
    try {
      const whole = JSON.parse(text) as unknown;
      if (isObject(whole)) {
        tags.clear();
        for (const key of Object.keys(extra)) delete extra[key];
        problems.length = 0;
        for (const [key, v] of Object.entries(whole)) {
          if (!take(key, v)) problems.push({ line: 1, mark: false, text: key });
        }
      }
    } catch {
      // The tags that could be read are all there is: a line of another kind may belong to one that could not.
      for (const key of Object.keys(extra)) delete extra[key];
    }
  }
  return { tags, problems, extra };
}

const line = (key: string, value: Json): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;

/** The file's text: members sorted, one a line. */
export function writeTagSet(set: TagSet): string {
  const lines: string[] = [];
  const members: [string, Json][] = Object.entries(set.extra);
  for (const tag of set.tags.values()) {
    const { id, extra, ...rest } = tag;
    const value = Object.entries({ ...extra, ...rest }).filter(([, v]) => v !== null && v !== '' && v !== false);
    members.push([`tag:${id}`, Object.fromEntries(value.sort(([a], [b]) => (a < b ? -1 : 1))) as Json]);
  }
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of members) lines.push(`${line(key, value)},`);
  return `{\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}"version": 1\n}\n`;
}

/** The tag that an id stands for, through merges; undefined where no tag has the id. */
export function resolveTag(set: TagSet, id: string): Tag | undefined {
  let tag = set.tags.get(id);
  const seen = new Set<string>();
  while (tag?.mergedInto && !seen.has(tag.id)) {
    seen.add(tag.id);
    tag = set.tags.get(tag.mergedInto) ?? tag;
  }
  return tag;
}

/** Tags to offer: neither merged nor, unless these are wanted, retired; parents before their children, then by name. */
export function liveTags(set: TagSet, retired = false): Tag[] {
  const live = [...set.tags.values()].filter((t) => t.mergedInto === null && (retired || !t.retired));
  const path = (tag: Tag, depth = 0): string => {
    const parent = tag.parent && depth < 20 ? resolveTag(set, tag.parent) : undefined;
    return parent && parent.id !== tag.id ? `${path(parent, depth + 1)}\u0000${tag.name}` : tag.name;
  };
  return live
    .map((tag) => [path(tag), tag] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, t]) => t);
}

/** A set with a new tag; the colour is the first one that is not in use. */
export function addTag(set: TagSet, id: string, fields: TagFields & { readonly name: string }, now: string): TagSet {
  const used = new Set(liveTags(set).map((t) => t.color));
  const color = fields.color ?? TAG_COLORS.find((c) => !used.has(c)) ?? TAG_COLORS[set.tags.size % TAG_COLORS.length]!;
  const tag: Tag = {
    id,
    key: null,
    description: '',
    guideline: '',
    parent: null,
    mergedInto: null,
    retired: false,
    relation: false,
    updated: now,
    extra: {},
    ...fields,
    color,
  };
  return { ...set, tags: new Map(set.tags).set(id, tag) };
}

/** Whether `id` is `below` or stands above it. */
function holds(set: TagSet, id: string, below: string | null): boolean {
  for (let up = below, n = 0; up !== null && n < 50; up = set.tags.get(up)?.parent ?? null, n++) {
    if (up === id) return true;
  }
  return false;
}

/** A set in which a tag has other fields; the same set where the tag does not exist or would become its own ancestor. */
export function updateTag(set: TagSet, id: string, fields: TagFields, now: string): TagSet {
  const tag = set.tags.get(id);
  if (!tag || holds(set, id, fields.parent ?? null)) return set;
  return { ...set, tags: new Map(set.tags).set(id, { ...tag, ...fields, updated: now }) };
}

/** A set in which `from` has become `into`; its children become children of `into`, which takes its place if it was below. */
export function mergeTags(set: TagSet, from: string, into: string, now: string): TagSet {
  const source = set.tags.get(from);
  const target = resolveTag(set, into);
  if (!source || !target || target.id === from) return set;
  const tags = new Map(set.tags).set(from, { ...source, mergedInto: target.id, key: null, updated: now });
  for (const tag of set.tags.values()) {
    if (tag.parent === from && tag.id !== target.id) tags.set(tag.id, { ...tag, parent: target.id, updated: now });
  }
  if (holds(set, from, target.parent)) tags.set(target.id, { ...target, parent: source.parent, updated: now });
  return { ...set, tags };
}

/**
 * A set with tags of another one, and those that they stand below or were merged into. What has the name of a tag that is
 * there already becomes that one.
 */
export function withTags(set: TagSet, from: TagSet, ids: Iterable<string>): TagSet {
  const tags = new Map(set.tags);
  const wanted = [...ids];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const tag = from.tags.get(id);
    if (!tag || tags.has(id)) continue;
    const same = liveTags(set, true).find((t) => t.name === tag.name && t.relation === tag.relation);
    const key = [...tags.values()].some((t) => t.key === tag.key) ? null : tag.key;
    tags.set(id, tag.mergedInto === null && same ? { ...tag, key: null, mergedInto: same.id } : { ...tag, key });
    for (const other of [tag.parent, tag.mergedInto]) if (other !== null) wanted.push(other);
  }
  return tags.size === set.tags.size ? set : { ...set, tags };
}
