/**
 * What a glossary entry is. Changes when an entry has something new to say.
 * Files (`*.glossary.yml`, the built-in ones too) have the shape of `GlossaryFile`; read.ts makes entries of them.
 */
import type { TermCategory } from '../document/model.ts';
import type { Span } from '../text/span.ts';

/** What a reader may rely on: sourced well or in part, seen in a document only, or no source at all. */
export type Confidence = 'high' | 'medium' | 'in-document' | 'unsourced';
export const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'in-document', 'unsourced'];

export type SourceKind =
  | 'official-or-state-media'
  | 'research-or-media'
  | 'encyclopedia'
  | 'reprint-or-mirror'
  | 'repository-copy'
  | 'sample-document'
  | 'no-address';
export const SOURCE_KINDS: readonly SourceKind[] = [
  'official-or-state-media',
  'research-or-media',
  'encyclopedia',
  'reprint-or-mirror',
  'repository-copy',
  'sample-document',
  'no-address',
];
/** Kinds whose address is shown to readers; the others are evidence and show as a title. */
export const LINKED_SOURCES: ReadonlySet<SourceKind> = new Set([
  'official-or-state-media',
  'research-or-media',
  'encyclopedia',
]);

export type EntryCategory = TermCategory | 'document';
export const ENTRY_CATEGORIES: readonly EntryCategory[] = [
  'numeric-abbreviation',
  'slogan',
  'program',
  'mechanism',
  'strategy',
  'goal',
  'institution',
  'brand',
  'idiom',
  'metaphor',
  'quotation',
  'document',
  'unknown',
];

export interface Bilingual {
  readonly zh: string;
  readonly en?: string;
}

export interface EntrySource {
  readonly title: string;
  readonly url?: string;
  readonly kind: SourceKind;
}

/** A term in a file. `scope` falls back to the file's. */
export interface FileEntry {
  readonly term: string;
  readonly aliases?: readonly string[];
  readonly category?: EntryCategory;
  readonly scope?: string;
  readonly definition?: { readonly zh?: string; readonly en?: string };
  readonly translation?: string;
  readonly translationSource?: string;
  readonly components?: readonly Bilingual[];
  /** How many things the term stands for, where its numerals do not say so. */
  readonly count?: number;
  readonly origin?: { readonly date?: string; readonly by?: string; readonly where?: string };
  readonly sources?: readonly EntrySource[];
  readonly confidence?: Confidence;
  /** True: counts as the term only inside quotation marks. A list: only these spellings need the marks. */
  readonly quoted?: boolean | readonly string[];
  /** Longer strings that contain the term and are something else: `每一件事` is not 一件事. */
  readonly not?: readonly string[];
  /** First and last day (or month, or year) of its use, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
}

/** A glossary file. */
export interface GlossaryFile {
  /** A short Latin name, e.g. `hangzhou`; user files may leave it out. */
  readonly scope?: string;
  readonly name?: Bilingual;
  /** Names of the place, as documents give them; a document of this place prefers these entries. */
  readonly places?: readonly string[];
  /** The scope that this one lies in. */
  readonly within?: string;
  readonly terms: readonly FileEntry[];
}

/** Where an entry comes from: shipped with the product, or a place in a user's file. */
export type EntryOrigin =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'user'; readonly uri: string; readonly span: Span; readonly termSpan: Span };

/** An entry, checked and with its keys. */
export interface GlossaryEntry extends FileEntry {
  /** Unique: `scope/key`. */
  readonly id: string;
  readonly scope: string;
  /** `termKey` of the term. */
  readonly key: string;
  /** `termKey`s of the term and its aliases, without repetition. */
  readonly keys: readonly string[];
  readonly category: EntryCategory;
  readonly confidence: Confidence;
  readonly components: readonly Bilingual[];
  readonly sources: readonly EntrySource[];
  readonly aliases: readonly string[];
  readonly file: EntryOrigin;
}

/** A place that entries belong to. */
export interface Scope {
  readonly id: string;
  readonly name: Bilingual;
  readonly places: readonly string[];
  readonly within: string | null;
}
