/**
 * REFI-QDA 1.5: projects (`.qdpx`) and codebooks (`.qdc`) for NVivo, MAXQDA, ATLAS.ti, QualCoder and others.
 * Changes when more of the standard is used. Element order is the schema's; positions are code points of LF-only sources,
 * for the programs disagree about CR LF; the folder is `sources` in lower case, for some reject the other.
 */
import { unzipSync, zipSync } from 'fflate';
import { isUuid } from '../ids.ts';
import { fromUtf8, utf8 } from '../log.ts';
import type { Json } from '../model.ts';
import { NormalText } from '../units.ts';
import { binaryFile, bytesOf, textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type CodecOptions,
  type Exchange,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  type ExchangeReply,
  type ExchangeTag,
  Losses,
} from './exchange.ts';
import { base, imported, placed, spanFromPoints } from './text.ts';
import { attributes, childNamed, childrenNamed, descendants, escapeXml, parseXml, type XmlElement } from './xml.ts';

const PROJECT = 'urn:QDA-XML:project:1.0';
const CODEBOOK = 'urn:QDA-XML:codebook:1.0';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const guid = (id: string, o: CodecOptions): string => (isUuid(id) ? id : o.uuidOf(id));
/** Dates that are none are left out: the schema refuses them. */
const date = (text: string): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text) ? text : undefined;
const element = (name: string, attrs: Parameters<typeof attributes>[0], inner: string): string =>
  inner === '' ? `<${name}${attributes(attrs)}/>` : `<${name}${attributes(attrs)}>${inner}</${name}>`;
const whole = (name: string, parts: readonly string[]): string =>
  parts.length > 0 ? `<${name}>${parts.join('')}</${name}>\n` : '';
const plain = (v: Json): string => (typeof v === 'string' ? v : JSON.stringify(v));

/** All tags, those that only annotations name included. */
function allTags({ documents, tags }: Exchange, o: CodecOptions): ExchangeTag[] {
  const known = new Set(tags.map((t) => t.name));
  const extra = new Set(
    documents.flatMap((d) => d.annotations.flatMap((a) => a.tags)).filter((name) => !known.has(name)),
  );
  const made = [...extra].map((name) => ({
    id: o.uuidOf(`code ${name}`),
    name,
    color: '#888888',
    key: null,
    description: '',
    guideline: '',
    parent: null,
  }));
  return [...tags, ...made];
}

function codes(tags: readonly ExchangeTag[], o: CodecOptions): string {
  const ids = new Set(tags.map((t) => t.id));
  const code = (t: ExchangeTag, above: readonly string[]): string => {
    const text = [t.description, t.guideline].filter((s) => s !== '').join('\n\n');
    const below = tags.filter((c) => c.parent === t.id && !above.includes(c.id));
    const inner =
      (text ? `<Description>${escapeXml(text)}</Description>` : '') +
      below.map((c) => code(c, [...above, t.id])).join('');
    return element(
      'Code',
      { guid: guid(t.id, o), name: t.name, isCodable: 'true', color: t.color.toUpperCase() },
      inner,
    );
  };
  const top = tags.filter((t) => t.parent === null || !ids.has(t.parent));
  return `<Codes>${top.map((t) => code(t, [])).join('')}</Codes>`;
}

class ProjectWriter {
  readonly #o: CodecOptions;
  readonly #losses: Losses;
  readonly #tags: ReadonlyMap<string, ExchangeTag>;
  readonly #users = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #notes: string[] = [];

  constructor(tags: readonly ExchangeTag[], o: CodecOptions, losses: Losses) {
    this.#o = o;
    this.#losses = losses;
    this.#tags = new Map(tags.map((t) => [t.name, t]));
  }

