/**
 * Glossaries as tables: CSV and TSV, one row an entry. Changes when a column is added.
 * Lists are separated by `|`, the parts of a component or source by ` = `; see pairs.ts.
 */
import type { FileEntry } from './model.ts';
import { joinList, joinPair, splitList, splitPair } from './pairs.ts';
import { plainCell, readRows, writeRow } from './rows.ts';
import { type ImportProblem, vetted } from './vet.ts';

export const COLUMNS = [
  'term',
  'aliases',
  'category',
  'scope',
  'definition_zh',
  'definition_en',
  'translation',
  'translation_source',
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

function cells(e: FileEntry): Record<Column, string> {
  return {
    term: e.term,
    aliases: joinList(e.aliases ?? []),
    category: e.category ?? '',
    scope: e.scope ?? '',
    definition_zh: e.definition?.zh ?? '',
    definition_en: e.definition?.en ?? '',
    translation: e.translation ?? '',
    translation_source: e.translationSource ?? '',
    components: joinList((e.components ?? []).map((c) => joinPair(c.en === undefined ? [c.zh] : [c.zh, c.en]))),
    count: e.count === undefined ? '' : String(e.count),
    origin_date: e.origin?.date ?? '',
    origin_by: e.origin?.by ?? '',
    origin_where: e.origin?.where ?? '',
    sources: joinList(
      (e.sources ?? []).map((s) => joinPair([s.title, s.kind, ...(s.url === undefined ? [] : [s.url])])),
    ),
    confidence: e.confidence ?? '',
    quoted: e.quoted === undefined ? '' : typeof e.quoted === 'boolean' ? String(e.quoted) : joinList(e.quoted),
    not: joinList(e.not ?? []),
    from: e.from ?? '',
    to: e.to ?? '',
  };
}

/** Entries as CSV (`,`) or TSV with CR LF; the first row names the columns. */
export function toTable(entries: readonly FileEntry[], delimiter: ',' | '\t' = ','): string {
  const rows = entries.map((entry) => {
    const values = cells(entry);
    return writeRow(
      COLUMNS.map((c) => values[c]),
      delimiter,
    );
  });
  return writeRow(COLUMNS, delimiter) + rows.join('');
}

export interface TableRead {
  readonly entries: readonly FileEntry[];
  /** Rows without a term, and values that are no good, which are left out. */
  readonly problems: readonly ImportProblem[];
}

/** The column of a value in an entry. */
const columnOf = ([key, inner]: readonly (string | number)[]): string =>
  key === 'translationSource' ? 'translation_source' : typeof inner === 'string' ? `${key}_${inner}` : String(key);

/** Reads CSV or TSV, told apart by the first row. Unknown columns are passed over; without headings the first is the term, the second its translation. */
export function fromTable(source: string): TableRead {
  const text = source.replace(/^\ufeff/, '');
  const firstLine = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const rows = readRows(text, firstLine.includes('\t') ? '\t' : ',');
  const names = (rows[0]?.cells ?? []).map((h): Column | null => {
    const name = h.trim().toLowerCase();
    return (COLUMNS as readonly string[]).includes(name) ? (name as Column) : (OTHER_NAMES[name] ?? null);
  });
  const headed = names.includes('term');
  const columns: (Column | null)[] = headed ? names : ['term', 'translation'];
  const entries: FileEntry[] = [];
  const problems: ImportProblem[] = [];
  for (const row of headed ? rows.slice(1) : rows) {
    const get = (column: Column): string => {
      const at = columns.indexOf(column);
      return at < 0 ? '' : plainCell((row.cells[at] ?? '').trim());
    };
    const entry = vetted(entryOf(get), ({ path, ...fault }) =>
      problems.push({ line: row.line, field: columnOf(path), ...fault }),
    );
    if (entry) entries.push(entry);
  }
  return { entries, problems };
}

/** The entry of a row with everything that is not empty, unchecked. */
function entryOf(get: (column: Column) => string): Record<string, unknown> {
  const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined => {
    const some = Object.entries(fields).filter(([, v]) => v !== '' && v !== undefined && !isEmpty(v));
    return some.length === 0 ? undefined : Object.fromEntries(some);
  };
  const count = get('count');
  const quoted = get('quoted');
  return (
    filled({
      term: get('term'),
      aliases: splitList(get('aliases')),
      category: get('category'),
      scope: get('scope'),
      quoted: quoted === 'true' ? true : quoted === 'false' ? false : splitList(quoted),
      not: splitList(get('not')),
      definition: filled({ zh: get('definition_zh'), en: get('definition_en') }),
      translation: get('translation'),
      translationSource: get('translation_source'),
      components: splitList(get('components')).map((c) => {
        const [zh, en] = splitPair(c);
        return filled({ zh, en });
      }),
      count: count === '' ? '' : /^\d+$/.test(count) ? Number(count) : count,
      origin: filled({ date: get('origin_date'), by: get('origin_by'), where: get('origin_where') }),
      sources: splitList(get('sources')).map((s) => {
        const [title, kind, url] = splitPair(s);
        return filled({ title, kind: kind ?? 'no-address', url });
      }),
      confidence: get('confidence'),
      from: get('from'),
      to: get('to'),
    }) ?? {}
  );
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
