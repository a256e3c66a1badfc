/** Life and death: bad messages, huge documents, a killed server, a parent that goes away. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLI, folderWith, SERVER, TestClient, uriIn } from './client.ts';
import { NOTICE } from './documents.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('robustness', () => {
  it('answers nonsense with errors and goes on', async () => {
    const client = await TestClient.start();
    const uri = await client.open('untitled:a', NOTICE);
    const nonsense: [string, unknown][] = [
      ['textDocument/hover', { textDocument: { uri: 'untitled:unknown' }, position: { line: 0, character: 0 } }],
      ['textDocument/hover', { textDocument: { uri }, position: { line: 1e9, character: 1e9 } }],
      ['textDocument/hover', { textDocument: { uri } }],
      ['textDocument/definition', { position: {} }],
      ['textDocument/hover', {}],
      ['textDocument/documentSymbol', { textDocument: null }],
      ['textDocument/selectionRange', { textDocument: { uri }, positions: 'none' }],
      ['textDocument/codeAction', { textDocument: { uri }, range: null, context: null }],
      ['textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId: 'never given' }],
      [
        'textDocument/semanticTokens/range',
        { textDocument: { uri }, range: { start: { line: 9, character: 0 }, end: { line: 0, character: 0 } } },
      ],
      ['workspace/symbol', { query: '\u0000\ud800(((((' }],
      ['workspace/symbol', {}],
      ['policyAnnotator/parse', { uri: '::::' }],
      ['policyAnnotator/parse', null],
      ['policyAnnotator/documentInfo', { uri: 17 }],
      ['policyAnnotator/checkWorkspace', {}],
      ['no/such/method', {}],
    ];
    for (const [method, params] of nonsense) await client.request(method, params as object).catch((e) => e);
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
      '$/nothing',
    ])
      for (const params of [
        {},
        { textDocument: {} },
        { changes: [{ uri: 5, type: 9 }] },
        { textDocument: { uri, version: 2 }, contentChanges: [{}] },
      ])
        await client.notify(method, params);
    expect((await client.ask('documentSymbol', await client.open('untitled:b', NOTICE))).length).toBeGreaterThan(2);
    expect(client.log()).not.toContain('unhandled rejection');
    expect(await client.stop()).toBe(0);
  });

  it('survives a thousand messages of random content', async () => {
    const client = await TestClient.start();
    const uri = await client.open('untitled:fuzz', NOTICE);
    const position = fc.record({ line: fc.integer({ min: -2, max: 30 }), character: fc.integer({ min: -2, max: 90 }) });
    const range = fc.record({ start: position, end: position });
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined), position, range);
    const params = fc.record({
      textDocument: fc.oneof(fc.constant({ uri, version: 3 }), odd),
      position: fc.oneof(position, odd),
      range: fc.oneof(range, odd),
      positions: fc.oneof(fc.array(position), odd),
      context: fc.oneof(fc.constant({ diagnostics: [], includeDeclaration: true }), odd),
      contentChanges: fc.oneof(fc.array(fc.record({ range, text: fc.string() })), odd),
      query: fc.oneof(fc.string(), odd),
      newName: fc.string(),
      item: odd,
      changes: odd,
      event: odd,
      settings: odd,
      uri: fc.oneof(fc.constant(uri), odd),
      method: fc.oneof(fc.constantFrom('list', 'create', 'tags', 'toString', '__proto__'), odd),
      params: odd,
      data: odd,
    });
    const features = ['hover', 'definition', 'typeDefinition', 'implementation', 'references', 'documentHighlight'];
    features.push('documentLink', 'documentSymbol', 'foldingRange', 'selectionRange', 'completion', 'codeAction');
    features.push('rename', 'prepareRename', 'prepareCallHierarchy', 'semanticTokens/full', 'semanticTokens/range');
    const requests = [
      ...features.map((f) => `textDocument/${f}`),
      'workspace/symbol',
      'completionItem/resolve',
      'callHierarchy/incomingCalls',
      'callHierarchy/outgoingCalls',
      'policyAnnotator/annotations',
      'policyAnnotator/suppressions',
      'policyAnnotator/suppress',
      'policyAnnotator/parse',
      'workspace/textDocumentContent',
    ];
    const notifications = [
      'textDocument/didChange',
      'textDocument/didSave',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
      'workspace/didRenameFiles',
      '$/cancelRequest',
    ];
    const message = fc.tuple(fc.constantFrom(...requests, ...requests, ...notifications), params);
    const answers: Promise<unknown>[] = [];
    for (const [method, p] of fc.sample(message, 1000)) {
      if (requests.includes(method)) answers.push(client.request(method, p).catch((e) => e));
      else void client.notify(method, p);
    }
    await Promise.all(answers);
    expect(client.process.exitCode).toBeNull();
    await client.change(uri, { text: NOTICE });
    expect((await client.ask('documentSymbol', uri)).length).toBeGreaterThan(2);
    const unhandled = client
      .log()
      .split('\n')
      .filter((line) => line.includes('unhandled'));
    expect(unhandled).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('survives bytes that are no message', async () => {
    const child = spawn('node', [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (d) => {
      out += d;
    });
    const send = (body: string) => child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    send('{ this is no JSON');
    send('[]');
    send('{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}');
    for (let i = 0; i < 200 && !out.includes('"id":1'); i++) await wait(25);
    expect(out).toContain('"positionEncoding"');
    child.kill('SIGKILL');
  });

  it('gives outline and highlighting of a 20 MB document, and a notice', async () => {
    const client = await TestClient.start();
    const text = NOTICE.repeat(Math.ceil(7_000_000 / NOTICE.length));
    expect(Buffer.byteLength(text)).toBeGreaterThan(19_000_000);
    const uri = await client.open('untitled:huge', text);
    const symbols = await client.ask('documentSymbol', uri);
    expect(symbols.length).toBeGreaterThan(1000);
    expect((await client.ask('semanticTokens/full', uri)).data.length).toBeGreaterThan(1000);
    expect(await client.request('policyAnnotator/documentInfo', { uri })).toMatchObject({ limited: true });
    expect(await client.ask('hover', uri, { position: { line: 5, character: 8 } })).toBeNull();
    const notice = client.received.find((r) => r.method === 'window/showMessage');
    expect(notice?.params.message).toMatch(/million/);
    expect(await client.stop()).toBe(0);
  });
});

describe('life cycle', () => {
  it('starts through the command line', async () => {
    const client = await TestClient.start({ command: ['node', CLI, 'lsp', '--stdio'] });
    const uri = await client.open('untitled:cli', NOTICE);
    expect((await client.ask('documentSymbol', uri)).length).toBeGreaterThan(2);
    expect(await client.stop()).toBe(0);
  });

  it('ends with the code that the protocol asks for', async () => {
    const client = await TestClient.start();
    const ended = new Promise((resolve) => client.process.once('exit', resolve));
    await client.notify('exit', {});
    expect(await ended).toBe(1);
  });

  it('leaves nothing behind that hangs when it is killed, and starts again', async () => {
    const folder = folderWith({ 'a.txt': NOTICE });
    for (let i = 0; i < 3; i++) {
      const client = await TestClient.start({ folders: [folder] });
      await client.open(uriIn(folder, 'a.txt'), NOTICE);
      await client.ask('selectionRange', uriIn(folder, 'a.txt'), { positions: [{ line: 5, character: 5 }] });
      const ended = new Promise((resolve) => client.process.once('exit', resolve));
      client.process.kill('SIGKILL');
      await ended;
      client.kill();
    }
    const again = await TestClient.start({ folders: [folder] });
    await again.ready();
    expect(await again.stop()).toBe(0);
    fs.rmSync(folder, { recursive: true });
  });

  it('ends when its input ends', async () => {
    const client = await TestClient.start();
    const ended = new Promise((resolve) => client.process.once('exit', resolve));
    client.process.stdin!.end();
    await Promise.race([ended, wait(5000).then(() => Promise.reject(new Error('still running')))]);
  });

  it('does not start twice a process that segments when that one dies', async () => {
    const client = await TestClient.start();
    const uri = await client.open('untitled:segment', NOTICE);
    const ask = () => client.ask('selectionRange', uri, { positions: [{ line: 8, character: 6 }] });
    await ask();
    const status = await client.until('segmenter', async () => {
      await ask();
      const s = await client.request('policyAnnotator/getStatus');
      return s.segmenter ? s : null;
    });
    expect(['nodejieba', 'jieba-wasm', 'Intl.Segmenter']).toContain(status.segmenter);
    const children = fs
      .readFileSync(`/proc/${client.process.pid}/task/${client.process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    for (const pid of children) process.kill(Number(pid), 'SIGKILL');
    for (let i = 0; i < 3; i++) expect((await ask()).length).toBe(1);
    expect(await client.stop()).toBe(0);
  });
});
