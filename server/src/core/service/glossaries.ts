/**
 * The glossary in use: the built-in one, loaded on first use, and the files of users over it.
 * Changes when glossaries come from another place.
 */
import type { Glossary } from '../glossary/glossary.ts';
import type { FileProblem, ReadFile } from '../glossary/read.ts';
import type { Host } from '../host.ts';

export class Glossaries {
  readonly #host: Host;
  readonly #files = new Map<string, ReadFile>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Problems of each user file; empty lists for sound ones. */
  *problems(): IterableIterator<readonly [uri: string, problems: readonly FileProblem[]]> {
    for (const [uri, file] of this.#files) yield [uri, file.problems];
  }

  /** Addresses of all files read so far. */
  uris(): IterableIterator<string> {
    return this.#files.keys();
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Reads a user's file again; `text` where an editor has it open. False where it is gone. */
  async read(uri: string, text: string | null): Promise<boolean> {
    const { readGlossaryFile } = await import('../glossary/read.ts');
    let content = text;
    if (content === null) {
      try {
        const decoded = this.#host.decode(await this.#host.read(uri));
        if (decoded.ok) content = decoded.text;
        else this.#host.log('warn', `${uri}: ${decoded.reason} at byte ${decoded.offset}`);
      } catch (error) {
        this.#host.log('info', error instanceof Error ? error.message : String(error));
      }
    }
    if (content === null) {
      this.#files.delete(uri);
      return false;
    }
    this.#files.set(uri, await readGlossaryFile(uri, content));
    return true;
  }

  remove(uri: string): boolean {
    return this.#files.delete(uri);
  }

  /** The files read so far, in the order of their URIs. */
  get #parts(): readonly (readonly [string, ReadFile])[] {
    return [...this.#files.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Names what `build` makes: equal names, equal glossaries of one program. */
  name(): string {
    return JSON.stringify(this.#parts);
  }

  /** The built-in glossary with all files read so far, in the order of their URIs. */
  async build(): Promise<Glossary> {
    const { glossaryWith } = await import('../glossary/entries.ts');
    return glossaryWith(...this.#parts.map(([, part]) => part));
  }
}
