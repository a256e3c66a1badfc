/**
 * Who writes annotations: what the user said last, the setting, the client, git's name, the name of the account.
 * Changes when that order does.
 */
import type { AuthorInfo } from './protocol.ts';
import type { Session } from './session.ts';

export class Author {
  /** What the client said since the settings were read last; the setting that it wrote comes later than its next call. */
  given = '';
  readonly #session: Session;
  #before = '';
  #git: Promise<string> | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  async find(): Promise<AuthorInfo> {
    const { settings, options, environment, folders } = this.#session;
    if (this.given) return { name: this.given, source: 'settings' };
    if (settings.author) return { name: settings.author, source: 'settings' };
    if (options.author) return { name: options.author, source: 'client' };
    this.#git ??= environment.gitUser?.(folders[0] ?? '') ?? Promise.resolve('');
    const git = await this.#git;
    if (git) return { name: git, source: 'git' };
    const name = environment.user();
    return { name, source: name ? 'account' : 'none' };
  }

  /** Whether what could name another author is different from what it was at the last call. */
  changed(): boolean {
    const { settings } = this.#session;
    const before = this.#before;
    const [said, set] = before.split('\n');
    if (set !== undefined && set !== settings.author && said === this.given) this.given = '';
    this.#before = `${this.given}\n${settings.author}`;
    return before !== this.#before;
  }
}