  #user(name: string): string | undefined {
    if (name === '') return undefined;
    const id = this.#users.get(name) ?? this.#o.uuidOf(`user ${name}`);
    this.#users.set(name, id);
    return id;
  }

  /** A note of its own, and the reference to it. */
  #note(id: string, name: string, text: string, author: string, created: string): string {
    const target = guid(id, this.#o);
    this.#notes.push(
      element(
        'Note',
        { guid: target, name, creatingUser: this.#user(author), creationDateTime: date(created) },
        `<PlainTextContent>${escapeXml(text)}</PlainTextContent>`,
      ),
    );
    return `<NoteRef targetGUID="${target}"/>`;
  }

  #selection(a: ExchangeAnnotation & { readonly span: { start: number; end: number } }, text: NormalText): string {
    this.#losses.omit(a, 'status', 'attributes', 'motivation');
    const by = { creatingUser: this.#user(a.author), creationDateTime: date(a.created) };
    const coding = a.tags.map((tag) =>
      element(
        'Coding',
        { guid: this.#o.uuidOf(`coding ${a.id} ${tag}`), creatingUser: by.creatingUser },
        `<CodeRef targetGUID="${guid(this.#tags.get(tag)!.id, this.#o)}"/>`,
      ),
    );
    const replies = a.replies.map((r) => this.#note(r.id, 'Reply', r.text, r.author, r.created));
    const inner =
      (a.note === null ? '' : `<Description>${escapeXml(a.note)}</Description>`) + coding.join('') + replies.join('');
    return `${element(
      'PlainTextSelection',
      {
        guid: guid(a.id, this.#o),
        name: a.quote.slice(0, 80),
        startPosition: String(text.toPoint(a.span.start)),
        endPosition: String(text.toPoint(a.span.end)),
        ...by,
      },
      inner,
    )}\n`;
  }

  source(d: ExchangeDocument): { xml: string; file: string } {
    const id = this.#o.uuidOf(`source ${d.name}`);
    const text = new NormalText(d.text ?? '');
    const selections = placed(d.annotations).map((a) => this.#selection(a, text));
    const refs: string[] = [];
    for (const a of d.annotations) {
      if (a.span) continue;
      if (a.quote !== '')
        this.#losses.add('orphan', 'annotations without a place become notes on the document', a.quote.slice(0, 20));
      const note = [a.quote && `“${a.quote}”`, a.note, a.tags.join('、')].filter(Boolean).join('\n');
      refs.push(this.#note(a.id, 'Note', note, a.author, a.created));
    }
    const values = Object.entries(d.attributes).map(([key, value]) => {
      const variable = this.#variables.get(key) ?? this.#o.uuidOf(`variable ${key}`);
      this.#variables.set(key, variable);
      return `<VariableValue><VariableRef targetGUID="${variable}"/><TextValue>${escapeXml(plain(value))}</TextValue></VariableValue>\n`;
    });
    const attrs = {
      guid: id,
      name: base(d.name),
      plainTextPath: `internal://${id}.txt`,
      creationDateTime: date(this.#o.now),
    };
    return {
      xml: element('TextSource', attrs, `\n${selections.join('')}${refs.join('')}${values.join('')}`),
      file: `sources/${id}.txt`,
    };
  }

  project(name: string, tags: readonly ExchangeTag[], sources: readonly string[], links: readonly string[]): string {
    const users = [...this.#users].map(([user, id]) => element('User', { guid: id, name: user }, ''));
    const variables = [...this.#variables].map(([v, id]) =>
      element('Variable', { guid: id, name: v, typeOfVariable: 'Text' }, ''),
    );
    const open = attributes({ xmlns: PROJECT, name, origin: this.#o.generator, creationDateTime: date(this.#o.now) });
    const book = tags.length > 0 ? `<CodeBook>${codes(tags, this.#o)}</CodeBook>\n` : '';
    return `${HEAD}<Project${open}>\n${whole('Users', users)}${book}${whole('Variables', variables)}${whole('Sources', sources)}${whole('Notes', this.#notes)}${whole('Links', links)}</Project>`;
  }
}

/** The project's XML and the texts beside it, by path in the archive. */
export function writeProject(
  exchange: Exchange,
  o: CodecOptions,
  losses: Losses,
): { xml: string; sources: Map<string, string> } {
  const tags = allTags(exchange, o);
  const writer = new ProjectWriter(tags, o, losses);
  const sources = new Map<string, string>();
  const parts = exchange.documents.map((d) => {
    const { xml, file } = writer.source(d);
    sources.set(file, d.text ?? '');
    return xml;
  });
  const links = exchange.documents.flatMap((d) =>
    d.relations.map((r) =>
      element(
        'Link',
        {
          guid: guid(r.id, o),
          name: r.type,
          direction: 'OneWay',
          originGUID: guid(r.from, o),
          targetGUID: guid(r.to, o),
        },
        '',
      ),
    ),
  );
  const name = exchange.documents.length === 1 ? base(exchange.documents[0]!.name) : 'annotations';
  return { xml: writer.project(name, tags, parts, links), sources };
}

function readCodes(book: XmlElement | undefined): ExchangeTag[] {
  const out: ExchangeTag[] = [];
  const walk = (e: XmlElement, parent: string | null): void => {
    for (const c of childrenNamed(e, 'Code')) {
      const id = (c.attributes['guid'] ?? '').replace(/[{}]/g, '').toLowerCase();
      const short = /^#[0-9a-f]{3}$/i.test(c.attributes['color'] ?? '');
      const color = short
        ? `#${[...c.attributes['color']!.slice(1)].map((x) => x + x).join('')}`
        : c.attributes['color'];
      out.push({
        id,
        name: c.attributes['name'] ?? id,
        color: (color ?? '#888888').toLowerCase(),
        key: null,
        description: childNamed(c, 'Description')?.text ?? '',
        guideline: '',
        parent,
      });
      walk(c, id);
    }
  };
  const top = childNamed(book, 'Codes');
  if (top) walk(top, null);
  return out;
}

const key = (e: XmlElement | undefined, name: string): string =>
  (e?.attributes[name] ?? '').replace(/[{}]/g, '').toLowerCase();

function readProject(root: XmlElement, archive: ReadonlyMap<string, Uint8Array>, losses: Losses): Exchange {
  const tags = readCodes(childNamed(root, 'CodeBook'));
  const tagName = new Map(tags.map((t) => [t.id, t.name]));
  const users = new Map(
    childrenNamed(childNamed(root, 'Users'), 'User').map((u) => [key(u, 'guid'), u.attributes['name'] ?? '']),
  );
  const variables = new Map(
    childrenNamed(childNamed(root, 'Variables'), 'Variable').map((v) => [key(v, 'guid'), v.attributes['name'] ?? '']),
  );
  const notes = new Map(childrenNamed(childNamed(root, 'Notes'), 'Note').map((n) => [key(n, 'guid'), n]));
  const file = (path: string | undefined): string | null => {
    const name = base((path ?? '').replace(/^(internal|relative):\/\//, '')).toLowerCase();
    for (const [entry, bytes] of archive) if (base(entry).toLowerCase() === name) return fromUtf8(bytes);
    return null;
  };
  const noteText = (n: XmlElement | undefined): string =>
    n ? (childNamed(n, 'PlainTextContent')?.text ?? file(n.attributes['plainTextPath']) ?? '') : '';
  const reply = (ref: XmlElement): ExchangeReply => {
    const n = notes.get(key(ref, 'targetGUID'));
    return {
      id: key(ref, 'targetGUID'),
      author: users.get(key(n, 'creatingUser')) ?? '',
      created: n?.attributes['creationDateTime'] ?? '',
      text: noteText(n),
    };
  };
  const home = new Map<string, ExchangeDocument & { relations: ExchangeRelation[] }>();
  const documents: (ExchangeDocument & { relations: ExchangeRelation[] })[] = [];
  const sources = childNamed(root, 'Sources');
  for (const s of sources?.children ?? []) {
    if (s.name !== 'TextSource') {
      losses.add('source', 'sources that are no plain text are left out', `${s.name} ${s.attributes['name'] ?? ''}`);
      continue;
    }
    const raw = childNamed(s, 'PlainTextContent')?.text ?? file(s.attributes['plainTextPath']);
    if (raw === null) {
      losses.add('source', 'the text of a source is not in the archive', s.attributes['name'] ?? '');
      continue;
    }
    const text = new NormalText(raw).text;
    const annotations: ExchangeAnnotation[] = [];
    for (const p of childrenNamed(s, 'PlainTextSelection')) {
      const [start, end] = [Number(p.attributes['startPosition']), Number(p.attributes['endPosition'])];
      const name = p.attributes['name'] ?? '';
      const words = [...name].length === end - start ? name : null;
      const span = spanFromPoints(raw, start, end, words, losses);
      if (!span) continue;
      const codings = childrenNamed(p, 'Coding');
      const own = codings
        .map((c) => tagName.get(key(childNamed(c, 'CodeRef'), 'targetGUID')))
        .filter((n): n is string => n !== undefined);
      const by = users.get(key(p, 'creatingUser')) ?? users.get(key(codings[0], 'creatingUser')) ?? '';
      annotations.push({
        ...imported(key(p, 'guid'), span, text.slice(span.start, span.end), own),
        author: by,
        created: p.attributes['creationDateTime'] ?? '',
        note: childNamed(p, 'Description')?.text ?? null,
        replies: childrenNamed(p, 'NoteRef').map(reply),
      });
    }
    for (const ref of childrenNamed(s, 'NoteRef')) {
      const r = reply(ref);
      annotations.push({ ...imported(r.id, null, '', []), note: r.text, author: r.author, created: r.created });
    }
    if (childrenNamed(s, 'Coding').length > 0)
      losses.add('coding', 'codings of a whole source are left out', s.attributes['name'] ?? '');
    const values = childrenNamed(s, 'VariableValue').map((v) => {
      const value = v.children.find((c) => c.name.endsWith('Value'));
      return [variables.get(key(childNamed(v, 'VariableRef'), 'targetGUID')) ?? '', value?.text ?? ''] as const;
    });
    const d = {
      name: s.attributes['name'] ?? '',
      text,
      annotations,
      relations: [],
      attributes: Object.fromEntries(values),
    };
    documents.push(d);
    for (const a of annotations) home.set(a.id, d);
  }
  for (const l of childrenNamed(childNamed(root, 'Links'), 'Link')) {
    const [from, to] = [key(l, 'originGUID'), key(l, 'targetGUID')];
    const d = home.get(from);
    if (d && home.get(to) === d)
      d.relations.push({ id: key(l, 'guid'), type: l.attributes['name'] ?? 'related', from, to });
    else
      losses.add(
        'link',
        'links between other things than two selections of one source are left out',
        l.attributes['name'] ?? '',
      );
  }
  for (const part of ['Cases', 'Sets', 'Graphs']) {
    if (childNamed(root, part)) losses.add('part', 'cases, sets and graphs are left out', part);
  }
  return { documents, tags };
}

export const qdpx: Codec = {
  id: 'qdpx',
  title: 'REFI-QDA project',
  extensions: ['.qdpx'],
  export(exchange, o) {
    const losses = new Losses();
    const { xml, sources } = writeProject(exchange, o, losses);
    const mtime = new Date(Date.parse(o.now) || Date.UTC(2000, 0, 1));
    const entries: Record<string, Uint8Array> = { 'project.qde': utf8(xml) };
    for (const [path, text] of sources) entries[path] = utf8(text);
    const name =
      exchange.documents.length === 1 ? base(exchange.documents[0]!.name).replace(/\.[^.]+$/, '') : 'annotations';
    return { files: [binaryFile(`${name}.qdpx`, zipSync(entries, { mtime }))], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents: ExchangeDocument[] = [];
    const tags: ExchangeTag[] = [];
    for (const f of files) {
      let archive = new Map<string, Uint8Array>();
      try {
        archive = new Map(Object.entries(unzipSync(bytesOf(f))));
      } catch (error) {
        losses.add('file', 'a file is no archive', `${f.name}: ${String(error)}`);
      }
      const project = [...archive].find(([name]) => name.endsWith('.qde'));
      const root = project ? parseXml(fromUtf8(project[1])) : null;
      if (root?.name !== 'Project') losses.add('file', 'a file holds no readable project', f.name);
      else {
        const read = readProject(root, archive, losses);
        documents.push(...read.documents);
        tags.push(...read.tags);
      }
    }
    return { exchange: { documents, tags }, losses: losses.list() };
  },
};

export const qdc: Codec = {
  id: 'qdc',
  title: 'REFI-QDA codebook',
  extensions: ['.qdc'],
  export(exchange, o) {
    const losses = new Losses();
    for (const d of exchange.documents) {
      for (const a of d.annotations) losses.add('annotation', 'a codebook holds tags alone', a.quote.slice(0, 20));
    }
    const tags = allTags(exchange, o);
    const xml = `${HEAD}<CodeBook${attributes({ xmlns: CODEBOOK, origin: o.generator })}>${codes(tags, o)}</CodeBook>\n`;
    return { files: [textFile('codebook.qdc', xml)], losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const tags = files.flatMap((f) => {
      const root = parseXml(textOf(f));
      const book =
        root && (root.name === 'CodeBook' ? root : [...descendants(root)].find((e) => e.name === 'CodeBook'));
      if (!book) losses.add('file', 'a file holds no readable codebook', f.name);
      return book ? readCodes(book) : [];
    });
    return { exchange: { documents: [], tags }, losses: losses.list() };
  },
};
