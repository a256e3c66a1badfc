/** The directives of a document as rows of a task table. Changes when a column is added. */
import type { PolicyDocument } from '../core/document/model.ts';

export interface DirectiveRow {
  /** 1-based. */
  readonly line: number;
  readonly path: readonly string[];
  readonly title: string | null;
  readonly text: string;
}

export const directiveRows = ({ directives, lines }: PolicyDocument): DirectiveRow[] =>
  directives.map(({ path, title, text, span }) => ({ line: lines.lineAt(span.start) + 1, path, title, text }));
