/**
 * What shells ask of the annotations and what they get: plain data, places in UTF-16 offsets of the text as it is now.
 * Changes when a shell needs another answer. Types alone, so that a client may import it.
 */
import type { AgreementReport, Disagreement } from './agreement/report.ts';
import type { CodecId, ExchangeFile, Loss } from './codecs/exchange.ts';
import type { Json, LinkTarget, Reattachment } from './model.ts';

/** The report with the addresses of the documents; places are UTF-16 offsets of the text as it is. */
export type AgreementView = Omit<AgreementReport, 'disagreements'> & {
  readonly disagreements: readonly (Omit<Disagreement, 'index'> & { readonly uri: string })[];
};
export type { CodecId, ExchangeFile } from './codecs/exchange.ts';

/** What a format could not hold: in the language of the interface, with a count and up to three examples. */
export type LossView = Omit<Loss, 'message'> & { readonly message: string };
export type { Json, LinkTarget, Reattachment } from './model.ts';

/** Half-open, UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One change of an event; changes of one event apply one after the other, each to what the last one left. */
export interface Change extends Range {
  readonly text: string;
}

export interface TagView {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly key: string | null;
  readonly description: string;
  readonly guideline: string;
  readonly parent: string | null;
  /** It names relations between annotations, not annotations. */
  readonly relation: boolean;
  /** It is offered no more; annotations keep it. */
  readonly retired: boolean;
  /** How many annotations or relations of the document carry it. */
  readonly count?: number;
}

export interface ReplyView {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly text: string;
}

/**
 * `attached`: the words are there. `changed`: they are there and were edited, `was` says from what. `ambiguous`: several
 * places could be meant. `orphan`: gone. `document`: a note on the document as a whole.
 */
export type AnchorState = 'attached' | 'changed' | 'ambiguous' | 'orphan' | 'document';

export interface CandidateView extends Range {
  readonly text: string;
  /** 0 … 1. */
  readonly score: number;
}

export interface RelationView {
  readonly id: string;
  /** What its tag is called now, or any word. */
  readonly type: string;
  readonly tag: string | null;
  readonly from: string;
  readonly to: LinkTarget;
  /** The end that is in another document: that document, as far as it is known, and its words when the relation was made. */
  readonly other: { readonly uri: string; readonly text: string } | null;
  readonly author: string;
}

export interface AnnotationView {
  readonly id: string;
  readonly motivation: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly anchor: AnchorState;
  /** Where it is now; null for ambiguous ones, orphans and notes on the document. */
  readonly span: Range | null;
  /** The words it has now, or had last. */
  readonly text: string;
  /** The words that a person last chose, where they differ from `text`. */
  readonly was: string | null;
  /** How sure the place is, 0 … 1. */
  readonly confidence: number;
  readonly candidates: readonly CandidateView[];
  /** Titles of the sections around it when it was made, outermost first. */
  readonly section: readonly string[];
  readonly tags: readonly TagView[];
  readonly note: string | null;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly status: 'open' | 'resolved';
  readonly reason: string | null;
  readonly statusBy: string | null;
  readonly replies: readonly ReplyView[];
  readonly relations: readonly RelationView[];
  readonly history: readonly Reattachment[];
  readonly deleted: boolean;
}

export interface DocumentView {
  readonly uri: string;
  readonly version: number;
  readonly annotations: readonly AnnotationView[];
  readonly attributes: Readonly<Record<string, Json>>;
  /** What is wrong with the log and the tag set: one line each. */
  readonly problems: readonly string[];
  /** Of these the lines of files that a person should look at. */
  readonly damage: readonly Damage[];
}

/** A line that could not be read, a mark of a merge conflict, or an event of a kind that only a newer version knows. */
export interface Damage {
  readonly uri: string;
  /** One-based; 0 is the whole file. */
  readonly line: number;
  readonly kind: 'unreadable' | 'conflict-marker' | 'unknown-event';
}

/** A document that has annotations, whether it is open or not, there or not. */
export interface DocumentEntry {
  readonly uri: string;
  readonly path: string;
  readonly exists: boolean;
  readonly open: boolean;
  readonly annotations: number;
  readonly unresolved: number;
  readonly authors: readonly string[];
}

export interface NewAnnotation {
  /** Null or absent: a note on the document. */
  readonly span?: Range | null;
  readonly tags?: readonly string[];
  readonly note?: string | null;
  readonly motivation?: string;
  readonly attributes?: Readonly<Record<string, Json>>;
}

export interface AnnotationPatch {
  /** The whole list; use `addTags` and `removeTags` to leave others' tags alone. */
  readonly tags?: readonly string[];
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly note?: string | null;
  readonly motivation?: string;
  /** Null removes an attribute. */
  readonly attributes?: Readonly<Record<string, Json>>;
}

export interface TagPatch {
  readonly name?: string;
  readonly color?: string;
  readonly key?: string | null;
  readonly description?: string;
  readonly guideline?: string;
  readonly parent?: string | null;
  readonly relation?: boolean;
  readonly retired?: boolean;
}

