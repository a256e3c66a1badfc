/** The tag sets of the roots in use, as files. Changes when tag sets are kept elsewhere. */
import type { Host } from '../host.ts';
import { fromUtf8, utf8 } from './log.ts';
import { attributesUri, tagSetUri } from './place.ts';
import { EMPTY_TAGS, readTagSet, type TagSet, writeTagSet } from './tagset.ts';

export class TagFiles {
  readonly #host: Host;
  readonly #sets = new Map<string, TagSet>();
  readonly #seen = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  /** The tag set below a root; an empty root is the one of unsaved documents. */
  async get(root: string): Promise<TagSet> {
    const cached = this.#sets.get(root);
    if (cached) return cached;
    const set = await this.#read(root);
    this.#sets.set(root, set);
    return set;
  }

  async #read(root: string): Promise<TagSet> {
    if (root === '') return this.#sets.get('') ?? EMPTY_TAGS;
    const uri = tagSetUri(root);
    if ((await this.#host.stat(uri)) === null) return EMPTY_TAGS;
    return readTagSet(fromUtf8(await this.#host.read(uri)));
  }

  /** Reads the file anew, changes it, writes it. One after the other. */
  change(root: string, change: (set: TagSet) => TagSet): Promise<TagSet> {
    const rewrite = async (): Promise<TagSet> => {
      const set = await this.#read(root);
      const next = change(set);
      if (next !== set && root !== '') {
        const attributes = attributesUri(root);
        if ((await this.#host.stat(attributes)) === null) {
          await this.#host.write(attributes, utf8('tagset.json merge=union\n'));
        }
        if (set.problems.some((p) => !p.mark)) {
          // What could not be read would be gone: it stays beside the new file.
          const uri = tagSetUri(root);
          await this.#host.write(
            uri.replace(/\.json$/, `.damaged-${this.#host.now()}.json`),
            await this.#host.read(uri),
          );
        }
        await this.#host.write(tagSetUri(root), utf8(writeTagSet(next)));
      }
      this.#sets.set(root, next);
      return next;
    };
    // Another window, or the command line, may be about to write the same file.
    const run = this.#queue.then(() => (root === '' ? rewrite() : this.#host.exclusively(tagSetUri(root), rewrite)));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Whether the file is another one than when this was asked last; where it never was, that is remembered alone. */
  async changed(root: string): Promise<boolean> {
    if (root === '') return false;
    const stat = await this.#host.stat(tagSetUri(root)).catch(() => null);
    const [before, now] = [this.#seen.get(root), `${stat?.size} ${stat?.mtime}`];
    this.#seen.set(root, now);
    return before !== undefined && before !== now;
  }

  /** The file was changed by others. */
  forget(root: string): void {
    if (root !== '') this.#sets.delete(root);
  }
}
