/**
 * Rows of CSV and TSV as spreadsheets write them (RFC 4180): cells in quotation marks may hold the delimiter, line ends
 * and doubled quotation marks. Changes when another dialect is read.
 */

export interface Row {
  readonly cells: readonly string[];
  /** One-based line of the text where the row begins. */
  readonly line: number;
}

const FORMULA = /^[=+\-@\t\r']/;

/** A cell that no spreadsheet runs as a formula: an apostrophe is put before what would begin one. */
export const safeCell = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);
/** The value of a cell that `safeCell` wrote. */
export const plainCell = (value: string): string => value.replace(/^'(?=[=+\-@\t\r'])/, '');

/** One row with its line end. */
export function writeRow(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) => {
    const safe = safeCell(cell);
    return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(delimiter)}\r\n`;
}

/** The cell in quotation marks that begins at `start`, and where it ends; null where the marks do not enclose a cell. */
function quotedCell(text: string, start: number, delimiter: string): { value: string; end: number } | null {
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] !== '"') value += text[i];
    else if (text[i + 1] === '"') {
      value += '"';
      i++;
    } else {
      const next = text[i + 1];
      return next === undefined || next === delimiter || next === '\n' || next === '\r' ? { value, end: i + 1 } : null;
    }
  }
  return null;
}

/** Rows that have anything in them. */
export function readRows(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const end = (): void => {
    if (cells.some((c) => c !== '')) rows.push({ cells, line: begun });
    cells = [];
  };
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null;
    let stop = quoted?.end ?? at;
    while (stop < text.length && text[stop] !== delimiter && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    cells.push(quoted ? quoted.value : text.slice(at, stop));
    if (quoted) line += quoted.value.split(/\r\n|\r|\n/).length - 1;
    at = stop + 1;
    if (text[stop] === delimiter) {
      if (at === text.length) cells.push('');
      continue;
    }
    if (text[stop] === '\r' && text[at] === '\n') at++;
    end();
    line++;
    begun = line;
  }
  end();
  return rows;
}
