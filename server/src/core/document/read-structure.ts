/**
 * The door of the structure reader: text → lines, blocks, parts, outline, title and head matter.
 * Changes when the order of the steps changes; each step lives in its own file under layout/.
 */
import { foldCounting } from '../text/fold.ts';
import { LineIndex } from '../text/lines.ts';
import { IMPRINT_LINE, PRINTED_LINE } from './data/front.ts';
import { readBlocks } from './layout/blocks.ts';
import { markContents } from './layout/contents.ts';
import { splitDocuments } from './layout/documents.ts';
import { readFrontMatter } from './layout/frontMatter.ts';
import { issuerOfTitle } from './layout/issuer.ts';
import { markMaxims } from './layout/maxims.ts';
import { readParts } from './layout/parts.ts';
import { policyScore } from './layout/policyScore.ts';
import { type Reading, readOne } from './layout/reading.ts';
import { markRunningHeads } from './layout/runningHeads.ts';
import { readScript } from './layout/script.ts';
import { readTraits } from './layout/traits.ts';
import { type Draft, flatText, head, readUnits } from './layout/unit.ts';
import type { Section, SpannedText } from './model.ts';
import type { Structure } from './structure.ts';

/** Reads what stands where in `text`. Total and linear: every string has a structure. */
export function readStructure(text: string): Structure {
  const { folded, changedHan } = foldCounting(text);
  const lines = new LineIndex(text);
  const units = readUnits(text, folded, lines);
  const draft: Draft = { text, folded, lines, units, frontMatter: readFrontMatter(text, folded, units) };
  const traits = readTraits(draft);
  markRunningHeads(draft, traits);
  markContents(draft, traits);
  markMaxims(draft, traits);
  const stretches = splitDocuments(draft, traits);
  const readings: Reading[] = [];
  for (const stretch of stretches) readings.push(readOne(draft, traits, stretch));
  const main = mainOf(readings);
  const imprint = readImprint(draft, readings);
  const parts = readParts(draft, traits, readings);
  const blocks = readBlocks(draft, traits, readings);
  const outline = assemble(readings);
  const title = main?.front.title ?? null;
  const docNumber = main?.matter.docNumber ?? null;
  const kind = main?.kind ?? { kind: 'other' as const, reason: 'none' };
  const source = draft.frontMatter?.source ?? sourceOf(readings);
  return {
    text,
    folded,
    lines,
    blocks,
    parts,
    outline,
    script: changedHan === 0 ? 'hans' : readScript(text),
    kind: kind.kind,
    kindEvidence: [{ reason: kind.reason, ...(title && kind.reason.startsWith('title') ? { span: title.span } : {}) }],
    title,
    subtitle: main?.front.subtitle ?? null,
    issuer: issuerOfTitle(text, title) ?? main?.matter.issuer ?? imprint.issuer,
    docNumber,
    source,
    signers: readings.flatMap((r) => r.matter.signers),
    recipients: main?.matter.recipients ?? [],
    copies: imprint.copies,
    attachments: attachmentsOf(readings, main),
    distribution: imprint.distribution,
    policyScore: policyScore(folded, {
      kindKnown: kind.kind !== 'other',
      sections: outline.length,
      docNumber: docNumber !== null,
      matter: source !== null || imprint.copies.length > 0 || (main?.matter.recipients.length ?? 0) > 0,
    }),
  };
}

/** The first document; an introduction without any of a document's marks yields to a titled one that is addressed. */
function mainOf(readings: readonly Reading[]): Reading | undefined {
  const texts = readings.filter((r) => r.role === 'document' && (r.front.title || r.matter.bodyTo > r.matter.bodyFrom));
  const [first] = texts;
  if (!first || first.front.title || first.outline.length > 0) return first;
  const { recipients, docNumber, hasDateline } = first.matter;
  if (recipients.length > 0 || docNumber || hasDateline || first.kind.kind !== 'other') return first;
  return texts.find((r) => r.front.title && r.matter.recipients.length > 0) ?? first;
}

/** The attachments that the first document lists, or else the first that lists any, as what a notice forwards does. */
function attachmentsOf(readings: readonly Reading[], main: Reading | undefined): readonly SpannedText[] {
  if (main && main.matter.attachments.length > 0) return main.matter.attachments;
  return readings.find((r) => r.role === 'document' && r.matter.attachments.length > 0)?.matter.attachments ?? [];
}

/** An explicit line wins over a dateline; the first document over the later ones. */
function sourceOf(readings: readonly Reading[]): SpannedText | null {
  const first = readings.find((r) => r.matter.source !== null);
  if (first) return first.matter.source;
  return readings.find((r) => r.matter.dateline !== null)?.matter.dateline ?? null;
}

interface Imprint {
  readonly copies: SpannedText[];
  readonly distribution: SpannedText | null;
  readonly issuer: SpannedText | null;
}

function readImprint(draft: Draft, readings: readonly Reading[]): Imprint {
  const copies: SpannedText[] = [];
  let distribution: SpannedText | null = null;
  let issuer: SpannedText | null = null;
  for (const reading of readings) {
    if (reading.role !== 'imprint') continue;
    for (let k = reading.from; k < reading.to; k++) {
      const unit = draft.units[k]!;
      const line = head(draft, unit, 400);
      const row = IMPRINT_LINE.pattern.exec(line);
      if (row) {
        const start = unit.start + line.indexOf(row[2]!, row[1]!.length);
        const value = { text: draft.text.slice(start, unit.end), span: { start, end: unit.end } };
        if (/^抄|^报/.test(row[1]!)) copies.push(value);
        else distribution ??= value;
      }
      const printed = PRINTED_LINE.pattern.exec(flatText(draft, unit));
      if (printed?.[1]) {
        const end = unit.start + printed[1].trimEnd().length;
        issuer ??= { text: draft.text.slice(unit.start, end), span: { start: unit.start, end } };
      }
    }
  }
  return { copies, distribution, issuer };
}

/** One tree; where a file holds several documents each is a section of kind `part`. */
function assemble(readings: readonly Reading[]): Section[] {
  const documents = readings.filter((r) => r.role === 'document' || r.role === 'attachment');
  if (documents.length < 2) return documents.flatMap((r) => r.outline);
  return documents.flatMap((r) => {
    const { title } = r.front;
    if (!title) return r.outline;
    const span = r.span;
    return [
      {
        kind: 'part' as const,
        level: 1,
        marker: null,
        markerSpan: null,
        markerStyle: null,
        ordinal: null,
        title: title.text,
        titleSpan: title.span,
        headingSpan: title.span,
        span: { start: Math.min(span.start, title.span.start), end: Math.max(span.end, title.span.end) },
        children: r.outline,
      },
    ];
  });
}
