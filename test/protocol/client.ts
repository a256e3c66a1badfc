/**
 * A real client over stdio: starts the built server, speaks the protocol, keeps what it is told.
 * Changes when tests need to hear more of the server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export const SERVER = path.resolve('dist/server/node.js');
export const CLI = path.resolve('dist/cli.js');

/** Capabilities of an editor that can everything that the server makes use of. */
export const RICH = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    implementation: { linkSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      dataSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    rename: { prepareSupport: true },
  },
};
/** The same, pulling diagnostics. */
export const PULLING = { ...RICH, textDocument: { ...RICH.textDocument, diagnostic: { dynamicRegistration: false } } };

export interface StartOptions {
  readonly command?: readonly string[];
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  readonly options?: object;
  readonly locale?: string;
  readonly settings?: object;
}

export interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server sent
  readonly params: any;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class TestClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly received: Received[] = [];
  readonly diagnostics = new Map<string, { version?: number; diagnostics: Diagnostic[] }>();
  initialized!: InitializeResult;
  stderr = '';
  settings: object;
  #versions = new Map<string, number>();

  private constructor(options: StartOptions) {
    const [command, ...args] = options.command ?? ['node', SERVER, '--stdio'];
    this.settings = options.settings ?? {};
    this.process = spawn(command!, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stderr!.on('data', (d) => {
      this.stderr += d;
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onError(() => {});
    this.connection.onNotification((method, params) => {
      this.received.push({ method, params });
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (p) => {
      this.diagnostics.set(p.uri, p);
      this.received.push({ method: 'textDocument/publishDiagnostics', params: p });
    });
    this.connection.onUnhandledProgress((params) => {
      this.received.push({ method: '$/progress', params });
    });
    this.connection.onRequest((method, params) => {
      this.received.push({ method, params });
      return null;
    });
    this.connection.onRequest('workspace/configuration', (p: { items: unknown[] }) => p.items.map(() => this.settings));
    this.connection.listen();
  }

  static async start(options: StartOptions = {}): Promise<TestClient> {
    if (!fs.existsSync(SERVER)) throw new Error('dist/server/node.js is missing: run `npm run build` first');
    const client = new TestClient(options);
    const folders = (options.folders ?? []).map((f) => ({ uri: pathToFileURL(f).toString(), name: path.basename(f) }));
    client.initialized = await client.request('initialize', {
      processId: process.pid,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders.length > 0 ? folders : null,
      capabilities: options.capabilities ?? RICH,
      initializationOptions: options.options,
      ...(options.locale ? { locale: options.locale } : {}),
    });
    await client.notify('initialized', {});
    return client;
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  request(method: string, params: object | null = null, token?: CancellationToken): Promise<any> {
    return token
      ? this.connection.sendRequest(method, params, token)
      : this.connection.sendRequest(method, params ?? {});
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'policy-zh'): Promise<string> {
    this.#versions.set(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  async change(uri: string, ...contentChanges: object[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  /** Asks about one document. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  ask(feature: string, uri: string, more: object = {}): Promise<any> {
    return this.request(`textDocument/${feature}`, { textDocument: { uri }, ...more });
  }

  /** Waits until `found` gives something. */
  async until<T>(what: string, found: () => T | undefined | false | null | Promise<T | undefined | false | null>) {
    const limit = Date.now() + 20_000;
    for (;;) {
      const value = await found();
      if (value) return value;
      if (Date.now() > limit) throw new Error(`waited in vain: ${what}\n${this.log()}\n${this.stderr}`);
      await wait(20);
    }
  }

  /** Resolves once the index is built. */
  async ready(): Promise<void> {
    await this.until('index', async () => (await this.request('policyAnnotator/getStatus')).state === 'ready');
  }

  log(): string {
    const logs = this.received.filter((r) => r.method === 'window/logMessage');
    return logs.map((r) => r.params.message).join('\n');
  }

  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.request('shutdown');
    await this.notify('exit', {});
    const code = await Promise.race([ended, wait(5000).then(() => null)]);
    this.connection.dispose();
    if (code === null) this.process.kill('SIGKILL');
    return code;
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}

/** A folder with these files, removed by `fs.rm` in the test that made it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-protocol-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

export const uriIn = (folder: string, name: string): string => pathToFileURL(path.join(folder, name)).toString();

/** Where `text` has `needle`, as a position. */
export function positionOf(text: string, needle: string, plus = 0): { line: number; character: number } {
  const at = text.indexOf(needle);
  if (at < 0) throw new Error(`no ${needle}`);
  const before = text.slice(0, at + plus).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
