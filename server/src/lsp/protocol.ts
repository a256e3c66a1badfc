/**
 * What client and server say to each other beyond the Language Server Protocol: method names and the shapes they carry.
 * Changes when the two need to agree on something new. Types and constants only, so that both sides can import it.
 */
import type { Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { AnnotationMethod, AnnotationRequests } from '../core/annotations/api.ts';
import type { FileEntry } from '../core/glossary/model.ts';

export type {
  AnnotationMethod,
  AnnotationRequests,
  AnnotationsChanged,
  AnnotationView,
  CandidateView,
  CodecId,
  Damage,
  DocumentEntry,
  DocumentView,
  ExchangeFile,
  Json,
  LinkTarget,
  LossView,
  NewAnnotation,
  RelationView,
  SuppressionView,
  TagView,
} from '../core/annotations/api.ts';
export type { FileEntry } from '../core/glossary/model.ts';

/** `initializationOptions`. Every field may be missing: an editor that knows nothing of them gets the plain server. */
export interface InitializationOptions {
  /** Language of the interface, as in `vscode.env.language`. */
  readonly locale?: string;
  /** Who writes annotations, where the setting names nobody. */
  readonly author?: string;
  /** Rule pages live at `ruleBase + id`; an address that this editor opens itself. */
  readonly ruleBase?: string;
  /**
   * Which files the server asks of the client (`FILES`) because it can't reach them itself: `virtual` all but `file:`
   * (Node), `all` (web worker). Missing: the client gives no files.
   */
  readonly fileAccess?: 'virtual' | 'all';
  /** Commands of this editor that code actions may name. */
  readonly commands?: readonly string[];
  /** URI of a folder of this workspace that outlasts the session: what was read of documents may be stored there. */
  readonly storage?: string;
  /** Absolute addresses of files that a web worker loads, which does not know where it came from. */
  readonly assets?: { readonly base: string };
}

/** Server → client, notification: sent after `initialized`, then when something in it changes, at most a few a second. */
export const STATUS = 'policyAnnotator/status';
export interface ServerStatus {
  readonly state: 'starting' | 'indexing' | 'ready' | 'failed';
  /** Documents that the index holds, and how many there are to index (0 until the listing is done). */
  readonly documents: number;
  readonly total: number;
  /** Different terms and references in the index. */
  readonly terms: number;
  readonly references: number;
  /** The segmenter in use, null before its first use. */
  readonly segmenter: string | null;
  /** Something the user should know, in the language of the interface. */
  readonly message?: string;
}

/** Client → server, request: checks every document of the workspace, open or not. Cancellable; reports `$/progress`. */
export const CHECK_WORKSPACE = 'policyAnnotator/checkWorkspace';
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  readonly documents: number;
  /** Documents with findings only. */
  readonly results: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Server → client, requests: files on file systems that only the editor can reach. Failures are response errors. */
export const FILES = {
  list: 'policyAnnotator/files/list',
  read: 'policyAnnotator/files/read',
  stat: 'policyAnnotator/files/stat',
  write: 'policyAnnotator/files/write',
  rename: 'policyAnnotator/files/rename',
  remove: 'policyAnnotator/files/remove',
} as const;
export interface ListFilesParams {
  readonly folder: string;
  /** Glob patterns relative to `folder`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
export interface FileParams {
  readonly uri: string;
}
/** Bytes travel as Base64 because messages are JSON. */
export interface FileBytes {
  readonly base64: string;
}
export type WriteFileParams = FileParams & FileBytes;
export interface RenameFileParams {
  readonly from: string;
  readonly to: string;
}
/** Answer to `stat`; null where nothing is there. */
export interface FileInfo {
  readonly type: 'file' | 'directory';
  readonly size: number;
  readonly mtime: number;
}

/** Client → server, request without parameters → `ServerStatus`: the status now. */
export const GET_STATUS = 'policyAnnotator/getStatus';

/** Client → server, request without parameters: drops the index and builds it again. */
export const REINDEX = 'policyAnnotator/reindex';

/** Client → server, request `FileParams` → `DocumentInfo | null`: what the server makes of an open document. */
export const DOCUMENT_INFO = 'policyAnnotator/documentInfo';
export interface DocumentInfo {
  /** How sure the server is that this is a policy document, 0 … 1. */
  readonly policyScore: number;
  readonly kind: string;
  readonly script: string;
  readonly title: string | null;
  /** Over the size cap: outline and highlighting only. */
  readonly limited: boolean;
}

/** Client → server, request `FileParams` → the JSON of `policy-annotator parse` for an open or indexed document, or null. */
export const PARSE = 'policyAnnotator/parse';

/**
 * Client → server, request: one call of the annotation store; the answer is plain data. Methods, what they take and what
 * they give: `AnnotationRequests`. `version` is the version of `uri` that the places of the call were counted in: where
 * the server has another one, the call is refused with `EDITED_MEANWHILE` and nothing has happened.
 */
export const ANNOTATIONS = 'policyAnnotator/annotations';
export interface AnnotationsCall<M extends AnnotationMethod = AnnotationMethod> {
  readonly method: M;
  readonly params: AnnotationRequests[M][0];
  readonly version?: number;
}
/** Code of the response error that says so; the one that the protocol has for content that was modified. */
export const EDITED_MEANWHILE = -32801;

/**
 * Client → server, request `AuthorParams` → `AuthorInfo`: who writes annotations. With `name`, that is who writes from
 * now on; the client keeps it in the settings.
 */
export const AUTHOR = 'policyAnnotator/author';
export interface AuthorParams {
  readonly name?: string;
}
export interface AuthorInfo {
  /** Empty where nobody can tell. */
  readonly name: string;
  readonly source: 'settings' | 'client' | 'git' | 'account' | 'none';
}

/**
 * Server → client, notification: the annotations of this document are other ones than before. Reasons and methods are
 * described in core/annotations/api.ts (`AnnotationsChanged`, `AnnotationRequests`); places are UTF-16 offsets.
 */
export const ANNOTATIONS_CHANGED = 'policyAnnotator/annotationsChanged';

/** Client → server, request `FileParams` → `PersonItem[]`: persons of a document with the positions that it gives them. */
export const PERSONS = 'policyAnnotator/persons';
export interface PersonItem {
  readonly name: string;
  readonly positions: readonly string[];
  readonly count: number;
  /** Of the first mention. */
  readonly range: Range;
}

/** Client → server, request `SuggestTermsParams` → `TermSuggestion[]`: terms that no glossary defines, the best first. */
export const SUGGEST_TERMS = 'policyAnnotator/glossary/suggest';
export interface SuggestTermsParams {
  /** Only terms of this document; all of the workspace where it is missing. */
  readonly uri?: string;
  readonly most?: number;
}
export interface TermSuggestion {
  readonly term: string;
  readonly reason: 'quoted' | 'programme' | 'coined' | 'keyword';
  /** Its category in the language of the interface; empty where nothing tells. */
  readonly category: string;
  readonly count: number;
  readonly documents: number;
  readonly entry: FileEntry;
  readonly contexts: readonly { readonly uri: string; readonly text: string }[];
}

/** Client → server, request `AddTermsParams` → `GlossaryEdit`: the edit that writes entries into the nearest glossary. */
export const ADD_TERMS = 'policyAnnotator/glossary/add';
export interface AddTermsParams extends FileParams {
  readonly entries: readonly FileEntry[];
}
export interface GlossaryEdit {
  /** The glossary file. */
  readonly uri: string;
  /** To be applied by the client; null where nothing is to be written. */
  readonly edit: WorkspaceEdit | null;
  readonly added: number;
  /** Terms that the file has already, and rows that hold none. */
  readonly skipped: number;
}

/** Client → server, request: the user's glossaries, or all with the built-in one, as a file of another format. */
export const EXPORT_TERMS = 'policyAnnotator/glossary/export';
export type GlossaryFormat = 'csv' | 'tsv' | 'tbx';
export interface ExportTermsParams {
  readonly format: GlossaryFormat;
  readonly builtin: boolean;
}
export interface ExportTermsResult {
  readonly text: string;
  readonly entries: number;
}

/** Client → server, request `ImportTermsParams` → `GlossaryEdit`: a file of another format as entries of a glossary. */
export const IMPORT_TERMS = 'policyAnnotator/glossary/import';
export interface ImportTermsParams extends FileParams {
  /** Name of the file, whose ending tells the format. */
  readonly name: string;
  readonly base64: string;
}

/** Client → server, request: sets the findings of a rule aside, at a place or in the whole document. */
export const SUPPRESS = 'policyAnnotator/suppress';
export interface SuppressParams extends FileParams {
  readonly rule: string;
  /** UTF-16 offsets; null for the whole document. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly reason?: string | null;
}
/** Client → server, request `{ uri, id }`: takes that back. */
export const UNSUPPRESS = 'policyAnnotator/unsuppress';
/** Client → server, request `FileParams` → `SuppressionView[]`: what is set aside in a document. */
export const SUPPRESSIONS = 'policyAnnotator/suppressions';
/**
 * Command of the client, named by code actions where `InitializationOptions.commands` has it: asks for a reason, then
 * calls `SUPPRESS`. Its argument is a `SuppressFinding`.
 */
export const SUPPRESS_FINDING = 'policyAnnotator.suppressFinding';
export interface SuppressFinding extends FileParams {
  readonly rule: string;
  readonly span: { readonly start: number; readonly end: number };
  /** The version of the document in which the span was counted. */
  readonly version: number;
}
