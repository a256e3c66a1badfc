/**
 * The structure of the labelled reference documents, which are not part of this repository: POLICY_REFERENCE names
 * the folder that holds them. Changes when another field of the labels is compared.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../server/src/core/document/model.ts';
import { readStructure } from '../../server/src/core/document/read-structure.ts';

interface Label {
  readonly line: number;
  readonly marker: string;
  readonly title: string;
  readonly titleAlt?: string | readonly string[];
  readonly level: number;
  readonly optional?: boolean;
}

interface Gold {
  readonly kind: string;
  readonly kindAlt?: readonly string[];
  readonly title: string | null;
  readonly titleAlt?: string | readonly string[];
  readonly source: string | { readonly name: string } | null;
  readonly sourceAlt?: string | readonly string[];
  readonly docNumber?: string | null;
  readonly docNumberAlt?: string | readonly string[];
  readonly numbered?: readonly Label[];
  readonly outline?: readonly Label[];
}

const folder = process.env['POLICY_REFERENCE'];
const sets = [
  ['gold', 'seeds'],
  ['corpus/gold', 'corpus'],
] as const;

const norm = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, '').replaceAll(',', '，').replaceAll('(', '（').replaceAll(')', '）');
const list = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];
const flat = (sections: readonly Section[]): Section[] => sections.flatMap((s) => [s, ...flat(s.children)]);

function read(file: string): string {
  const text = readFileSync(file, 'utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function check(gold: Gold, text: string): void {
  const s = readStructure(text);
  expect([gold.kind, ...list(gold.kindAlt)]).toContain(s.kind);
  expect([gold.title, ...list(gold.titleAlt)].map(norm)).toContain(norm(s.title?.text));
  const source = typeof gold.source === 'string' ? gold.source : gold.source?.name;
  expect([source, ...list(gold.sourceAlt)].map(norm)).toContain(norm(s.source?.text));
  if ('docNumber' in gold)
    expect([gold.docNumber, ...list(gold.docNumberAlt)].map(norm)).toContain(norm(s.docNumber?.text));
  const labels = (gold.numbered ?? gold.outline ?? []).filter((l) => !l.optional);
  const found = flat(s.outline).filter((x) => x.marker !== null && x.kind !== 'item');
  const key = (line: number, marker: string, level: number) => `${line} ${norm(marker)} ${level}`;
  expect(found.map((x) => key(s.lines.lineAt(x.headingSpan.start) + 1, x.marker ?? '', x.level))).toEqual(
    labels.map((l) => key(l.line, l.marker, l.level)),
  );
  for (const [i, label] of labels.entries()) {
    expect([label.title, ...list(label.titleAlt)].map(norm), `line ${label.line}`).toContain(norm(found[i]?.title));
  }
}

describe.skipIf(folder === undefined)(
  `labelled documents (POLICY_REFERENCE ${folder === undefined ? 'is not set: not run' : 'is set'})`,
  () => {
    const root = folder ?? '';
    const documents =
      folder === undefined
        ? []
        : sets.flatMap(([gold, texts]) =>
            readdirSync(path.join(root, gold))
              .filter((name) => /^\d.*\.json$/.test(name))
              .map(
                (name) =>
                  [name, path.join(root, gold, name), path.join(root, texts, name.replace(/json$/, 'txt'))] as const,
              ),
          );
    it('are there', () => expect(documents.length).toBeGreaterThanOrEqual(12));
    it.each(documents)('%s', (_name, gold, text) => {
      expect(existsSync(text)).toBe(true);
      check(JSON.parse(readFileSync(gold, 'utf8')) as Gold, read(text));
    });
  },
);
