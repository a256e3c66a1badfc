/**
 * Scenario documents: each text in fixtures/scenarios/structure has its expected model beside it, and only the fields
 * that the model names are compared. Changes when a scenario needs to state another field.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../server/src/core/document/model.ts';
import { readStructure } from '../../../server/src/core/document/read-structure.ts';
import type { Structure } from '../../../server/src/core/document/structure.ts';

interface Expected {
  readonly kind?: string;
  readonly title?: string | null;
  readonly subtitle?: string | null;
  readonly script?: string;
  readonly issuer?: string | null;
  readonly docNumber?: string | null;
  readonly source?: string | null;
  readonly signers?: readonly string[];
  readonly recipients?: readonly string[];
  readonly attachments?: readonly string[];
  readonly distribution?: string;
  /** How many bodies get a copy line. */
  readonly copies?: number;
  /** Role and one-based first line. */
  readonly parts?: readonly (readonly [string, number])[];
  /** Marker, title and level of every numbered section and paragraph-opening item. */
  readonly outline?: readonly (readonly [string, string, number])[];
  /** One-based lines of reported sections. */
  readonly reported?: readonly number[];
  /** Titles of unnumbered headings. */
  readonly headings?: readonly string[];
}

const FOLDER = new URL('../../fixtures/scenarios/structure/', import.meta.url);

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((s) => [s, ...flat(s.children)]);
}

function summary(s: Structure, wanted: Expected): Expected {
  const all = flat(s.outline);
  const texts = (list: readonly { readonly text: string }[]) => list.map((x) => x.text);
  const full: Expected = {
    kind: s.kind,
    title: s.title?.text ?? null,
    subtitle: s.subtitle?.text ?? null,
    script: s.script,
    issuer: s.issuer?.text ?? null,
    docNumber: s.docNumber?.text ?? null,
    source: s.source?.text ?? null,
    signers: texts(s.signers),
    recipients: texts(s.recipients),
    attachments: texts(s.attachments),
    ...(s.distribution ? { distribution: s.distribution.text } : {}),
    copies: s.copies.length,
    parts: s.parts.map((p) => [p.role, s.lines.lineAt(p.span.start) + 1] as const),
    outline: all.filter((x) => x.marker !== null).map((x) => [x.marker ?? '', x.title, x.level] as const),
    reported: all.filter((x) => x.kind === 'reported').map((x) => s.lines.lineAt(x.span.start) + 1),
    headings: all.filter((x) => x.kind === 'heading').map((x) => x.title),
  };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, full[key as keyof Expected]]));
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))
  .sort();

describe('scenario documents', () => {
  it('are many', () => expect(names.length).toBeGreaterThanOrEqual(60));
  it.each(names)('%s', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
    const wanted = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Expected;
    expect(summary(readStructure(text), wanted)).toEqual(wanted);
  });
});
