/**
 * What an annotation is: the W3C Web Annotation model (motivation, bodies, selectors, creator, dates) with what reviewers
 * of policy documents need beside it. Changes when annotations can say something new.
 *
 * Places here are code points of the normalised text (see `units.ts`); what leaves the core is in UTF-16 offsets.
 */

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Motivations of the W3C vocabulary that we make; others survive as they are. */
export type Motivation =
  | 'tagging'
  | 'commenting'
  | 'highlighting'
  | 'assessing'
  | 'questioning'
  | 'editing'
  | (string & {});

/** `TextQuoteSelector`: the words themselves and 64 code points on each side. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** `TextPositionSelector` in code points, half-open, into the text whose hash is `TextTarget.base`. */
export interface PositionSelector {
  readonly start: number;
  readonly end: number;
}

/** Where an annotation points. The quote is the truth, the position a hint, the base text the way from one to the other. */
export interface TextTarget {
  readonly quote: QuoteSelector;
  readonly position: PositionSelector;
  /** SHA-256 of the normalised text that `position` counts in. */
  readonly base: string;
  /** Markers and titles of the sections around it, outermost first: a trace for readers, and for anchoring. */
  readonly section?: readonly string[];
}

/** A tag on an annotation. `name` is what it was called then, in case the tag set is lost. */
export interface TagUse {
  readonly tag: string;
  readonly name: string;
}

export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly text: string;
}

/** An end of a relation that is in another document: its path below the root, and its words, when the relation was made. */
export interface FarEnd {
  readonly path: string;
  readonly text: string;
}

/** What a relation points to. */
export type LinkTarget =
  | { readonly kind: 'annotation'; readonly id: string; readonly far?: FarEnd }
  | { readonly kind: 'glossary'; readonly term: string }
  | { readonly kind: 'section'; readonly marker: string; readonly title: string; readonly uri?: string }
  | { readonly kind: 'uri'; readonly uri: string };

/** A typed relation that leaves an annotation. */
export interface Relation {
  readonly id: string;
  readonly from: string;
  /** Where `from` is, if that is another document. */
  readonly far: FarEnd | null;
  readonly to: LinkTarget;
  /** What the tag was called then, or any word. */
  readonly type: string;
  readonly tag: string | null;
  readonly author: string;
  readonly created: string;
}

export type AnchorCause = 'edit' | 'base' | 'moved' | 'search' | 'user' | 'import';

/** A re-attachment: from where, to where, how sure, by whom. */
export interface Reattachment {
  readonly event: string;
  readonly at: string;
  readonly by: string;
  readonly cause: AnchorCause;
  readonly auto: boolean;
  /** 0 … 1. */
  readonly confidence: number;
  readonly from: TextTarget | null;
  readonly to: TextTarget | null;
}

export interface Annotation {
  readonly id: string;
  readonly motivation: Motivation;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
  /** Null: a note on the document as a whole. */
  readonly target: TextTarget | null;
  readonly tags: readonly TagUse[];
  readonly note: string | null;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly status: 'open' | 'resolved';
  readonly reason: string | null;
  readonly statusBy: string | null;
  readonly replies: readonly Reply[];
  readonly deleted: boolean;
  readonly history: readonly Reattachment[];
  /** Fields that another program wrote and we do not know. */
  readonly extra: Readonly<Record<string, Json>>;
}

/** Everything the events say about one document. */
export interface DocumentState {
  readonly annotations: ReadonlyMap<string, Annotation>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Attributes of the document as a whole. */
  readonly attributes: Readonly<Record<string, Json>>;
  /** Ids that events speak of whose own beginning is in no file: a part of the log is missing. */
  readonly incomplete: readonly string[];
  /** Largest time stamp seen, so that the next event can be later. */
  readonly latest: string;
}
