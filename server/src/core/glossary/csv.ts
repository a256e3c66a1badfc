/**
 * Glossaries as tables: CSV (RFC 4180) and TSV, one row an entry. Changes when a column is added.
 * Lists are separated by `|`; a pair of a component or source by ` = `. Cells that a spreadsheet would run as a formula
 * get an apostrophe, which is taken away again on reading.
 */
import {
  type Bilingual,
  CONFIDENCES,
  type Confidence,
  ENTRY_CATEGORIES,
  type EntryCategory,
  type EntrySource,
  type FileEntry,
  SOURCE_KINDS,
  type SourceKind,
} from './model.ts';

export const COLUMNS = [
  'term',
  'aliases',
  'category',
  'scope',
  'definition_zh',
  'definition_en',
  'translation',
  'components',
  'count',
  'origin_date',
  'origin_by',
  'origin_where',
  'sources',
  'confidence',
  'quoted',
  'not',
  'from',
  'to',
] as const;
type Column = (typeof COLUMNS)[number];

/** Headings that other tools use for our columns. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
  术语: 'term',
  词条: 'term',
  source: 'term',
  'source term': 'term',
  zh: 'term',
  别名: 'aliases',
  alias: 'aliases',
  synonyms: 'aliases',
  类别: 'category',
  范围: 'scope',
  释义: 'definition_zh',
  定义: 'definition_zh',
  definition: 'definition_zh',
  英文释义: 'definition_en',
  英译: 'translation',
  译文: 'translation',
  英文: 'translation',
  en: 'translation',
  target: 'translation',
  'target term': 'translation',
  组成: 'components',
  来源: 'sources',
};

const pair = (c: Bilingual): string => (c.en === undefined ? c.zh : `${c.zh} = ${c.en}`);

function cells(e: FileEntry): Record<Column, string> {
  return {
    term: e.term,
    aliases: (e.aliases ?? []).join('|'),
    category: e.category ?? '',
    scope: e.scope ?? '',
    definition_zh: e.definition?.zh ?? '',
    definition_en: e.definition?.en ?? '',
    translation: e.translation ?? '',
    components: (e.components ?? []).map(pair).join('|'),
    count: e.count === undefined ? '' : String(e.count),
    origin_date: e.origin?.date ?? '',
    origin_by: e.origin?.by ?? '',
    origin_where: e.origin?.where ?? '',
    sources: (e.sources ?? [])
      .map((s) => [s.title, s.kind, ...(s.url === undefined ? [] : [s.url])].join(' = '))
      .join('|'),
    confidence: e.confidence ?? '',
    quoted: e.quoted === undefined ? '' : typeof e.quoted === 'boolean' ? String(e.quoted) : e.quoted.join('|'),
    not: (e.not ?? []).join('|'),
    from: e.from ?? '',
    to: e.to ?? '',
  };
}

/** Entries as CSV with CR LF (`,`) or TSV; the first row names the columns. */
export function toTable(entries: readonly FileEntry[], delimiter: ',' | '\t' = ','): string {
  const cell = (value: string): string => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    if (delimiter === '\t') return safe.replace(/[\t\r\n]+/g, ' ');
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [COLUMNS.join(delimiter)];
  for (const entry of entries) {
    const values = cells(entry);
    rows.push(COLUMNS.map((c) => cell(values[c])).join(delimiter));
  }
  return `${rows.join('\r\n')}\r\n`;
}

/** Rows of cells; quoted cells may hold line ends. */
function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(value);
    value = '';
    if (row.some((v) => v !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') value += c;
      else if (text[i + 1] === '"') {
        value += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && value === '' && delimiter === ',') quoted = true;
    else if (c === delimiter) {
      row.push(value);
      value = '';
    } else if (c === '\n') endRow();
    else if (c !== '\r' || text[i + 1] !== '\n') value += c;
  }
  endRow();
  return rows;
}

export interface TableRead {
  readonly entries: readonly FileEntry[];
  /** One-based row numbers that held no term or a value that is no good, with the column at fault. */
  readonly problems: readonly { readonly row: number; readonly column: string }[];
}

const list = (value: string): string[] =>
  value
    .split('|')
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** Reads CSV or TSV, told apart by the first row. Unknown columns are passed over; without headings the first is the term, the second its translation. */
export function fromTable(source: string): TableRead {
  const text = source.replace(/^\ufeff/, '');
  const firstLine = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const rows = rowsOf(text, firstLine.includes('\t') ? '\t' : ',');
  const names = (rows[0] ?? []).map((h): Column | null => {
    const name = h.trim().toLowerCase();
    return (COLUMNS as readonly string[]).includes(name) ? (name as Column) : (OTHER_NAMES[name] ?? null);
  });
  const headed = names.includes('term');
  const columns: (Column | null)[] = headed ? names : ['term', 'translation'];
  const entries: FileEntry[] = [];
  const problems: { row: number; column: string }[] = [];
  rows.slice(headed ? 1 : 0).forEach((row, i) => {
    const number = i + (headed ? 2 : 1);
    const get = (column: Column): string => {
      const at = columns.indexOf(column);
      return at < 0 ? '' : (row[at] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    };
    if (get('term').length < 2) problems.push({ row: number, column: 'term' });
    else entries.push(entryOf(get, (column) => problems.push({ row: number, column })));
  });
  return { entries, problems };
}

function entryOf(get: (column: Column) => string, bad: (column: Column) => void): FileEntry {
  const some = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
    (value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;
  const oneOf = <T extends string>(column: Column, all: readonly T[]): T | undefined => {
    const value = get(column);
    if (value === '') return undefined;
    if (all.includes(value as T)) return value as T;
    bad(column);
    return undefined;
  };
  const category: EntryCategory | undefined = oneOf('category', ENTRY_CATEGORIES);
  const confidence: Confidence | undefined = oneOf('confidence', CONFIDENCES);
  const definition = { ...some('zh', get('definition_zh')), ...some('en', get('definition_en')) };
  const origin = {
    ...some('date', get('origin_date')),
    ...some('by', get('origin_by')),
    ...some('where', get('origin_where')),
  };
  const components = list(get('components')).map((c): Bilingual => {
    const [zh, en] = c.split(' = ');
    return en === undefined ? { zh: zh! } : { zh: zh!, en };
  });
  const sources = list(get('sources')).map((s): EntrySource => {
    const [title, kind, url] = s.split(' = ');
    const known = SOURCE_KINDS.includes(kind as SourceKind) ? (kind as SourceKind) : 'no-address';
    return { title: title!, kind: known, ...some('url', url ?? '') };
  });
  const count = Number(get('count'));
  if (get('count') !== '' && !(Number.isInteger(count) && count > 0)) bad('count');
  const quoted = get('quoted');
  const aliases = list(get('aliases'));
  const not = list(get('not'));
  return {
    term: get('term'),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(category ? { category } : {}),
    ...some('scope', get('scope')),
    ...(quoted === '' ? {} : { quoted: quoted === 'true' ? true : quoted === 'false' ? false : list(quoted) }),
    ...(not.length > 0 ? { not } : {}),
    ...(Object.keys(definition).length > 0 ? { definition } : {}),
    ...some('translation', get('translation')),
    ...(components.length > 0 ? { components } : {}),
    ...(Number.isInteger(count) && count > 0 ? { count } : {}),
    ...(Object.keys(origin).length > 0 ? { origin } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(confidence ? { confidence } : {}),
    ...some('from', get('from')),
    ...some('to', get('to')),
  };
}
