/**
 * Mentions against hand-made labels: the samples' always, those of the reference folder where it is.
 * Changes when a field is scored differently. POLICY_REFERENCE names the folder; unset skips, set and missing fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from '../../server/src/core/document/model.ts';
import { parse } from '../../server/src/core/document/parse.ts';
import { termKey } from '../../server/src/core/text/fold.ts';

interface Gold {
  readonly dates?: readonly { role: string; roleAlt?: string | string[]; value: string; alt?: string | string[] }[];
  readonly datesOptional?: readonly string[];
  readonly meeting: { congress: number | null; session: number | null; enlarged?: boolean; optional?: boolean } | null;
  readonly attendance?: { members: number; alternates: number };
  readonly references?: readonly (string | { title: string })[];
  readonly enumerations?: readonly {
    declared: string;
    count: number;
    items?: string[];
    found?: number;
    headingLines?: number[];
  }[];
  readonly enumerationsOptional?: readonly { declared: string; count: number }[];
  readonly slogans?: readonly string[];
  readonly slogansOptional?: readonly string[];
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
const plain = (s: string): string =>
  s
    .replace(/[\s\u3000]+/g, '')
    .replace(/,/g, '，')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
const bare = (s: string): string => plain(s).replace(/[“”「」『』"]/g, '');
const day = (value: string | null): string => (value ?? '').replace(/^--/, '');

/** F1 of what was read against what must be; `free` counts neither way. */
function f1(must: readonly (readonly string[])[], read: readonly string[], free: readonly string[] = []): number {
  const rest = [...read];
  let hits = 0;
  for (const alternatives of must) {
    const at = rest.findIndex((r) => alternatives.includes(r));
    if (at < 0) continue;
    hits++;
    rest.splice(at, 1);
  }
  const extra = rest.filter((r) => !free.includes(r)).length;
  const total = 2 * hits + extra + (must.length - hits);
  return total === 0 ? 1 : (2 * hits) / total;
}

function scores(gold: Gold, doc: PolicyDocument): Record<string, number> {
  const dates = new Set(doc.dates.filter((d) => d.role !== 'mentioned').map((d) => `${d.role}:${day(d.value)}`));
  const meeting = (m: { congress: number | null; session: number | null; enlarged?: boolean } | null): string =>
    m === null ? 'none' : `${m.congress}/${m.session}/${m.enlarged ?? false}`;
  const read = meeting(doc.meeting);
  const wanted = [meeting(gold.meeting), ...(gold.meeting?.optional ? ['none'] : [])];
  const counted = (e: NonNullable<Gold['enumerations']>[number]): number =>
    e.items?.length ?? e.headingLines?.length ?? e.found ?? e.count;
  const got = doc.enumerations.map((e) => ({ words: bare(e.declared), count: e.items.length }));
  // The same words, or one within the other, with the same count; each label answers once.
  const labels = new Set([...(gold.enumerations ?? []), ...(gold.enumerationsOptional ?? [])]);
  const take = (count: number, same: (declared: string) => boolean): string | undefined => {
    for (const label of labels) {
      if (counted(label) !== count || !same(bare(label.declared))) continue;
      labels.delete(label);
      return `${bare(label.declared)}=${count}`;
    }
    return undefined;
  };
  const exact = got.map((e) => take(e.count, (declared) => declared === e.words));
  const names = got.map(
    (e, i) => exact[i] ?? take(e.count, (d) => d.includes(e.words) || e.words.includes(d)) ?? `${e.words}=${e.count}`,
  );
  return {
    dates: f1(
      (gold.dates ?? []).map((d) =>
        [d.role, ...list(d.roleAlt)].flatMap((role) =>
          [d.value, ...list(d.alt)].map((value) => `${role}:${day(value)}`),
        ),
      ),
      [...dates],
      gold.datesOptional,
    ),
    meeting: wanted.includes(read) ? 1 : 0,
    attendance:
      gold.attendance === undefined ||
      (doc.attendance?.members === gold.attendance.members && doc.attendance.alternates === gold.attendance.alternates)
        ? 1
        : 0,
    references: f1(
      [...new Set((gold.references ?? []).map((r) => plain(typeof r === 'string' ? r : r.title)))].map((r) => [r]),
      [...new Set(doc.references.filter((r) => !r.periodical).map((r) => plain(r.title)))],
    ),
    enumerations: f1(
      (gold.enumerations ?? []).map((e) => [`${bare(e.declared)}=${counted(e)}`]),
      names,
      (gold.enumerationsOptional ?? []).map((e) => `${bare(e.declared)}=${counted(e)}`),
    ),
    terms: f1(
      [...new Set((gold.slogans ?? []).map(plain))].map((s) => [s]),
      [
        ...new Set(
          doc.terms
            .filter((t) => t.quoted && !['quotation', 'metaphor', 'unknown'].includes(t.category))
            .map((t) => plain(t.text)),
        ),
      ],
      (gold.slogansOptional ?? []).map(plain),
    ),
  };
}

