/**
 * The build for web workers, run in a thread that has what a worker has and no file system: every file comes from the
 * client. The browser itself is tested in the editor suite.
 */
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { positionOf } from './client.ts';
import { NOTICE, REGULATION } from './documents.ts';

const SHIM = `
const { parentPort, workerData } = require('node:worker_threads');
const http = require('node:http');
const source = require('node:fs').readFileSync(workerData, 'utf8');
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener ??= () => {};
// Node's own fetch rests on globals that are taken away here.
globalThis.fetch = (url) => new Promise((resolve, reject) => {
  http.get(url, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(...chunk));
    response.on('end', () => resolve({
      ok: response.statusCode === 200,
      status: response.statusCode,
      statusText: response.statusMessage,
      arrayBuffer: async () => Uint8Array.from(chunks).buffer,
    }));
  }).on('error', reject);
});
for (const name of ['process', 'require', 'Buffer', 'setImmediate', 'global']) delete globalThis[name];
(0, eval)(source);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
`;

// biome-ignore lint/suspicious/noExplicitAny: messages of many shapes
type Any = any;

class WorkerClient {
  readonly worker = new Worker(SHIM, { eval: true, workerData: 'dist/server/worker.js' });
  readonly logs: string[] = [];
  readonly files: Map<string, string>;
  /** Files that are no text, as Base64. */
  readonly binary = new Map<string, string>();
  readonly asked: string[] = [];
  #next = 1;
  readonly #waiting = new Map<number, { resolve(v: Any): void; reject(e: Error): void }>();

  constructor(files: Record<string, string>) {
    this.files = new Map(Object.entries(files));
    this.worker.on('message', (message: Any) => this.#receive(message));
    this.worker.on('error', (error) => this.logs.push(String(error)));
  }

  #receive({ id, method, params, result, error }: Any): void {
    if (method === undefined) {
      const call = this.#waiting.get(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    } else if (id === undefined) {
      if (method === 'window/logMessage') this.logs.push(params.message);
    } else {
      this.asked.push(method);
      this.worker.postMessage({ jsonrpc: '2.0', id, ...this.#serve(method, params) });
    }
  }

  #serve(method: string, params: Any): object {
    const bytes = this.binary.get(params?.uri);
    if (method === 'policyAnnotator/files/stat' && bytes !== undefined)
      return { result: { type: 'file', size: Buffer.from(bytes, 'base64').length, mtime: 1 } };
    if (method === 'policyAnnotator/files/read' && bytes !== undefined) return { result: { base64: bytes } };
    if (method === 'policyAnnotator/files/write' && params.uri.endsWith('.bin')) {
      this.binary.set(params.uri, params.base64);
      return { result: null };
    }
    const text = this.files.get(params?.uri);
    switch (method) {
      case 'policyAnnotator/files/list':
        return { result: [...this.files.keys()].filter((u) => u.startsWith(params.folder) && u.endsWith('.txt')) };
      case 'policyAnnotator/files/stat':
        return { result: text === undefined ? null : { type: 'file', size: text.length, mtime: 1 } };
      case 'policyAnnotator/files/read':
        if (text === undefined) return { error: { code: -32000, message: 'no such file' } };
        return { result: { base64: Buffer.from(text).toString('base64') } };
      case 'policyAnnotator/files/write':
        this.files.set(params.uri, Buffer.from(params.base64, 'base64').toString());
        return { result: null };
      case 'policyAnnotator/files/rename':
        this.files.set(params.to, this.files.get(params.from)!);
        this.files.delete(params.from);
        return { result: null };
      default:
        return { result: null };
    }
  }

  request(method: string, params: object): Promise<Any> {
    const id = this.#next++;
    this.worker.postMessage({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }
  notify(method: string, params: object): void {
    this.worker.postMessage({ jsonrpc: '2.0', method, params });
  }

  async start(options: object): Promise<Any> {
    const answer = await this.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'mem:/ws', name: 'ws' }],
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
      initializationOptions: { fileAccess: 'all', ...options },
    });
    this.notify('initialized', {});
    return answer;
  }
  async open(uri: string, text: string): Promise<string> {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'policy-zh', version: 1, text } });
    return uri;
  }
  async status(until: (s: Any) => boolean): Promise<Any> {
    for (let i = 0; i < 400; i++) {
      const status = await this.request('policyAnnotator/getStatus', {});
      if (until(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`waited in vain\n${this.logs.join('\n')}`);
  }
}

let client: WorkerClient;
afterEach(async () => {
  await client.worker.terminate();
});

it('serves features, reads the workspace through the client, and keeps annotations there', async () => {
  client = new WorkerClient({ 'mem:/ws/a.txt': NOTICE, 'mem:/ws/b.txt': REGULATION });
  expect((await client.start({})).serverInfo.name).toBe('policy-annotator');
  const uri = await client.open('mem:/ws/a.txt', NOTICE);
  const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map((s: Any) => s.name)).toContain('二、重点任务');
  expect(await client.status((s) => s.state === 'ready')).toMatchObject({ documents: 2 });
  const position = positionOf(NOTICE, '防洪排涝条例', 1);
  const targets = await client.request('textDocument/definition', { textDocument: { uri }, position });
  expect(targets.map((t: Any) => t.uri)).toEqual(['mem:/ws/b.txt']);
  const made = await client.request('policyAnnotator/annotations', {
    method: 'create',
    params: { uri, span: { start: 0, end: 6 }, note: '题' },
  });
  expect(made.text).toBe(NOTICE.slice(0, 6));
  expect([...client.files.keys()].some((f) => f.includes('.annotations/') && f.endsWith('.jsonl'))).toBe(true);
  expect(client.asked).toContain('policyAnnotator/files/read');
  expect(client.logs.filter((l) => /unhandled|Error/.test(l))).toEqual([]);
});

