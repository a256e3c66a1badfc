#!/usr/bin/env node
// Prints how well terms are found: quoted strings by class, unquoted programmes by precision and recall, against the
// inventory of the sample documents. usage: POLICY_REFERENCE=folder node scripts/term-report.mjs [--verbose]
// The folder holds gold/term-inventory.json; the documents are those of seeds/.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const reference = process.env.POLICY_REFERENCE;
const inventoryFile = reference
  ? path.join(reference, 'gold/term-inventory.json')
  : path.join(root, 'test/fixtures/gold/term-inventory.json');
if (!existsSync(inventoryFile)) {
  console.error(`no inventory at ${inventoryFile}: set POLICY_REFERENCE`);
  process.exit(2);
}
const verbose = process.argv.includes('--verbose');
const folder = mkdtempSync(path.join(tmpdir(), 'term-report-'));
const bundle = path.join(folder, 'parse.mjs');
await build({
  stdin: {
    contents:
      "export { parse } from './server/src/core/document/parse.ts'; export { termKey } from './server/src/core/text/fold.ts';",
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  logLevel: 'error',
});
const { parse, termKey } = await import(pathToFileURL(bundle).href);
rmSync(folder, { recursive: true });

const inventory = JSON.parse(readFileSync(inventoryFile, 'utf8'));
const documents = new Map(
  Object.entries(inventory.documents).map(([id, { file }]) => {
    const text = readFileSync(path.join(root, 'seeds', file), 'utf8');
    return [id, parse(text)];
  }),
);
// The inventory has no class for idioms: it files them with the metaphors.
const alike = { 'metaphor/scare-quote': 'metaphor', 'place-brand': 'brand', idiom: 'metaphor' };
const name = (category) => alike[category] ?? category;

/** Quoted strings: found at all, and their class (the first or one of the also-named). */
let found = 0;
let total = 0;
let strict = 0;
let lenient = 0;
const wrong = [];
for (const entry of inventory.quoted) {
  if (entry.mark === '《》') continue;
  total++;
  const key = termKey(entry.text);
  const mentions = entry.docs.flatMap(
    (id) => documents.get(id)?.terms.filter((t) => t.quoted && t.normal === key) ?? [],
  );
  if (mentions.length === 0) {
    wrong.push(`missed ${entry.text}`);
    continue;
  }
  found++;
  const counts = new Map();
  for (const { category } of mentions) counts.set(category, (counts.get(category) ?? 0) + 1);
  const [given] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const category = name(given);
  if (category === name(entry.class)) strict++;
  if ([entry.class, ...(entry.also ?? [])].map(name).includes(category)) lenient++;
  else
    wrong.push(`class ${entry.text}: ${entry.class}${entry.also?.length ? ` (${entry.also})` : ''}, got ${category}`);
}
const percent = (n, of) => `${((100 * n) / (of || 1)).toFixed(1)} %`;
console.log(
  `quoted terms      found ${found}/${total}, class ${percent(strict, total)}, class or second class ${percent(lenient, total)}`,
);

/** Unquoted programmes: exact key per document; the same noun with another left edge counts as near. */
const expected = new Map();
for (const entry of inventory.unquoted_programs) {
  const ids = new Set((entry.occurrences ?? []).map((o) => o.doc));
  for (const id of ids) {
    if (!expected.has(id)) expected.set(id, new Map());
    expected.get(id).set(termKey(entry.text), entry);
  }
}
let exact = 0;
let near = 0;
let wanted = 0;
let given = 0;
let givenNear = 0;
const missing = [];
const extra = [];
const edges = [];
for (const [id, doc] of documents) {
  const gold = expected.get(id) ?? new Map();
  const got = new Set(doc.terms.filter((t) => !t.quoted).map((t) => t.normal));
  wanted += gold.size;
  given += got.size;
  const ends = (a, b) => a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a);
  for (const key of gold.keys()) {
    const other = got.has(key) ? key : [...got].find((g) => ends(g, key));
    if (other === key) exact++;
    else if (other !== undefined) {
      near++;
      edges.push(`${id} ${key}, got ${other}`);
    } else missing.push(`${id} ${gold.get(key).class} ${key}`);
  }
  for (const key of got) {
    if (gold.has(key) || [...gold.keys()].some((g) => ends(g, key))) givenNear++;
    else extra.push(`${id} ${key}`);
  }
}
console.log(
  `programmes        recall ${percent(exact, wanted)} exact, ${percent(exact + near, wanted)} with another edge (of ${wanted})`,
);
console.log(
  `                  precision ${percent(exact, given)} exact, ${percent(givenNear, given)} with another edge (of ${given})`,
);
if (verbose)
  for (const line of [
    ...wrong,
    ...edges.map((e) => `edge ${e}`),
    ...missing.map((m) => `missed ${m}`),
    ...extra.map((e) => `extra ${e}`),
  ])
    console.log(line);
