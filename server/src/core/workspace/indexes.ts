/**
 * What is known of all documents at once: which mention a term, which define it, which bear or cite a title.
 * Changes when another question about all documents has to be answered without looking at each.
 */
import { Postings } from './postings.ts';
import type { DocumentSummary } from './summary.ts';
import { TitleIndex } from './titles.ts';

const NONE: ReadonlySet<number> = new Set();

export class Indexes {
  /** Which documents mention a key. */
  readonly mentions = new Postings();
  /** Which documents have a defining passage for a key. */
  readonly definitions = new Postings();
  readonly titles = new TitleIndex();
  /** How many 《》 there are in all documents. */
  references = 0;

  /** Replaces what a document adds; null stands for none. */
  update(uri: string, before: DocumentSummary | null, after: DocumentSummary | null): void {
    this.mentions.update(uri, before?.terms.distinct() ?? NONE, after?.terms.distinct() ?? NONE);
    this.definitions.update(uri, before?.defined() ?? NONE, after?.defined() ?? NONE);
    this.titles.update(before, after);
    this.references += (after?.referenceCount ?? 0) - (before?.referenceCount ?? 0);
  }
}