it('stores its index through the client, and starts with it', async () => {
  const files = { 'mem:/ws/a.txt': NOTICE, 'mem:/ws/b.txt': REGULATION };
  const begin = async (stored: ReadonlyMap<string, string>): Promise<Any> => {
    client = new WorkerClient(files);
    for (const [uri, bytes] of stored) client.binary.set(uri, bytes);
    await client.start({ storage: 'mem:/storage/' });
    const { documents, references } = await client.status((s) => s.state === 'ready');
    const symbols = await client.request('workspace/symbol', { query: '条例' });
    await client.request('shutdown', {});
    await client.worker.terminate();
    return { documents, references, symbols };
  };
  const first = await begin(new Map());
  const stored = new Map(client.binary);
  expect([...stored.keys()]).toEqual(['mem:/storage/index.bin']);
  expect(first.documents).toBe(2);
  expect(await begin(stored)).toEqual(first);
  expect(client.asked).not.toContain('policyAnnotator/files/write');
  expect(await begin(new Map([['mem:/storage/index.bin', 'AAAA']]))).toEqual(first);
  expect(client.asked).toContain('policyAnnotator/files/write');
});

it('segments by WebAssembly from the address that the client gives, and without it by what the browser has', async () => {
  const server = http.createServer((request, response) => {
    if (request.url !== '/dist/jieba_rs_wasm_bg.wasm') response.writeHead(404).end();
    else fs.createReadStream('dist/jieba_rs_wasm_bg.wasm').pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dist`;
  for (const [assets, name] of [
    [{ base }, 'jieba-wasm'],
    [undefined, 'Intl.Segmenter'],
  ] as const) {
    client = new WorkerClient({});
    await client.start({ assets });
    const uri = await client.open('mem:/ws/a.txt', NOTICE);
    const positions = [positionOf(NOTICE, '基本形成', 1)];
    const ask = () => client.request('textDocument/selectionRange', { textDocument: { uri }, positions });
    expect((await ask()).length).toBe(1);
    expect((await client.status((s) => s.segmenter !== null)).segmenter, client.logs.join('\n')).toBe(name);
    const [{ range }] = await ask();
    expect(range.end.character - range.start.character).toBe(2);
    if (assets) await client.worker.terminate();
  }
  server.close();
});
