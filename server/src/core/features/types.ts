/**
 * The shapes in which features answer: plain data with offsets, which lsp/ and cli/ turn into their own.
 * Changes when an answer carries something new.
 */
import type { Span } from '../text/span.ts';

/** A place in a document of the workspace (or in a user's glossary file). */
export interface Location {
  readonly uri: string;
  readonly span: Span;
}

/** A place to jump to, as an editor shows it. */
export interface Target extends Location {
  /** What was under the cursor. */
  readonly origin: Span;
  /** The part of the target that names it; `span` is the whole of it. */
  readonly selection: Span;
  /** Why it is a target. */
  readonly reason:
    | 'definition'
    | 'glossary'
    | 'title'
    | 'full-title'
    | 'meeting'
    | 'number'
    | 'place'
    | 'enumeration'
    | 'elaboration';
}

/** A mention of a term or document. */
export interface Reference extends Location {
  /** It stands in a defining passage, or is the title of the document. */
  readonly declaration: boolean;
}

/** Markdown and plain text of one hover, already escaped, one block per thing under the cursor, longest first. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  readonly plaintext: string;
}

/** A highlighted place in the same document. */
export interface Highlight {
  readonly span: Span;
  readonly kind: 'text' | 'declaration';
}

/** A link from a span to a document of the workspace. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: Location;
  /** The title of the target. */
  readonly tooltip: string;
}

export interface WorkspaceSymbol extends Location {
  readonly name: string;
  readonly kind: 'document' | 'section' | 'term';
  /** Title of the document. */
  readonly container: string;
}
