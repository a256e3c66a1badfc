/** brat standoff: text, `.ann`, and the configuration that names the types. Changes when brat's form does. */
import { NormalText } from '../units.ts';
import { asciiNames } from './ascii.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeFile,
  type ExchangeRelation,
  Losses,
} from './exchange.ts';
import { imported, placed, spanFromPoints, stem } from './text.ts';

const UNTAGGED = 'Note';
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\t/g, ' ');

/** Stretches of a span without the line ends in it and the blanks beside these: brat allows none inside a span. */
function fragments(text: string, start: number, end: number): [number, number][] {
  const out: [number, number][] = [];
  let at = start;
  for (const part of text.slice(start, end).split('\n')) {
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') out.push([at + lead, at + lead + part.trim().length]);
    at += part.length + 1;
  }
  return out;
}

function write(d: ExchangeDocument, types: ReadonlyMap<string, string>, losses: Losses): string {
  const text = new NormalText(d.text ?? '');
  const lines: string[] = [];
  const notes: string[] = [];
  const marks: string[] = [];
  const first = new Map<string, string>();
  let n = 0;
  for (const a of placed(d.annotations)) {
    losses.omit(a, 'replies', 'attributes', 'author');
    if (a.tags.length > 1)
      losses.add('grouping', 'an annotation with several tags becomes several', a.quote.slice(0, 20));
    const pieces = fragments(text.text, a.span.start, a.span.end);
    if (pieces.length === 0) continue;
    if (pieces.length > 1) losses.add('lines', 'a span over several lines becomes fragments', a.quote.slice(0, 20));
    for (const tag of a.tags.length > 0 ? a.tags : [UNTAGGED]) {
      const id = `T${++n}`;
      if (!first.has(a.id)) first.set(a.id, id);
      const places = pieces.map(([s, e]) => `${text.toPoint(s)} ${text.toPoint(e)}`).join(';');
      const words = pieces.map(([s, e]) => text.text.slice(s, e)).join(' ');
      lines.push(`${id}\t${types.get(tag) ?? UNTAGGED} ${places}\t${words}`);
    }
    if (a.note !== null) {
      if (a.note.includes('\n')) losses.add('note-lines', 'line ends in notes become blanks', a.note.slice(0, 20));
      notes.push(`#${notes.length + 1}\tAnnotatorNotes ${first.get(a.id)}\t${oneLine(a.note)}`);
    }
    if (a.status === 'resolved') marks.push(`A${marks.length + 1}\tResolved ${first.get(a.id)}`);
  }
  for (const a of d.annotations) losses.omit(a, 'document');
  for (const key of Object.keys(d.attributes))
    losses.add('document-attributes', 'attributes of the document are left out', key);
  const relations = d.relations.flatMap((r, i) => {
    const [from, to] = [first.get(r.from), first.get(r.to)];
    if (from && to) return [`R${i + 1}\t${types.get(r.type) ?? 'Related'} Arg1:${from} Arg2:${to}`];
    losses.add('relation', 'a relation to an annotation without a place is left out', r.type);
    return [];
  });
  const all = [...lines, ...notes, ...marks, ...relations];
  return all.length > 0 ? `${all.join('\n')}\n` : '';
}

function labelsOf(files: readonly ExchangeFile[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const f of files.filter((x) => x.name.endsWith('visual.conf'))) {
    for (const line of textOf(f).split('\n')) {
      const match = /^\s*([A-Za-z0-9_-]+)\s*\|\s*([^|]+)/.exec(line);
      if (match) labels.set(match[1]!, match[2]!.trim());
    }
  }
  return labels;
}

