/** CSV: one line an annotation, for spreadsheets. Changes when a column is added. Places in code points. */
import type { Json } from '../model.ts';
import { describe } from '../selectors.ts';
import { NormalText } from '../units.ts';
import { textFile, textOf } from './bytes.ts';
import {
  type Codec,
  type ExchangeAnnotation,
  type ExchangeDocument,
  type ExchangeRelation,
  type ExchangeReply,
  Losses,
} from './exchange.ts';
import { asArray, asObject, imported } from './text.ts';

const COLUMNS = [
  'document',
  'id',
  'start',
  'end',
  'text',
  'tags',
  'note',
  'author',
  'created',
  'modified',
  'motivation',
  'status',
  'reason',
  'replies',
  'attributes',
  'relations',
  'prefix',
  'suffix',
] as const;
type Column = (typeof COLUMNS)[number];

/** Quoted where needed; what a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string): string {
  const safe = /^['=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function rows(text: string): string[][] {
  const out: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        value += c;
        i++;
      } else if (c === '"') quoted = false;
      else value += c;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(value);
      value = '';
      if (c === '\n') {
        out.push(row);
        row = [];
      }
    } else if (c !== '\r') value += c;
  }
  if (value !== '' || row.length > 0) out.push([...row, value]);
  return out;
}

function line(a: ExchangeAnnotation, d: ExchangeDocument, text: NormalText): string {
  const target = a.span ? describe(text, a.span, '') : null;
  const relations = d.relations.filter((r) => r.from === a.id).map(({ type, to }) => ({ type, to }));
  const json = (v: readonly unknown[] | object): string =>
    (Array.isArray(v) ? v.length : Object.keys(v).length) > 0 ? JSON.stringify(v) : '';
  const values: Record<Column, string> = {
    document: d.name,
    id: a.id,
    start: target ? String(target.position.start) : '',
    end: target ? String(target.position.end) : '',
    text: a.quote,
    tags: a.tags.map((t) => t.replace(/[\\;]/g, '\\$&')).join(';'),
    note: a.note ?? '',
    author: a.author,
    created: a.created,
    modified: a.modified,
    motivation: a.motivation,
    status: a.status,
    reason: a.reason ?? '',
    replies: json(a.replies),
    attributes: json(a.attributes),
    relations: json(relations),
    prefix: target?.quote.prefix ?? '',
    suffix: target?.quote.suffix ?? '',
  };
  return COLUMNS.map((c) => cell(values[c])).join(',');
}

const listOf = (text: string): string[] =>
  text === '' ? [] : [...text.matchAll(/((?:\\.|[^;\\])+)(?:;|$)/g)].map((m) => m[1]!.replace(/\\(.)/g, '$1').trim());

export const csv: Codec = {
  id: 'csv',
  title: 'CSV',
  extensions: ['.csv'],
  export({ documents }) {
    const losses = new Losses();
    const lines = documents.flatMap((d) => {
      for (const key of Object.keys(d.attributes))
        losses.add('document-attributes', 'attributes of the document are left out', key);
      const text = new NormalText(d.text ?? '');
      return d.annotations.map((a) => line(a, d, text));
    });
    // A byte order mark, for Excel takes the file for another encoding without it.
    return {
      files: [textFile('annotations.csv', `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`)],
      losses: losses.list(),
    };
  },
  import(files) {
    const losses = new Losses();
    const documents = new Map<string, { annotations: ExchangeAnnotation[]; relations: ExchangeRelation[] }>();
    const json = (text: string): unknown => {
      try {
        return text === '' ? null : (JSON.parse(text) as unknown);
      } catch {
        losses.add('cell', 'a cell is not the JSON that it should be', text.slice(0, 30));
        return null;
      }
    };
    for (const f of files) {
      const [head = [], ...body] = rows(textOf(f));
      const at = new Map(head.map((name, i) => [name.trim(), i]));
      for (const row of body) {
        const get = (c: Column): string => (row[at.get(c) ?? -1] ?? '').replace(/^'(?=['=+\-@\t\r])/, '');
        if (row.every((v) => v === '')) continue;
        const d = documents.get(get('document')) ?? { annotations: [], relations: [] };
        documents.set(get('document'), d);
        const quote = get('text');
        const placed = get('start') !== '' || quote !== '';
        const id = get('id') || `${f.name}#${d.annotations.length}`;
        const tags = listOf(get('tags'));
        const replies = asArray(json(get('replies'))).map((r) => asObject(r) as unknown as ExchangeReply);
        d.annotations.push({
          ...imported(id, null, quote, tags),
          motivation: get('motivation') || (tags.length > 0 ? 'tagging' : 'commenting'),
          author: get('author'),
          created: get('created'),
          modified: get('modified') || get('created'),
          note: get('note') || null,
          status: get('status') === 'resolved' ? 'resolved' : 'open',
          reason: get('reason') || null,
          replies,
          attributes: asObject(json(get('attributes'))) as Record<string, Json>,
          ...(placed
            ? {
                selector: {
                  prefix: get('prefix'),
                  suffix: get('suffix'),
                  start: Number(get('start') || 0),
                  end: Number(get('end') || 0),
                },
              }
            : {}),
        });
        for (const r of asArray(json(get('relations'))).map(asObject)) {
          d.relations.push({ id: `${id}#${String(r['to'])}`, type: String(r['type']), from: id, to: String(r['to']) });
        }
      }
    }
    return {
      exchange: {
        documents: [...documents].map(([name, d]) => ({ name, text: null, ...d, attributes: {} })),
        tags: [],
      },
      losses: losses.list(),
    };
  },
};
