/** WebAnno TSV 3.3, one character a token. Changes when the layers we write change. Offsets are UTF-16. */
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  Losses,
} from './exchange.ts';
import { characterTokens, imported, placed, type Stretch, sentencesOf, stem } from './text.ts';
import { RELATION_TYPE, TAG_TYPE } from './uima.ts';

const escaped = (text: string): string =>
  text.replace(/\\|\[|\]|\||_|->|;|\t|\n|\*/g, (c) => `\\${c === '\t' ? 't' : c === '\n' ? 'n' : c}`);
const unescaped = (text: string): string =>
  text.replace(/\\(->|.)/g, (_, c: string) => (c === 't' ? '\t' : c === 'n' ? '\n' : c));

interface Token extends Stretch {
  readonly id: string;
}
interface Piece {
  readonly a: ExchangeAnnotation & { readonly span: Stretch };
  readonly label: string | null;
  readonly first: number;
  readonly last: number;
  number: number;
}

const HEADER = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${TAG_TYPE}|label|note\n`;
const RELATIONS = `#T_RL=${RELATION_TYPE}|label|BT_${TAG_TYPE}\n`;

function write(d: ExchangeDocument, losses: Losses): string {
  const text = d.text ?? '';
  const sentences = sentencesOf(text);
  const tokens: Token[] = [];
  const ranges = sentences.map((s, i) => {
    const from = tokens.length;
    for (const [k, t] of characterTokens(text, s).entries()) tokens.push({ ...t, id: `${i + 1}-${k + 1}` });
    return { from, to: tokens.length };
  });
  const pieces: Piece[] = [];
  let low = 0;
  for (const a of placed(d.annotations)) {
    losses.omit(a, 'replies', 'status', 'attributes', 'author');
    if (a.tags.length > 1)
      losses.add('grouping', 'an annotation with several tags becomes several', a.quote.slice(0, 20));
    while (low < tokens.length && tokens[low]!.end <= a.span.start) low++;
    let last = low - 1;
    while (last + 1 < tokens.length && tokens[last + 1]!.start < a.span.end) last++;
    if (last < low) losses.add('blank', 'an annotation of blanks alone is left out', a.note ?? '');
    else
      for (const label of a.tags.length > 0 ? a.tags : [null]) pieces.push({ a, label, first: low, last, number: 0 });
  }
  for (const a of d.annotations) losses.omit(a, 'document');
  for (const key of Object.keys(d.attributes))
    losses.add('document-attributes', 'attributes of the document are left out', key);
  const at = new Map<number, Piece[]>();
  for (const p of pieces) for (let t = p.first; t <= p.last; t++) at.set(t, [...(at.get(t) ?? []), p]);
  let count = 0;
  for (const p of pieces) {
    const stacked = (at.get(p.first)?.length ?? 0) > 1;
    if (p.last > p.first || stacked) p.number = ++count;
  }
  const firstOf = new Map<string, Piece>();
  for (const p of pieces) if (!firstOf.has(p.a.id)) firstOf.set(p.a.id, p);
  const incoming = new Map<number, string[][]>();
  for (const r of d.relations) {
    const [from, to] = [firstOf.get(r.from), firstOf.get(r.to)];
    if (!from || !to) {
      losses.add('relation', 'a relation to an annotation without a place is left out', r.type);
      continue;
    }
    const ids = from.number || to.number ? `[${from.number}_${to.number}]` : '';
    incoming.set(to.first, [...(incoming.get(to.first) ?? []), [escaped(r.type), `${tokens[from.first]!.id}${ids}`]]);
  }
  const withRelations = incoming.size > 0;
  const cell = (list: readonly Piece[], value: (p: Piece) => string | null): string =>
    list.length === 0
      ? '_'
      : list
          .map((p) => {
            const v = value(p);
            return `${v === null || v === '' ? '*' : escaped(v)}${p.number > 0 ? `[${p.number}]` : ''}`;
          })
          .join('|');
  const blocks = sentences.map((s, i) => {
    const rows: string[] = [];
    for (let t = ranges[i]!.from; t < ranges[i]!.to; t++) {
      const token = tokens[t]!;
      const list = at.get(t) ?? [];
      const cells = [
        token.id,
        `${token.start}-${token.end}`,
        text.slice(token.start, token.end),
        cell(list, (p) => p.label),
        cell(list, (p) => p.a.note),
      ];
      if (withRelations) {
        const arrows = incoming.get(t);
        cells.push(arrows ? arrows.map((x) => x[0]).join('|') : '_', arrows ? arrows.map((x) => x[1]).join('|') : '_');
      }
      rows.push(`${cells.join('\t')}\t`);
    }
    return `#Text=${escapeText(text.slice(s.start, s.end))}\n${rows.join('\n')}\n`;
  });
  return `${HEADER}${withRelations ? RELATIONS : ''}\n\n${blocks.join('\n')}`;
}