function read(
  name: string,
  raw: string,
  ann: string,
  labels: ReadonlyMap<string, string>,
  losses: Losses,
): ExchangeDocument {
  const text = new NormalText(raw).text;
  const annotations = new Map<string, ExchangeAnnotation>();
  const relations: ExchangeRelation[] = [];
  for (const line of ann.split('\n')) {
    const [id = '', head = '', rest = ''] = line.replace(/\r$/, '').split('\t');
    const [type = '', ...places] = head.split(' ');
    const label = labels.get(type) ?? type;
    if (id.startsWith('T')) {
      const numbers = places.join(' ').split(/[ ;]/).map(Number);
      const [start, end] = [Math.min(...numbers), Math.max(...numbers)];
      const gaps = numbers.length > 2;
      const span = spanFromPoints(raw, start, end, gaps ? null : rest, losses);
      if (!span) continue;
      const words = text.slice(span.start, span.end);
      if (gaps && !/\n/.test(words)) losses.add('fragments', 'a span with gaps becomes one without', rest.slice(0, 20));
      annotations.set(id, imported(`${name}#${id}`, span, words, type === UNTAGGED ? [] : [label]));
    } else if (id.startsWith('#')) {
      const a = annotations.get(places[0] ?? '');
      if (a) annotations.set(places[0]!, { ...a, note: a.note === null ? rest : `${a.note}\n${rest}` });
      else losses.add('note', 'a note belongs to something that is not here', rest.slice(0, 20));
    } else if (id.startsWith('A') || id.startsWith('M')) {
      const a = annotations.get(places[0] ?? '');
      if (a && type === 'Resolved') annotations.set(places[0]!, { ...a, status: 'resolved' });
      else if (a) annotations.set(places[0]!, { ...a, attributes: { ...a.attributes, [label]: places[1] ?? true } });
    } else if (id.startsWith('R')) {
      const [from, to] = places.map((p) => annotations.get(p.replace(/^.*:/, '')));
      if (from && to) relations.push({ id: `${name}#${id}`, type: label, from: from.id, to: to.id });
    } else if (id !== '') losses.add('line', 'events, equivalences and normalisations are left out', line.slice(0, 40));
  }
  return { name, text, annotations: [...annotations.values()], relations, attributes: {} };
}

export const brat: Codec = {
  id: 'brat',
  title: 'brat standoff',
  extensions: ['.ann', '.txt'],
  export({ documents, tags }, options) {
    const losses = new Losses();
    const tagNames = [...tags.map((t) => t.name), ...documents.flatMap((d) => d.annotations.flatMap((a) => a.tags))];
    const relationNames = documents.flatMap((d) => d.relations.map((r) => r.type));
    const types = asciiNames([...tagNames, ...relationNames], options.asciiNames);
    const files = documents.flatMap((d) => [
      textFile(`${stem(d.name)}.txt`, d.text ?? ''),
      textFile(`${stem(d.name)}.ann`, write(d, types, losses)),
    ]);
    const unique = (names: readonly string[]): string[] => [...new Set(names)].map((name) => types.get(name)!);
    const colors = tags.map((t) => `${types.get(t.name)}\tbgColor:${t.color}`);
    files.push(
      textFile(
        'annotation.conf',
        `[entities]\n${[...unique(tagNames), UNTAGGED].join('\n')}\n\n[relations]\n${unique(relationNames)
          .map((r) => `${r}\tArg1:<ENTITY>, Arg2:<ENTITY>`)
          .join('\n')}\n\n[events]\n\n[attributes]\nResolved\tArg:<ENTITY>\n`,
      ),
      textFile(
        'visual.conf',
        `[labels]\n${[...types].map(([name, type]) => `${type} | ${name}`).join('\n')}\n\n[drawing]\n${colors.join('\n')}\n`,
      ),
    );
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const labels = labelsOf(files);
    const documents = files
      .filter((f) => f.name.endsWith('.ann'))
      .flatMap((f) => {
        const text = files.find((t) => t.name.endsWith('.txt') && stem(t.name) === stem(f.name));
        if (!text) {
          losses.add('file', 'there is no text beside the annotations', f.name);
          return [];
        }
        return [read(`${stem(f.name)}.txt`, text.text ?? textOf(text), textOf(f), labels, losses)];
      });
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
