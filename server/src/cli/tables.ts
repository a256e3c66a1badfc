/** Tables as CSV, Markdown and aligned text. Changes when a table format is added. */

/** CSV for spreadsheets: UTF-8 with byte order mark, CR LF, quoted where needed, nothing that starts a formula. */
export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => value.replace(/[\\|`*_[\]<>]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, '<br>');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map((row) => line(row.map(cell))).join('');
}

/** Columns of a terminal: Chinese characters and full-width marks take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const c of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}“”‘’—…]/u.test(
        c,
      )
        ? 2
        : 1;
  return width;
}

/** Columns aligned by display width, two blanks between; the last one is as long as it is. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
    });
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i]! - displayWidth(cell) + 2)))
      .join('');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}
