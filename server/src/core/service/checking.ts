/**
 * Which configuration counts for a document, and the checkers made for it: settings of the editor with the nearest
 * `.policy-annotator.yml` on top. Changes when configuration comes from another place.
 */
import type { ParsedConfig } from '../checks/config.ts';
import type { CheckConfig, Checker, Finding } from '../checks/run.ts';
import { type Suppression, setAside } from '../checks/suppressions.ts';
import type { WorkspaceContext } from '../checks/workspace.ts';
import type { PolicyDocument } from '../document/model.ts';
import type { Host } from '../host.ts';

export const CONFIG_FILE = '.policy-annotator.yml';

export type Matcher = (include: readonly string[], exclude: readonly string[]) => (path: string) => boolean;

/** Milliseconds of checking before others have a turn. */
const SLICE = 8;

interface FolderConfig {
  /** URI of the folder, with a slash at its end. */
  readonly folder: string;
  readonly uri: string;
  readonly parsed: ParsedConfig;
  readonly excludes: (path: string) => boolean;
}

export class Checking {
  readonly #host: Host;
  readonly #matcher: Matcher;
  #base: CheckConfig;
  readonly #configs = new Map<string, FolderConfig>();
  readonly #checkers = new Map<string, Promise<Checker>>();
  /** Grows with every change of configuration. */
  stamp = 0;

  constructor(host: Host, base: CheckConfig, matcher: Matcher) {
    this.#host = host;
    this.#base = base;
    this.#matcher = matcher;
  }

  configure(base: CheckConfig): void {
    this.#base = base;
    this.#changed();
  }

  #changed(): void {
    this.#checkers.clear();
    this.stamp++;
  }

  /** Reads a configuration file; `text` where an editor has it open. False where it is gone. */
  async read(uri: string, text: string | null): Promise<boolean> {
    let content = text;
    if (content === null) {
      try {
        const decoded = this.#host.decode(await this.#host.read(uri));
        if (decoded.ok) content = decoded.text;
      } catch (error) {
        this.#host.log('info', error instanceof Error ? error.message : String(error));
      }
    }
    if (content === null) return !this.remove(uri);
    const { parseConfig } = await import('./check-engine.ts');
    const parsed = parseConfig(content);
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const excludes = parsed.exclude.length > 0 ? this.#matcher(parsed.exclude, []) : () => false;
    this.#configs.set(uri, { folder, uri, parsed, excludes });
    this.#changed();
    return true;
  }

  remove(uri: string): boolean {
    const had = this.#configs.delete(uri);
    if (had) this.#changed();
    return had;
  }

  has(uri: string): boolean {
    return this.#configs.has(uri);
  }

  /** Problems of each configuration file that is in use. */
  *problems(): IterableIterator<readonly [uri: string, problems: ParsedConfig['problems']]> {
    for (const { uri, parsed } of this.#configs.values()) yield [uri, parsed.problems];
  }

  /** The configuration in the nearest folder above a document. */
  #nearest(uri: string): FolderConfig | null {
    let best: FolderConfig | null = null;
    for (const config of this.#configs.values())
      if (uri.startsWith(config.folder) && config.folder.length > (best?.folder.length ?? 0)) best = config;
    return best;
  }

  /** The rules bring large tables with them: they are loaded when something is first checked. */
  async #make(config: FolderConfig | null): Promise<Checker> {
    const { Checker, mergeConfig } = await import('./check-engine.ts');
    const settings = config ? mergeConfig(this.#base, config.parsed) : this.#base;
    return new Checker(settings, ({ rule, error }) =>
      this.#host.log('error', `rule ${rule} is off: ${error instanceof Error ? error.stack : String(error)}`),
    );
  }

  /**
   * Findings of a document that nobody has set aside, with the configuration that counts for it. Whoever waits for
   * something else has a turn between; null when `cancelled` says that nobody waits any longer.
   */
  async run(
    uri: string,
    document: PolicyDocument,
    context: WorkspaceContext,
    suppressions: readonly Suppression[] = [],
    cancelled: () => boolean = () => false,
  ): Promise<readonly Finding[] | null> {
    const config = this.#nearest(uri);
    if (config?.excludes(decodeURIComponent(uri.slice(config.folder.length)))) return [];
    const key = config?.uri ?? '';
    let checker = this.#checkers.get(key);
    if (!checker) {
      checker = this.#make(config);
      this.#checkers.set(key, checker);
    }
    const ready = await checker;
    const steps = ready.steps(document, context);
    let step = steps.next();
    for (let since = this.#host.now(); !step.done; step = steps.next()) {
      if (this.#host.now() - since < SLICE) continue;
      await this.#host.yield();
      if (cancelled()) return null;
      since = this.#host.now();
    }
    const found = step.value;
    if (suppressions.length === 0) return found;
    const { shown, stale } = setAside(found, suppressions, (rule) => ready.runs(rule));
    return [...shown, ...ready.stale(stale)];
  }
}
