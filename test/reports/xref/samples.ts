/** The five sample documents as a workspace, with places by document, line and word. Changes when rows name places in another way. */
import fs from 'node:fs';
import path from 'node:path';
import { definition } from '../../../server/src/core/features/definition.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import type { Target } from '../../../server/src/core/features/types.ts';
import { glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import { fold } from '../../../server/src/core/text/fold.ts';
import { type DocumentSummary, positionIn } from '../../../server/src/core/workspace/summary.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';

/** Found, listed and wrong of one class, with the misses and errors by name. */
export interface Figure {
  readonly found: number;
  readonly listed: number;
  readonly wrong: number;
  readonly missing: readonly string[];
  readonly errors: readonly string[];
}

export const figure = (
  listed: readonly string[],
  missing: readonly string[],
  errors: readonly string[] = [],
): Figure => ({
  found: listed.length - missing.length,
  listed: listed.length,
  wrong: errors.length,
  missing,
  errors,
});

export const DOCUMENTS = ['000', '001', '002', '003', '004'] as const;

export class Samples {
  readonly workspace = new Workspace({ glossary: glossaryWith() });
  readonly #files: readonly string[];

  constructor(root: string) {
    this.#files = fs.readdirSync(path.join(root, 'seeds')).filter((f) => f.endsWith('.txt'));
    for (const file of this.#files)
      this.workspace.set(`file:///seeds/${file}`, fs.readFileSync(path.join(root, 'seeds', file), 'utf8'), null);
  }

  uri(doc: string): string {
    return `file:///seeds/${this.#files.find((f) => f.startsWith(doc))}`;
  }

  name(uri: string): string {
    return DOCUMENTS.find((d) => this.uri(d) === uri) ?? uri;
  }

  text(doc: string): string {
    return this.workspace.text(this.uri(doc))!;
  }

  summary(doc: string): DocumentSummary {
    return this.workspace.summary(this.uri(doc))!;
  }

  /** One-based. */
  line(doc: string, offset: number): number {
    return positionIn(this.summary(doc), offset).line + 1;
  }

  offset(doc: string, line: number, column = 0): number {
    return this.summary(doc).lineStarts[line - 1]! + column;
  }

  /** Offsets of a word in a line, in either script. */
  occurrences(doc: string, line: number, word: string): number[] {
    const l = this.workspace.document(this.uri(doc))!.lines.line(line - 1);
    const text = fold(this.text(doc)).slice(l.start, l.next);
    const wanted = fold(word);
    const found: number[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(l.start + at);
    return found;
  }

  /** Where a jump from inside a word leads; from its first occurrence in the line that leads anywhere. */
  jump(doc: string, line: number, word: string): readonly Target[] {
    for (const at of this.occurrences(doc, line, word)) {
      const found = definition(this.workspace, this.uri(doc), at + 1);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** `003:47` of each target. */
  places(targets: readonly { uri: string; span: { start: number } }[]): string[] {
    return targets.map((t) => `${this.name(t.uri)}:${this.line(this.name(t.uri), t.span.start)}`);
  }

  /** What the hover says, in plain text; of each occurrence in the line the first that has any. */
  hover(doc: string, line: number, word: string, locale: 'en' | 'zh-cn' = 'zh-cn'): string {
    for (const at of this.occurrences(doc, line, word)) {
      const found = hover(this.workspace, this.uri(doc), at + 1, { locale });
      if (found) return found.plaintext;
    }
    return '';
  }
}
