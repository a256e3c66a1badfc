/**
 * A summary as bytes and back, so that the next start need not read the document again.
 * Changes with what a summary holds. Its address is not stored, and keys are stored as words: their numbers differ.
 */
import { Details, rekeyed } from './details.ts';
import type { KeyIds } from './key-ids.ts';
import { TermIndex } from './mentions.ts';
import { ByteReader, ByteWriter } from './pack-bytes.ts';
import { type DocumentSummary, type Facts, summaryWith } from './summary.ts';

const writer = new ByteWriter();

/** `beside` is kept with the summary: plain data of whoever stores it. */
export function storeSummary(summary: DocumentSummary, ids: KeyIds, beside: unknown): Uint8Array {
  const numbers = new Map<number, number>();
  const keys: string[] = [];
  const local = (id: number): number => {
    let n = numbers.get(id);
    if (n === undefined) {
      n = keys.push(ids.key(id)) - 1;
      numbers.set(id, n);
    }
    return n;
  };
  const terms = Array.from(summary.terms.keys, local);
  const details = rekeyed(summary.pack, local);
  // Lists and pack come from getters: what is left is what the summary has one of.
  const { uri: _uri, terms: _terms, lineStarts, ...facts } = summary;
  writer.words(JSON.stringify([facts, beside, keys]));
  writer.nums(terms).nums(summary.terms.starts).nums(summary.terms.rest).nums(lineStarts).pack(details);
  return writer.take();
}

/** What was stored, as the summary of a document at this address; null for bytes that no summary gave. */
export function restoreSummary(
  bytes: Uint8Array,
  uri: string,
  ids: KeyIds,
): { readonly summary: DocumentSummary; readonly beside: unknown } | null {
  try {
    const from = new ByteReader(bytes);
    const [facts, beside, keys] = JSON.parse(from.words()) as [Omit<Facts, 'uri'>, unknown, readonly string[]];
    const numbers = keys.map((key) => ids.id(key));
    const known = (local: number): number => {
      const id = numbers[local];
      if (id === undefined) throw new RangeError('no key');
      return id;
    };
    const terms = TermIndex.of(from.nums().map(known), from.nums(), from.nums());
    const lineStarts = Uint32Array.from(from.nums());
    const details = new Details(rekeyed(from.pack(), known));
    return { summary: summaryWith({ ...facts, uri, terms, lineStarts }, details), beside };
  } catch {
    return null;
  }
}
