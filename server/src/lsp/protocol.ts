/**
 * What client and server say to each other beyond the Language Server Protocol: method names and the shapes they carry.
 * Changes when the two need to agree on something new. Types and constants only, so that both sides can import it.
 */
import type { Diagnostic } from 'vscode-languageserver-types';

/** `initializationOptions`. Every field may be missing: an editor that knows nothing of them gets the plain server. */
export interface InitializationOptions {
  /** Language of the interface, as in `vscode.env.language`. */
  readonly locale?: string;
  /** Rule pages live at `ruleBase + id`; an address that this editor opens itself. */
  readonly ruleBase?: string;
  /** URI schemes whose files the server asks of the client (`FileMethods`), because it can't reach them itself. */
  readonly fileSchemes?: readonly string[];
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
