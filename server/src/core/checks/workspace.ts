/**
 * What checks need to know of the other documents of a workspace.
 * Changes when a cross-document rule needs another fact. Whoever indexes the workspace implements it.
 */
import type { Kind } from '../document/model.ts';
import type { Span } from '../text/span.ts';

/** The facts of one document that others can contradict. */
export interface DocumentFacts {
  readonly uri: string;
  readonly title: { readonly text: string; readonly span: Span } | null;
  readonly kind: Kind;
  readonly docNumber: { readonly text: string; readonly span: Span } | null;
  /** Day of the reported or adopting meeting with the body's key, its 届 and 次. */
  readonly meeting: {
    readonly body: string;
    readonly congress: number | null;
    readonly session: number | null;
    readonly date: string | null;
    /** Where the day stands; the meeting's name where it stands nowhere by itself. */
    readonly dateSpan: Span;
    readonly span: Span;
  } | null;
  /** Members and alternates present. */
  readonly attendance: {
    readonly members: number | null;
    readonly alternates: number | null;
    readonly span: Span;
  } | null;
}

/** How a glossary entry lists what a numeric abbreviation stands for. */
export interface GlossaryComponents {
  readonly term: string;
  readonly components: readonly string[];
}

/** Terms of the glossary as checks use them. */
export interface GlossaryContext {
  /** Components of a numeric abbreviation by its `termKey`; null where the glossary has none or the term is a homonym. */
  components(termKey: string): GlossaryComponents | null;
  /** `termKey`s of set phrases that everyone writes the same way (national scope), for near misses. */
  readonly phrases: ReadonlySet<string>;
}

/** Everything beyond the document's own text that checks may look at. */
export interface WorkspaceContext {
  /** The document that is checked. */
  readonly uri: string;
  /** Facts of all other documents. */
  readonly others: readonly DocumentFacts[];
  readonly glossary?: GlossaryContext;
}
