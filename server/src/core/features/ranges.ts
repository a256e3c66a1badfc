/** Spans as ranges of the Language Server Protocol, for features that answer with its data types. Changes never. */
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export const toRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.position(span.start),
  end: lines.position(span.end),
});
