/** `outline` for one file, as JSON or as a tree. Changes when their look changes. */
import { readStructure } from '../../core/document/read-structure.ts';
import { documentSymbols } from '../../core/features/outline.ts';
import { outlineTree } from '../outline-tree.ts';
import type { FileText } from '../tasks.ts';

export const run = ({ uri, text }: FileText, format: 'json' | 'tree' = 'tree'): string =>
  format === 'json'
    ? JSON.stringify({ uri, outline: documentSymbols(readStructure(text)) })
    : outlineTree(readStructure(text));
