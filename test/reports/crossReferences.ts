/**
 * Compares what the workspace knows of the five sample documents with test/fixtures/gold/cross-references.json, class by
 * class. Used by scripts/xref-report.mjs, which prints it, and by the corpus tests, which hold it to a floor.
 */
import fs from 'node:fs';
import path from 'node:path';
import { documentRows } from './xref/documents.ts';
import { facts } from './xref/facts.ts';
import type { Gold } from './xref/gold.ts';
import { homonyms } from './xref/homonyms.ts';
import { type Figure, Samples } from './xref/samples.ts';
import { shortForms } from './xref/shortForms.ts';
import { terms } from './xref/terms.ts';

export type { Figure } from './xref/samples.ts';

/** All figures by class. */
export function crossReferences(root: string): Record<string, Figure> {
  const gold = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/gold/cross-references.json'), 'utf8')) as Gold;
  const samples = new Samples(root);
  return {
    ...terms(gold, samples),
    ...shortForms(gold, samples),
    ...homonyms(gold, samples),
    ...documentRows(gold, samples),
    ...facts(gold, samples),
  };
}