export interface ExportResult {
  readonly files: readonly ExchangeFile[];
  readonly losses: readonly LossView[];
}

export interface ImportResult {
  readonly imported: number;
  /** Already there, word for word. */
  readonly skipped: number;
  readonly needsAttention: number;
  readonly losses: readonly LossView[];
}

export interface DoctorReport {
  readonly documents: number;
  readonly annotations: number;
  readonly segments: number;
  readonly problems: readonly string[];
  readonly missingDocuments: readonly string[];
  /** Documents that are gone and whose very text lies elsewhere now. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly orphans: readonly { readonly uri: string; readonly id: string; readonly text: string }[];
  readonly ambiguous: readonly { readonly uri: string; readonly id: string; readonly text: string }[];
  readonly unusedBases: number;
  readonly compacted: number;
}

interface InDocument {
  readonly uri: string;
}
interface OnOne extends InDocument {
  readonly id: string;
}

/** Every request by name: what it takes and what it gives. A shell forwards `{ method, params }` to `call`. */
export interface AnnotationRequests {
  /** `ids`: these alone, for a client that was told which ones changed. */
  list: [InDocument & { readonly deleted?: boolean; readonly ids?: readonly string[] }, DocumentView];
  get: [OnOne, AnnotationView | null];
  documents: [Record<string, never>, readonly DocumentEntry[]];
  create: [InDocument & NewAnnotation, AnnotationView];
  createMany: [InDocument & { readonly items: readonly NewAnnotation[] }, readonly AnnotationView[]];
  update: [OnOne & AnnotationPatch, AnnotationView];
  remove: [OnOne, AnnotationView];
  restore: [OnOne, AnnotationView];
  reply: [OnOne & { readonly text: string }, AnnotationView];
  editReply: [OnOne & { readonly reply: string; readonly text: string | null }, AnnotationView];
  resolve: [OnOne & { readonly reason?: string | null }, AnnotationView];
  reopen: [OnOne & { readonly reason?: string | null }, AnnotationView];
  /** A relation from this one, of a type: the id of a tag, or any word. `relation` brings one back that was removed. */
  /** An annotation as the other end has a `uri` where it is in another document. */
  link: [
    OnOne & {
      readonly to: LinkTarget | { readonly kind: 'annotation'; readonly id: string; readonly uri: string };
      readonly type: string;
      readonly relation?: string;
    },
    AnnotationView,
  ];
  unlink: [InDocument & { readonly relation: string }, DocumentView];
  setAttribute: [InDocument & { readonly key: string; readonly value: Json }, DocumentView];
  needsAttention: [{ readonly uri?: string }, readonly (AnnotationView & { readonly uri: string })[]];
  /** Puts it at a span; `null` makes it a note on the document. Also accepts a changed text: give its own span. */
  reattach: [OnOne & { readonly span: Range | null }, AnnotationView];
  /** Places that could be meant, also for orphans without candidates. */
  candidates: [OnOne, readonly CandidateView[]];
  /** The tags to offer; with `retired` also those that are offered no more. */
  tags: [InDocument & { readonly retired?: boolean }, readonly TagView[]];
  /** `#rrggbb`, the colours that new tags get, in their order. */
  tagColors: [Record<string, never>, readonly string[]];
  createTag: [InDocument & TagPatch & { readonly name: string }, TagView];
  updateTag: [InDocument & TagPatch & { readonly tag: string }, TagView];
  retireTag: [InDocument & { readonly tag: string }, readonly TagView[]];
  mergeTag: [InDocument & { readonly tag: string; readonly into: string }, readonly TagView[]];
  export: [{ readonly uris: readonly string[]; readonly format: CodecId }, ExportResult];
  /** `uri` names the document for formats that carry one text without a name. */
  import: [{ readonly uri?: string; readonly format: CodecId; readonly files: readonly ExchangeFile[] }, ImportResult];
  agreement: [
    { readonly uris: readonly string[]; readonly authors?: readonly string[]; readonly tags?: readonly string[] },
    AgreementView,
  ];
  /** Reads everything again that is open, whether or not somebody said that it changed. */
  refresh: [Readonly<Record<string, never>>, null];
  /** `follow`: annotations follow documents that were moved by other programs. */
  doctor: [{ readonly folder: string; readonly compact?: boolean; readonly follow?: boolean }, DoctorReport];
}

export type AnnotationMethod = keyof AnnotationRequests;

/** Why the annotations of a document are other ones than before. */
export type ChangeReason = 'opened' | 'edited' | 'written' | 'log' | 'tags' | 'moved';

export interface AnnotationsChanged {
  readonly uri: string;
  readonly reason: ChangeReason;
  /** The ones concerned, where they are known. */
  readonly ids?: readonly string[];
}

/** A finding that somebody set aside, and where its words are now. */
export interface SuppressionView {
  readonly id: string;
  readonly rule: string;
  readonly author: string;
  readonly created: string;
  readonly reason: string | null;
  /** Null: set aside for the whole document, or its text is gone (`orphan`). */
  readonly span: Range | null;
  readonly orphan: boolean;
}
