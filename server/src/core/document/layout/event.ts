/**
 * What the readers of sections share: the stretch they read and a section before its place in the tree is known.
 * Changes when sections carry another property.
 */
import type { MarkerStyle, SectionKind } from '../model.ts';
import type { Reported } from './reported.ts';
import type { Trait } from './traits.ts';
import type { Draft } from './unit.ts';

/** What the builder is told about one document. */
export interface Scope {
  readonly draft: Draft;
  readonly traits: readonly Trait[];
  /** Units of the body, half open; the units behind `to` are signature, source and the like. */
  readonly from: number;
  readonly to: number;
  /** Whether paragraphs may be reported sections. */
  readonly news: boolean;
}

/** A section before its place in the tree is known. */
export interface Event {
  readonly unit: number;
  readonly kind: SectionKind;
  /** Order of tiers; fractions put headings between. */
  readonly tier: number;
  readonly marker: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly style: MarkerStyle;
    readonly ordinal: number;
  } | null;
  readonly title: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly reported?: Reported;
  /** Unit behind the heading's last. */
  readonly bodyFrom: number;
}

/** Tier below all numbered ones. */
export const LEAF = 1000;
/** Characters of the longest heading line. */
export const LONGEST_HEADING = 40;
/** 1 for every unit of the scope that a heading takes. */
export function covered({ from, to }: Scope, events: readonly Event[]): Uint8Array {
  const taken = new Uint8Array(Math.max(0, to - from));
  for (const event of events) taken.fill(1, event.unit - from, event.bodyFrom - from);
  return taken;
}
