/**
 * The life of the language server as the editor sees it: started by the first policy document, restarted, stopped.
 * Changes when that life changes. Whoever speaks to the server registers with `onCreate` and is called for every new client.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type ServerStatus, STATUS, SUPPRESS_FINDING } from '../../server/src/lsp/protocol.ts';
import { LANGUAGE, servedSchemes } from './language.ts';
import type { CommandLine } from './tasks.ts';
import { named } from './terms/symbols.ts';

export type Phase = 'off' | 'starting' | 'running' | 'failed';

/** Makes the client for one kind of extension host. */
export type Connector = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export interface Platform {
  readonly connect: Connector;
  readonly fileAccess: 'virtual' | 'all';
  /** The command line, where it can be run. */
  readonly cli?: CommandLine;
}

const START_LIMIT = 60_000;
const STOP_LIMIT = 5_000;

export class Session implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #platform: Platform;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #hooks: ((client: BaseLanguageClient) => vscode.Disposable)[] = [];
  #perClient: vscode.Disposable[] = [];
  #client: BaseLanguageClient | null = null;
  #starting: Promise<BaseLanguageClient | null> | null = null;
  #disposed = false;
  #told = false;
  #fail: ((reason: string) => void) | null = null;

  phase: Phase = 'off';
  status: ServerStatus | null = null;
  /** Fires when `phase` or `status` changes. */
  readonly onDidChange = this.#changed.event;
  readonly #phased = new vscode.EventEmitter<Phase>();
  /** Fires when the server is in another phase, for what a mere report of its status does not concern. */
  readonly onPhase = this.#phased.event;

  constructor(context: vscode.ExtensionContext, platform: Platform, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#platform = platform;
    this.#log = log;
  }

  /** Registers what every client needs before it starts, such as request handlers. */
  onCreate(hook: (client: BaseLanguageClient) => vscode.Disposable): void {
    this.#hooks.push(hook);
    if (this.#client) this.#perClient.push(hook(this.#client));
  }

  /** The running client, started if need be; null where it can't start, which the user has been told. */
  client(): Promise<BaseLanguageClient | null> {
    if (this.#disposed) return Promise.resolve(null);
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async restart(): Promise<void> {
    this.#log.info('Restarting the language server');
    await this.stop();
    await this.client();
  }

  async stop(): Promise<void> {
    // The library can't stop what is still starting.
    if (this.#starting) await within(STOP_LIMIT, this.#starting).catch(() => null);
    const client = this.#client;
    this.#client = null;
    this.#starting = null;
    for (const d of this.#perClient.splice(0)) d.dispose();
    if (client) {
      await client.stop().catch((error) => this.#log.warn(`Stopping the server: ${error}`));
      await client.dispose().catch(() => undefined);
    }
    this.#set('off');
  }

  dispose(): void {
    this.#disposed = true;
    void this.stop();
    this.#changed.dispose();
    this.#phased.dispose();
  }

  async #start(): Promise<BaseLanguageClient | null> {
    this.#told = false;
    this.#set('starting');
    try {
      const [{ State }, { crashHandler }, { traceChannel }, { serveFiles }] = await Promise.all([
        import('vscode-languageclient'),
        import('./crashes.ts'),
        import('./trace.ts'),
        import('./files.ts'),
      ]);
      const options: LanguageClientOptions = {
        documentSelector: servedSchemes().flatMap((scheme) => [
          { scheme, language: LANGUAGE },
          { scheme, pattern: '**/*.glossary.yml' },
        ]),
        middleware: {
          provideWorkspaceSymbols: async (query, token, next) => named((await next(query, token)) ?? [], query),
        },
        outputChannel: this.#log,
        traceOutputChannel: traceChannel(this.#log, this.#perClient),
        errorHandler: crashHandler({
          starting: () => this.phase === 'starting',
          startFailed: (reason) => this.#startFailed(reason),
          restart: () => void this.restart(),
          showLog: () => this.#log.show(),
        }),
        initializationFailedHandler: () => false,
        initializationOptions: {
          locale: vscode.env.language,
          ruleBase: `${vscode.env.uriScheme}://${this.#context.extension.id}/rules/`,
          fileAccess: this.#platform.fileAccess,
          commands: ['policyAnnotator.openGlossaryEntry', SUPPRESS_FINDING],
          ...(this.#context.storageUri ? { storage: this.#context.storageUri.toString() } : {}),
          assets: { base: vscode.Uri.joinPath(this.#context.extensionUri, 'dist').toString(true) },
        },
        diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
        markdown: { isTrusted: false, supportHtml: false },
      };
      const client = await this.#platform.connect(options);
      this.#client = client;
      // What the library would show in English, we have said in the user's language: it goes to the log alone.
      const report = client.error.bind(client);
      client.error = (message, data) => report(message, data, false);
      this.#perClient.push(
        client.onDidChangeState(({ newState }) => {
          if (client !== this.#client) return;
          if (newState === State.Running) this.#set('running');
          else if (newState === State.Starting) this.#set('starting');
          else this.#set('failed');
        }),
        client.onNotification(STATUS, (status: ServerStatus) => {
          this.status = status;
          this.#changed.fire();
        }),
        serveFiles(client),
        ...this.#hooks.map((hook) => hook(client)),
      );
      const failed = new Promise<never>((_, reject) => {
        this.#fail = (reason) => reject(new Error(reason));
      });
      await within(START_LIMIT, Promise.race([client.start(), failed]));
      return client;
    } catch (error) {
      this.#fail = null;
      this.#startFailed(error instanceof Error ? error.message : String(error));
      this.#starting = null;
      return null;
    } finally {
      this.#fail = null;
    }
  }

  /** Ends a start that came to nothing, and says so once. */
  #startFailed(reason: string): void {
    this.#log.error(`The language server did not start: ${reason}`);
    if (this.#fail) {
      this.#fail(reason);
      return;
    }
    if (this.#told) return;
    this.#told = true;
    this.#set('failed');
    const buttons = {
      [vscode.l10n.t('Restart')]: () => void this.restart(),
      [vscode.l10n.t('Show Log')]: () => this.#log.show(),
    };
    void import('./crashes.ts').then(({ offer }) =>
      offer(vscode.l10n.t('The policy language server could not be started.'), buttons, true),
    );
  }

  #set(phase: Phase): void {
    if (phase !== 'running') this.status = null;
    else this.#told = false;
    const other = this.phase !== phase;
    this.phase = phase;
    if (this.#disposed) return;
    if (other) this.#phased.fire(phase);
    this.#changed.fire();
  }
}

/** The promise, or an error when it takes too long: a web worker that fails to load never answers. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