const escapeText = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c]!);

/** Splits at a mark that is not escaped. */
function split(text: string, mark: string): string[] {
  const out: string[] = [];
  let part = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') part += text[i]! + (text[++i] ?? '');
    else if (text[i] === mark) {
      out.push(part);
      part = '';
    } else part += text[i];
  }
  return [...out, part];
}

const NUMBER = /^((?:\\.|[^\\])*?)(?:\[(\d+(?:_\d+)?)\])?$/s;

function read(name: string, tsv: string, losses: Losses): ExchangeDocument {
  const layers: { kind: string; type: string; features: string[] }[] = [];
  const rows: { id: string; start: number; end: number; token: string; cells: string[] }[] = [];
  for (const line of tsv.split('\n')) {
    const head = /^#T_(SP|RL|CH)=(.*?)\r?$/.exec(line);
    if (head) {
      const [type = '', ...features] = head[2]!.split('|');
      layers.push({ kind: head[1]!, type, features });
    }
    const [id = '', range = '', token = '', ...cells] = line.replace(/\r$/, '').split('\t');
    const [start, end] = range.split('-').map(Number);
    if (/^\d+-\d+$/.test(id) && start !== undefined && end !== undefined)
      rows.push({ id, start, end, token: unescaped(token), cells });
  }
  let raw = '';
  for (const r of rows) {
    const sentence = r.id.endsWith('-1') && raw !== '';
    if (r.start > raw.length) raw += (sentence ? '\n' : ' ').repeat(r.start - raw.length);
    raw += r.token;
  }
  const normal = new NormalText(raw);
  const spans = new Map<string, { start: number; end: number; tag: string | null; note: string | null }>();
  const arrows: { from: string; to: string; type: string }[] = [];
  let column = 0;
  for (const layer of layers) {
    const width = layer.kind === 'RL' ? layer.features.length : Math.max(1, layer.features.length);
    for (const r of rows) {
      const cells = r.cells.slice(column, column + width);
      if ((cells[0] ?? '_') === '_') continue;
      const stacks = cells.map((c) => split(c, '|').map((v) => NUMBER.exec(v) ?? [v, v, undefined]));
      for (let k = 0; k < (stacks[0]?.length ?? 0); k++) {
        const value = (i: number): string | null => {
          const v = stacks[i]?.[k]?.[1];
          return v === undefined || v === '*' || v === '_' ? null : unescaped(v);
        };
        if (layer.kind === 'SP') {
          const number = stacks[0]![k]![2];
          const id = number ? `${layer.type}#${number}` : `${layer.type}#${r.id}#${k}`;
          const note = layer.features.indexOf('note');
          const old = spans.get(id);
          if (old) old.end = r.end;
          else spans.set(id, { start: r.start, end: r.end, tag: value(0), note: note > 0 ? value(note) : null });
        } else if (layer.kind === 'RL') {
          const base = layer.features.at(-1)!.replace(/^BT_/, '');
          const link = stacks[width - 1]?.[k];
          const [from, to] = (link?.[2] ?? '0_0').split('_');
          const name = (n: string | undefined, token: string): string =>
            n && n !== '0' ? `${base}#${n}` : `${base}#${token}#0`;
          arrows.push({ from: name(from, String(link?.[1] ?? '')), to: name(to, r.id), type: value(0) ?? 'related' });
        } else losses.add('chains', 'coreference chains are left out', layer.type);
      }
    }
    column += width;
  }
  const annotations = [...spans].map(([id, s]) => {
    const span = { start: normal.fromRaw(s.start), end: normal.fromRaw(s.end) };
    const a = imported(`${name}#${id}`, span, normal.text.slice(span.start, span.end), s.tag === null ? [] : [s.tag]);
    return { ...a, note: s.note };
  });
  const relations: ExchangeRelation[] = arrows
    .filter((r) => spans.has(r.from) && spans.has(r.to))
    .map((r, i) => ({ id: `${name}#R${i + 1}`, type: r.type, from: `${name}#${r.from}`, to: `${name}#${r.to}` }));
  if (rows.length > 0)
    losses.add('blanks', 'blanks between tokens are not in the file; the text is compared without them', name);
  return { name, text: normal.text, annotations, relations, attributes: {} };
}

export const webanno: Codec = {
  id: 'webanno',
  title: 'WebAnno TSV 3.3 (INCEpTION)',
  extensions: ['.tsv'],
  export({ documents }) {
    const losses = new Losses();
    const files = documents.map((d) => textFile(`${stem(d.name)}.tsv`, write(d, losses)));
    return { files, losses: losses.list() };
  },
  import(files) {
    const losses = new Losses();
    const documents = files.map((f) => read(`${stem(f.name)}.txt`, textOf(f), losses));
    return { exchange: { documents, tags: [] }, losses: losses.list() };
  },
};
