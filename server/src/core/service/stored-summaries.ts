/**
 * Brings documents into the workspace as they were stored, and stores them when the index is made.
 * Changes when something else of a document is stored, or it rests on something else.
 */

import type { Glossary } from '../glossary/glossary.ts';
import type { Host } from '../host.ts';
import { restoreSummary, storeSummary } from '../workspace/stored-summary.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceFacts } from './facts.ts';
import { StoredIndex } from './stored-index.ts';

/** Where an index is stored, and by which program. */
export interface Storage {
  /** Names everything that a summary depends on beside the text and the glossary: the program's readers and data. */
  readonly readers: string;
  /** URI of the file; null where nothing is to be stored. */
  file(): string | null;
}

/** Stands for a text that is no policy document. */
const OTHER = new Uint8Array(0);

export class StoredSummaries {
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #facts: WorkspaceFacts;
  readonly #file: StoredIndex;
  /** The glossary that the summaries rest on. */
  readonly #glossary: Glossary;
  /** Of the texts that were looked for. */
  readonly #hashes = new Map<string, string>();
  readonly #others = new Set<string>();

  private constructor(host: Host, workspace: Workspace, facts: WorkspaceFacts, file: StoredIndex) {
    this.#host = host;
    this.#workspace = workspace;
    this.#facts = facts;
    this.#file = file;
    this.#glossary = workspace.glossary;
  }

  /** `terms` names the present glossary of the workspace. `fresh` takes nothing from what is stored. */
  static async open(
    host: Host,
    workspace: Workspace,
    facts: WorkspaceFacts,
    storage: Storage,
    terms: string,
    fresh: boolean,
  ): Promise<StoredSummaries | null> {
    const file = storage.file();
    if (file === null || storage.readers === '') return null;
    const stamp = await host.hash(`${storage.readers}\n${terms}`);
    return new StoredSummaries(host, workspace, facts, await StoredIndex.open(host, file, stamp, fresh));
  }

  /** What is stored of a text. */
  async find(uri: string, text: string): Promise<Uint8Array | undefined> {
    const hash = await this.#host.hash(text);
    this.#hashes.set(uri, hash);
    return this.#workspace.glossary === this.#glossary ? this.#file.get(hash) : undefined;
  }

  /** Takes a document in as it was stored: whether it is a policy document, null where that cannot be told. */
  restore(uri: string, text: string, record: Uint8Array): boolean | null {
    if (record.length === 0) {
      this.#others.add(uri);
      return false;
    }
    const restored = restoreSummary(record, uri, this.#workspace.ids);
    if (!restored || restored.summary.length !== text.length) return null;
    this.#workspace.restore(uri, text, restored.summary);
    this.#facts.restore(uri, restored.beside as ReturnType<WorkspaceFacts['of']>);
    return true;
  }

  /** The text that was looked for turned out to be no policy document. */
  other(uri: string): void {
    this.#others.add(uri);
  }

  /** The file has another text than the one that was looked for. */
  changed(uri: string): void {
    this.#hashes.delete(uri);
    this.#others.delete(uri);
  }

  /** Stores what was looked for, as it is known now. `turn` comes between two documents. */
  async save(turn: () => Promise<void>): Promise<void> {
    const records = new Map<string, Uint8Array>();
    for (const [uri, hash] of this.#hashes) {
      if (this.#workspace.glossary !== this.#glossary) return;
      const record = this.#file.get(hash) ?? (this.#others.has(uri) ? OTHER : await this.#made(uri, hash));
      if (record) records.set(hash, record);
      if (record && record !== this.#file.get(hash)) await turn();
    }
    await this.#file.save(records);
  }

  /** The record of a document that is read to the end and still has the text with this hash. */
  async #made(uri: string, hash: string): Promise<Uint8Array | null> {
    const text = this.#workspace.text(uri);
    if (text === undefined || this.#workspace.version(uri) !== null || (await this.#host.hash(text)) !== hash)
      return null;
    const summary = this.#workspace.text(uri) === text ? this.#workspace.summary(uri) : undefined;
    if (!summary || this.#workspace.surveyed(uri)) return null;
    return storeSummary(summary, this.#workspace.ids, this.#facts.of(uri));
  }
}
