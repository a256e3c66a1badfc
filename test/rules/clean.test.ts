/** Documents without a slip, one of each kind and script: everything above a hint would be a false alarm. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossaryContext } from '../../server/src/core/checks/glossary-context.ts';
import { Checker } from '../../server/src/core/checks/run.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { glossaryWith } from '../../server/src/core/glossary/entries.ts';

const folder = path.join(import.meta.dirname, 'clean');
const files = fs.readdirSync(folder).sort();
const checker = new Checker({});
const context = { uri: 'file:///clean.txt', others: [], glossary: glossaryContext(glossaryWith()) };
const above = (text: string): string[] => {
  const doc = parse(text);
  return checker
    .run(doc, context)
    .filter((f) => f.severity !== 'hint')
    .map((f) => `${doc.lines.lineAt(f.span.start) + 1} ${f.rule}: ${f.message}`);
};

describe('a clean document', () => {
  it('is there in a dozen kinds', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });
  it.each(files)('%s gives no finding above a hint', (file) => {
    expect(above(fs.readFileSync(path.join(folder, file), 'utf8'))).toEqual([]);
  });
  it.each(files)('%s does, once a comma is made half width', (file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const at = text.search(/(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/);
    expect(at).toBeGreaterThan(0);
    expect(above(`${text.slice(0, at)},${text.slice(at + 1)}`)).toHaveLength(1);
  });
});
