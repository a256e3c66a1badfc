/**
 * The outlines of all reference documents as reviewed by eye: shape, places and hashes of titles, never their words.
 * Changes when a line of a snapshot tells more. Run with WRITE_OUTLINES=1 to write the snapshots anew, then read the diff.
 * POLICY_REFERENCE names the folder of the documents; where it is unset the tests say so, on CI they fail.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../server/src/core/document/model.ts';
import { readStructure } from '../../server/src/core/document/read-structure.ts';

const folder = process.env['POLICY_REFERENCE'];
const SNAPSHOTS = new URL('outlines/', import.meta.url);
const hash = (text: string): string => createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex').slice(0, 8);

function sectionLines(sections: readonly Section[], indent: string): string[] {
  return sections.flatMap((s) => [
    `${indent}${s.level} ${s.kind} ${s.marker ?? '·'} @${s.span.start}+${s.span.end - s.span.start} ${hash(s.title)}`,
    ...sectionLines(s.children, `${indent}  `),
  ]);
}

/** Kind, title and parts, then one line a section: level, kind, marker, offset and length, hash of the title. */
function snapshot(text: string): string {
  const s = readStructure(text);
  const head = [
    `${s.kind} ${s.script} title ${s.title ? hash(s.title.text) : '-'} issuer ${s.issuer ? hash(s.issuer.text) : '-'}`,
    ...s.parts.map(
      (p) => `part ${p.role} @${p.span.start}+${p.span.end - p.span.start} ${p.title ? hash(p.title) : '-'}`,
    ),
  ];
  return `${[...head, ...sectionLines(s.outline, '')].join('\n')}\n`;
}

const documents =
  folder === undefined
    ? []
    : readdirSync(path.join(folder, 'corpus'))
        .filter((name) => name.endsWith('.txt'))
        .sort();

it.runIf(process.env['CI'] !== undefined)('the reference documents are there on CI', () => {
  expect(folder, 'POLICY_REFERENCE').toBeDefined();
});

describe.skipIf(folder === undefined)(
  `reviewed outlines (POLICY_REFERENCE ${folder === undefined ? 'is not set: not run' : 'is set'})`,
  () => {
    it('are of at least eighteen documents', () => expect(documents.length).toBeGreaterThanOrEqual(18));
    it.each(documents)('%s', (name) => {
      const text = readFileSync(path.join(folder ?? '', 'corpus', name), 'utf8').replace(/^\ufeff/, '');
      const file = new URL(name.replace(/txt$/, 'outline'), SNAPSHOTS);
      if (process.env['WRITE_OUTLINES'] !== undefined) {
        mkdirSync(SNAPSHOTS, { recursive: true });
        writeFileSync(file, snapshot(text));
      }
      expect(existsSync(file), 'has a reviewed snapshot').toBe(true);
      expect(snapshot(text)).toBe(readFileSync(file, 'utf8'));
    });
  },
);