function check(golds: string, documents: string): void {
  const names = readdirSync(golds).filter((f) => /^\d.*\.json$/.test(f));
  test('there are labels', () => expect(names.length).toBeGreaterThan(0));
  for (const name of names) {
    const gold = JSON.parse(readFileSync(path.join(golds, name), 'utf8')) as Gold;
    const text = readFileSync(path.join(documents, name.replace(/\.json$/, '.txt')), 'utf8');
    const { terms, ...exact } = scores(gold, parse(text));
    test(`${name}: dates, meeting, attendance, references, enumerations`, () => {
      expect(exact).toEqual({ dates: 1, meeting: 1, attendance: 1, references: 1, enumerations: 1 });
    });
    test(`${name}: quoted terms`, () => expect(terms).toBeGreaterThanOrEqual(gold.slogans?.length === 0 ? 1 : 0.9));
  }
}

const root = path.join(import.meta.dirname, '../..');
describe('samples', () => check(path.join(root, 'test/fixtures/gold'), path.join(root, 'seeds')));

describe('inventory of terms', () => {
  interface Entry {
    readonly text: string;
    readonly mark?: string;
    readonly class: string;
    readonly also?: readonly string[];
    readonly docs: readonly string[];
  }
  const inventory = JSON.parse(readFileSync(path.join(root, 'test/fixtures/gold/term-inventory.json'), 'utf8')) as {
    documents: Record<string, { file: string }>;
    quoted: readonly Entry[];
  };
  const name = (c: string): string => (c === 'metaphor/scare-quote' ? 'metaphor' : c === 'place-brand' ? 'brand' : c);
  const documents = new Map(
    Object.entries(inventory.documents).map(([id, { file }]) => [
      id,
      parse(readFileSync(path.join(root, 'seeds', file), 'utf8')),
    ]),
  );
  const entries = inventory.quoted.filter((entry) => entry.mark !== '《》');
  const classes = (entry: Entry): string[] =>
    entry.docs.flatMap((id) =>
      documents
        .get(id)!
        .terms.filter((t) => t.quoted && t.normal === termKey(entry.text))
        .map((t) => t.category),
    );

  test('every quoted string is found', () => {
    expect(entries.filter((entry) => classes(entry).length === 0).map((entry) => entry.text)).toEqual([]);
  });

  test('nine of ten have their class, or the second class that they have as well', () => {
    const right = entries.filter((entry) =>
      [entry.class, ...(entry.also ?? [])].map(name).includes(classes(entry)[0]!),
    );
    expect(right.length / entries.length).toBeGreaterThanOrEqual(0.9);
  });
});

const reference = process.env['POLICY_REFERENCE'];
describe.skipIf(reference === undefined)('reference documents (skipped: POLICY_REFERENCE is unset)', () => {
  if (reference === undefined) return;
  const folder = path.join(reference, 'corpus');
  if (!existsSync(folder)) {
    test('the folder that POLICY_REFERENCE names holds a corpus', () => expect(folder).toBe('there'));
    return;
  }
  check(path.join(folder, 'gold'), folder);
});
