/**
 * Word documents with real comments: the text, each annotation a comment, replies as threads, resolved ones as done.
 * Changes when more of Word's comments is used. One paragraph a line of the text. Tags stand in 【】 before the note.
 */
import { unzipSync, zipSync } from 'fflate';
import { fromUtf8, utf8 } from '../log.ts';
import { binaryFile, bytesOf } from './bytes.ts';
import { type Codec, type ExchangeAnnotation, type ExchangeDocument, type ExchangeReply, Losses } from './exchange.ts';
import { imported, placed, stem } from './text.ts';
import { attributes, childNamed, childrenNamed, descendants, escapeXml, parseXml, type XmlElement } from './xml.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="${WORD}.comments+xml"/><Override PartName="/word/commentsExtended.xml" ContentType="${WORD}.commentsExtended+xml"/></Types>`;
const RELS = `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_RELS = `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/comments" Target="comments.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>`;

interface Comment {
  readonly id: number;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  readonly parent: number | null;
  readonly done: boolean;
  readonly start: number;
  readonly end: number;
}

const paragraphId = (comment: number): string => (0x10000000 + comment).toString(16).toUpperCase();

function run(text: string): string {
  const parts = text.split('\t').map((p) => (p === '' ? '' : `<w:t xml:space="preserve">${escapeXml(p)}</w:t>`));
  return text === '' ? '' : `<w:r>${parts.join('<w:tab/>')}</w:r>`;
}

/** Tags in front: `【措施】【主体】note`. A tag with such a bracket in it would not be read back: it gets others. */
const written = (a: ExchangeAnnotation): string =>
  a.tags.map((t) => `【${t.replace(/【/g, '[').replace(/】/g, ']')}】`).join('') + (a.note ?? '');

function comments(d: ExchangeDocument, losses: Losses): Comment[] {
  const out: Comment[] = [];
  const add = (a: ExchangeAnnotation, start: number, end: number): void => {
    losses.omit(a, 'attributes');
    const id = out.length;
    const done = a.status === 'resolved';
    if (a.reason !== null) losses.add('reason', 'reasons of a resolution are left out', a.reason);
    out.push({ id, author: a.author, date: a.created, text: written(a), parent: null, done, start, end });
    for (const r of a.replies) {
      out.push({ id: out.length, author: r.author, date: r.created, text: r.text, parent: id, done, start, end });
    }
  };
  for (const a of d.annotations) {
    if (a.span) continue;
    if (a.quote !== '')
      losses.add('orphan', 'annotations without a place become comments at the beginning', a.quote.slice(0, 20));
    add(a.quote === '' ? a : { ...a, note: `“${a.quote}” ${a.note ?? ''}` }, 0, 0);
  }
  for (const a of placed(d.annotations)) add(a, a.span.start, a.span.end);
  for (const r of d.relations) losses.add('relation', 'relations are left out', r.type);
  for (const key of Object.keys(d.attributes))
    losses.add('document-attributes', 'attributes of the document are left out', key);
  return out;
}

function body(text: string, list: readonly Comment[]): string {
  const starts = new Map<number, Comment[]>();
  const ends = new Map<number, Comment[]>();
  for (const c of list) {
    starts.set(c.start, [...(starts.get(c.start) ?? []), c]);
    ends.set(c.end, [...(ends.get(c.end) ?? []), c]);
  }
  const close = (c: Comment): string =>
    `<w:commentRangeEnd w:id="${c.id}"/><w:r><w:commentReference w:id="${c.id}"/></w:r>`;
  const open = (c: Comment): string => `<w:commentRangeStart w:id="${c.id}"/>`;
  const edges = [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b);
  let at = 0;
  let e = 0;
  return text
    .split('\n')
    .map((line) => {
      const end = at + line.length;
      let from = at;
      let out = '';
      for (; e < edges.length && edges[e]! <= end; e++) {
        const edge = edges[e]!;
        out += run(text.slice(from, edge));
        from = edge;
        const whole = (c: Comment): boolean => c.start === edge && c.end === edge;
        out += (ends.get(edge) ?? [])
          .filter((c) => !whole(c))
          .map(close)
          .join('');
        out += (starts.get(edge) ?? []).map((c) => open(c) + (whole(c) ? close(c) : '')).join('');
      }
      out += run(text.slice(from, end));
      at = end + 1;
      return `<w:p>${out}</w:p>`;
    })
    .join('\n');
}

/** The parts of the package, by path. */
export function writeDocx(d: ExchangeDocument, losses: Losses): Record<string, string> {
  const list = comments(d, losses);
  const paragraphs = (c: Comment): string =>
    c.text
      .split('\n')
      .map(
        (line, i, all) => `<w:p${i === all.length - 1 ? ` w14:paraId="${paragraphId(c.id)}"` : ''}>${run(line)}</w:p>`,
      )
      .join('');
  const comment = (c: Comment): string => {
    const author = c.author || 'unknown';
    const date = /^\d{4}-\d\d-\d\dT/.test(c.date) ? c.date.replace(/\.\d+Z$/, 'Z') : undefined;
    const attrs = attributes({
      'w:id': String(c.id),
      'w:author': author,
      'w:date': date,
      'w:initials': [...author][0],
    });
    return `<w:comment${attrs}>${paragraphs(c)}</w:comment>`;
  };
  const extended = (c: Comment): string => {
    const parent = c.parent === null ? '' : ` w15:paraIdParent="${paragraphId(c.parent)}"`;
    return `<w15:commentEx w15:paraId="${paragraphId(c.id)}"${parent} w15:done="${c.done ? 1 : 0}"/>`;
  };
  return {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELS,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}"><w:body>${body(d.text ?? '', list)}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': DOCUMENT_RELS,
    'word/comments.xml': `${HEAD}<w:comments xmlns:w="${W}" xmlns:w14="${W14}">${list.map(comment).join('\n')}</w:comments>`,
    'word/commentsExtended.xml': `${HEAD}<w15:commentsEx xmlns:w15="${W15}">${list.map(extended).join('')}</w15:commentsEx>`,
  };
}

function textOfParagraph(p: XmlElement): string {
  let out = '';
  for (const e of descendants(p))
    out += e.name === 't' ? e.text : e.name === 'tab' ? '\t' : e.name === 'br' ? '\n' : '';
  return out;
}

interface Read {
  text: string;
  readonly starts: Map<string, number>;
  readonly ends: Map<string, number>;
  skipped: number;
}

function walk(e: XmlElement, into: Read): void {
  for (const c of e.children) {
    if (c.name === 't') into.text += c.text;
    else if (c.name === 'tab' && e.name === 'r') into.text += '\t';
    else if (c.name === 'br' || c.name === 'cr') into.text += '\n';
    else if (c.name === 'commentRangeStart') into.starts.set(c.attributes['id'] ?? '', into.text.length);
    else if (c.name === 'commentRangeEnd') into.ends.set(c.attributes['id'] ?? '', into.text.length);
    else if (c.name === 'del' || c.name === 'drawing' || c.name === 'pict') into.skipped++;
    else {
      walk(c, into);
      if (c.name === 'p') into.text += '\n';
    }
  }
}

function readDocx(name: string, parts: ReadonlyMap<string, Uint8Array>, losses: Losses): ExchangeDocument | null {
  const part = (path: string): XmlElement | null => {
    const bytes = parts.get(path);
    return bytes ? parseXml(fromUtf8(bytes)) : null;
  };
  const main = part('word/document.xml');
  const content = childNamed(main ?? undefined, 'body');
  if (!content) {
    losses.add('file', 'a file is no Word document', name);
    return null;
  }
  const read: Read = { text: '', starts: new Map(), ends: new Map(), skipped: 0 };
  walk(content, read);
  const text = read.text.replace(/\n$/, '');
  if (read.skipped > 0) losses.add('content', 'deletions and pictures are left out', String(read.skipped));
  const done = new Map<string, boolean>();
  const parents = new Map<string, string>();
  for (const e of part('word/commentsExtended.xml')?.children ?? []) {
    const id = e.attributes['paraId'] ?? '';
    done.set(id, e.attributes['done'] === '1');
    if (e.attributes['paraIdParent']) parents.set(id, e.attributes['paraIdParent']);
  }
  const byParagraph = new Map<string, ExchangeAnnotation>();
  const annotations = new Map<string, ExchangeAnnotation>();
  for (const c of childrenNamed(part('word/comments.xml') ?? undefined, 'comment')) {
    const paragraphs = childrenNamed(c, 'p');
    const body = paragraphs.map(textOfParagraph).join('\n');
    const paragraph = paragraphs.at(-1)?.attributes['paraId'] ?? '';
    const [author, created] = [c.attributes['author'] ?? '', c.attributes['date'] ?? ''];
    const parent = byParagraph.get(parents.get(paragraph) ?? '');
    const id = `${name}#${c.attributes['id']}`;
    if (parent) {
      const reply: ExchangeReply = { id, author, created, text: body };
      const next = { ...annotations.get(parent.id)!, replies: [...annotations.get(parent.id)!.replies, reply] };
      annotations.set(parent.id, next);
      continue;
    }
    const [start, end] = [read.starts.get(c.attributes['id'] ?? ''), read.ends.get(c.attributes['id'] ?? '')];
    const span =
      start !== undefined && end !== undefined && end > start ? { start, end: Math.min(end, text.length) } : null;
    const head = /^(?:【[^【】]*】)*/.exec(body)![0];
    const tags = [...head.matchAll(/【([^【】]*)】/g)].map((m) => m[1]!);
    const note = body.slice(head.length).trim();
    const a: ExchangeAnnotation = {
      ...imported(id, span, span ? text.slice(span.start, span.end) : '', tags),
      author: author === 'unknown' ? '' : author,
      created,
      modified: created,
      note: note === '' ? null : note,
      status: done.get(paragraph) ? 'resolved' : 'open',
    };
    byParagraph.set(paragraph, a);
    annotations.set(id, a);
  }
  return { name, text, annotations: [...annotations.values()], relations: [], attributes: {} };
}

export const docx: Codec = {
  id: 'docx',
  title: 'Word document with comments',
  extensions: ['.docx'],
  export({ documents }, o) {
    const losses = new Losses();
    const mtime = new Date(Date.parse(o.now) || Date.UTC(2000, 0, 1));
    const files = documents.map((d) => {
      const entries = Object.fromEntries(Object.entries(writeDocx(d, losses)).map(([path, xml]) => [path, utf8(xml)]));
      return binaryFile(`${stem(d.name)}.docx`, zipSync(entries, { mtime }));
    });
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = files.flatMap((f) => {
      try {
        const d = readDocx(`${stem(f.name)}.txt`, new Map(Object.entries(unzipSync(bytesOf(f)))), losses);
        return d ? [d] : [];
      } catch (error) {
        losses.add('file', 'a file is no archive', `${f.name}: ${String(error)}`);
        return [];
      }
    });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
