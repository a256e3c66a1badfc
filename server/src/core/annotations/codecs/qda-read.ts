/**
 * Reads the XML of REFI-QDA 1.5 as its programs write it. Changes when more of the standard is read.
 */
import { fromUtf8 } from '../log.ts';
import { NormalText } from '../units.ts';
import type {
  Exchange,
  ExchangeAnnotation,
  ExchangeDocument,
  ExchangeRelation,
  ExchangeReply,
  ExchangeTag,
  Losses,
} from './exchange.ts';
import { base, imported, spanFromPoints } from './text.ts';
import { childNamed, childrenNamed, type XmlElement } from './xml.ts';

/** The codes of a codebook as tags. */
export function readCodes(book: XmlElement | undefined): ExchangeTag[] {
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

/** Documents and tags of a project; `archive` holds its sources by path. */
export function readProject(root: XmlElement, archive: ReadonlyMap<string, Uint8Array>, losses: Losses): Exchange {
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
