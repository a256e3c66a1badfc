/**
 * The parts of a file: its documents, notes, imprint, and the residue of web pages and printing.
 * Changes when the meaning of a part's role changes.
 */
import type { Part, PartRole } from '../model.ts';
import type { Reading } from './reading.ts';
import type { Trait } from './traits.ts';
import type { Draft } from './unit.ts';

/** The parts in order of their starts. A text without any document is one body. */
export function readParts(draft: Draft, traits: readonly Trait[], readings: readonly Reading[]): Part[] {
  const alone = readings.filter((r) => r.role !== 'imprint').length <= 1;
  const parts: Part[] = readings.map((reading) => ({
    role: roleOf(reading, alone),
    title:
      reading.role === 'editor-note' ? '按' : reading.role === 'imprint' ? null : (reading.front.title?.text ?? null),
    span: reading.span,
  }));
  if (parts.every((p) => p.role === 'imprint')) {
    const { length } = draft.text;
    parts.push({ role: 'body', title: null, span: { start: 0, end: length } });
  }
  parts.push(...residue(draft, traits, readings));
  return parts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function roleOf(reading: Reading, alone: boolean): PartRole {
  if (reading.role !== 'document') return reading.role;
  if (alone) return 'body';
  const { kind } = reading.kind;
  return kind === 'report' || kind === 'speech' || kind === 'resolution' ? kind : 'body';
}

function residueRole(trait: Trait): PartRole | null {
  if (trait === 'chrome' || trait === 'index' || trait === 'host') return 'web-chrome';
  return trait === 'furniture' ? 'page-furniture' : null;
}

/** What belongs to the page. A title is the document's, also where the page prints it as a label. */
function residue(draft: Draft, traits: readonly Trait[], readings: readonly Reading[]): Part[] {
  const parts: Part[] = [];
  const titled = new Set(readings.flatMap((reading) => reading.front.titleUnits));
  let open: { role: PartRole; start: number; end: number } | null = null;
  for (const [k, unit] of draft.units.entries()) {
    const role = k < (draft.frontMatter?.units ?? 0) || titled.has(k) ? null : residueRole(traits[k]!);
    if (open && open.role === role) open.end = unit.end;
    else {
      if (open) parts.push({ role: open.role, title: null, span: { start: open.start, end: open.end } });
      open = role ? { role, start: unit.start, end: unit.end } : null;
    }
  }
  if (open) parts.push({ role: open.role, title: null, span: { start: open.start, end: open.end } });
  return parts;
}
