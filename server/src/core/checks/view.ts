/**
 * The shared read-only view of a document that rules see: the model and what several rules derive from it, made once.
 * Changes when rules need to know something more about a document.
 */
import type { Block, BlockKind, PolicyDocument, Section } from '../document/model.ts';
import type { Span } from '../text/span.ts';
import type { WorkspaceContext } from './workspace.ts';

/** A physical line with its place. */
export interface PlacedLine extends Span {
  readonly number: number;
  readonly text: string;
  readonly folded: string;
  readonly kind: BlockKind;
}

/** A section with its surroundings. */
export interface PlacedSection {
  readonly section: Section;
  readonly parent: Section | null;
  readonly siblings: readonly Section[];
  readonly index: number;
}

/** A run of neighbouring siblings with the same marker style. */
export interface SiblingRun {
  readonly parent: Section | null;
  readonly sections: readonly Section[];
}

export interface CheckView {
  readonly doc: PolicyDocument;
  readonly text: string;
  readonly folded: string;
  readonly lines: readonly PlacedLine[];
  readonly script: 'hans' | 'hant';
  /** All sections, parents before children. */
  readonly sections: readonly PlacedSection[];
  readonly runs: readonly SiblingRun[];
  readonly workspace: WorkspaceContext | null;
  /** Year of the document's own date, from its best dated evidence; null where it has none. */
  readonly year: number | null;
  /** The document's own day as ISO text (signed, adopted, meeting, printed, published, source, in this order), or null. */
  readonly day: string | null;
  block(offset: number): Block;
  option(name: string): number | string | boolean | readonly string[];
}

/** Blocks whose words are the document's own prose, as against titles, heads and residue. */
export const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'salutation', 'recipients']);

/** Blocks that no rule about wording or marks looks at. */
export const RESIDUE: ReadonlySet<BlockKind> = new Set([
  'web-chrome',
  'page-furniture',
  'head',
  'contents',
  'table',
  'front-matter',
]);

export function flatten(outline: readonly Section[]): PlacedSection[] {
  const all: PlacedSection[] = [];
  const walk = (siblings: readonly Section[], parent: Section | null): void => {
    siblings.forEach((section, index) => {
      all.push({ section, parent, siblings, index });
      walk(section.children, section);
    });
  };
  walk(outline, null);
  return all;
}

/** Runs of siblings with one marker style; a section without ordinal is skipped, another style ends the run. */
export function siblingRuns(outline: readonly Section[]): SiblingRun[] {
  const runs: SiblingRun[] = [];
  const walk = (siblings: readonly Section[], parent: Section | null): void => {
    let run: Section[] = [];
    const close = (): void => {
      if (run.length > 0) runs.push({ parent, sections: run });
      run = [];
    };
    for (const s of siblings) {
      if (s.ordinal === null || s.markerStyle === null) continue;
      if (run.length > 0 && run[0]!.markerStyle !== s.markerStyle) close();
      run.push(s);
    }
    close();
    for (const s of siblings) walk(s.children, s);
  };
  walk(outline, null);
  return runs;
}

const ROLES = ['signed', 'adopted', 'meeting', 'printed', 'published', 'approved', 'source'] as const;

/** The document's own day, see `CheckView.day`. */
export function ownDay(doc: PolicyDocument): string | null {
  for (const role of ROLES) {
    const found = doc.dates.find((d) => d.role === role && d.value !== null && /^\d{4}-\d\d-\d\d$/.test(d.value));
    if (found?.value) return found.value;
  }
  return null;
}
