/** `directives` for one file. Changes when a column is added. */
import { parse } from '../../core/document/parse.ts';
import { type DirectiveRow, directiveRows } from '../directive-rows.ts';
import type { FileText } from '../tasks.ts';

export const run = ({ text }: FileText): DirectiveRow[] => directiveRows(parse(text));
