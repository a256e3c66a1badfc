/** The workspace: files on disk, folders, configuration, progress, status. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, positionOf, TestClient, uriIn } from './client.ts';
import { NOTICE, PROSE, REGULATION } from './documents.ts';

const TITLE = '防洪排涝条例';

/** Definitions of the title that the notice cites. */
async function targets(client: TestClient, uri: string): Promise<string[]> {
  const links = await client.ask('definition', uri, { position: positionOf(NOTICE, TITLE, 1) });
  return (links ?? []).map((l: { targetUri: string }) => l.targetUri);
}

describe('indexing', () => {
  it('reads what the settings include, in every encoding, and says what it left out', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REGULATION, 'utf16le')]);
    const folder = folderWith({
      'a.txt': NOTICE,
      'sub/条例（修订）.txt': utf16,
      'node_modules/x/b.txt': NOTICE,
      'prose.md': PROSE,
      'broken.txt': Buffer.concat([Buffer.from(NOTICE), Buffer.from([0xff, 0x41]), Buffer.from(NOTICE)]),
      'other.log': NOTICE,
    });
    const client = await TestClient.start({ folders: [folder] });
    await client.ready();
    const status = await client.request('policyAnnotator/getStatus');
    expect(status).toMatchObject({ state: 'ready', documents: 2, total: 4 });
    expect(status.message).toMatch(/1/);
    expect(client.log()).toMatch(/broken\.txt.*byte \d+/);
    const uri = await client.open(uriIn(folder, 'a.txt'), NOTICE);
    const found = await targets(client, uri);
    expect(found.map((u) => decodeURIComponent(u).split('/').pop())).toContain('条例（修订）.txt');
    const progress = client.received.filter((r) => r.method === '$/progress').map((r) => r.params.value.kind);
    expect(progress[0]).toBe('begin');
    expect(progress.at(-1)).toBe('end');
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('follows files that appear, change, vanish', async () => {
    const folder = folderWith({ 'a.txt': NOTICE });
    const client = await TestClient.start({ folders: [folder] });
    const uri = await client.open(uriIn(folder, 'a.txt'), NOTICE);
    await client.ready();
    expect(await targets(client, uri)).toEqual([]);
    const registered = client.received.find((r) => r.method === 'client/registerCapability');
    expect(registered).toBeDefined();
    const other = uriIn(folder, '条例.txt');
    const tell = (u: string, type: number) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: u, type }] });
    fs.writeFileSync(path.join(folder, '条例.txt'), REGULATION);
    await tell(other, 1);
    await client.until('the new file', async () => (await targets(client, uri)).includes(other));
    fs.writeFileSync(path.join(folder, '条例.txt'), REGULATION.replace('条例\n', '办法\n'));
    await tell(other, 2);
    await client.until('the change', async () => !(await targets(client, uri)).includes(other));
    fs.writeFileSync(path.join(folder, '条例.txt'), REGULATION);
    await tell(other, 2);
    await client.until('the change back', async () => (await targets(client, uri)).includes(other));
    fs.rmSync(path.join(folder, '条例.txt'));
    await tell(other, 3);
    await client.until('the deletion', async () => (await targets(client, uri)).length === 0);
    // Files that the settings leave out stay out, whatever the client reports.
    fs.mkdirSync(path.join(folder, 'node_modules'));
    fs.writeFileSync(path.join(folder, 'node_modules/条例.txt'), REGULATION);
    await tell(uriIn(folder, 'node_modules/条例.txt'), 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await targets(client, uri)).toEqual([]);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('takes the text of an open document before the file, and the file again when it is closed', async () => {
    const folder = folderWith({ 'a.txt': NOTICE, 'b.txt': REGULATION });
    const client = await TestClient.start({ folders: [folder] });
    const uri = await client.open(uriIn(folder, 'a.txt'), NOTICE);
    await client.ready();
    expect(await targets(client, uri)).toEqual([uriIn(folder, 'b.txt')]);
    const other = await client.open(uriIn(folder, 'b.txt'), REGULATION.replace('条例\n', '办法\n'));
    expect(await targets(client, uri)).toEqual([]);
    await client.close(other);
    await client.until('the file', async () => (await targets(client, uri)).length === 1);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('serves several folders, added and taken away', async () => {
    const one = folderWith({ 'a.txt': NOTICE });
    const two = folderWith({ 'b.txt': REGULATION });
    const client = await TestClient.start({ folders: [one] });
    const uri = await client.open(uriIn(one, 'a.txt'), NOTICE);
    await client.ready();
    expect(await targets(client, uri)).toEqual([]);
    const folder = { uri: pathToFileURL(two).toString(), name: 'two' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    await client.until('the second folder', async () => (await targets(client, uri)).length === 1);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
    await client.until('the folder gone', async () => (await targets(client, uri)).length === 0);
    await client.stop();
    for (const f of [one, two]) fs.rmSync(f, { recursive: true });
  });

  it('answers while it indexes, and survives a file that vanishes meanwhile', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, NOTICE.repeat(5)]));
    const folder = folderWith(files);
    const client = await TestClient.start({ folders: [folder] });
    fs.rmSync(path.join(folder, '299.txt'));
    const uri = await client.open('untitled:while', NOTICE);
    expect((await client.ask('documentSymbol', uri)).length).toBeGreaterThan(2);
    expect((await client.request('policyAnnotator/getStatus')).state).not.toBe('ready');
    await client.ready();
    expect((await client.request('policyAnnotator/getStatus')).documents).toBeGreaterThanOrEqual(300);
    expect(client.log()).not.toContain('unhandled');
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });
});

describe('who asks while the index is made', () => {
  it('is answered about titles and names as afterwards', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, NOTICE]));
    const folder = folderWith({ ...files, 'z.txt': REGULATION });
    const client = await TestClient.start({ folders: [folder] });
    const uri = await client.open(uriIn(folder, '0.txt'), NOTICE);
    const ask = () =>
      Promise.all([
        client.request('workspace/symbol', { query: TITLE }),
        targets(client, uri),
        client.ask('references', uri, {
          position: positionOf(NOTICE, TITLE, 1),
          context: { includeDeclaration: true },
        }),
      ]);
    const [symbols, links, references] = await ask();
    expect(symbols.length).toBeGreaterThan(0);
    expect(links).toEqual([uriIn(folder, 'z.txt')]);
    expect(references.length).toBeGreaterThan(60);
    await client.ready();
    const after = await ask();
    expect(after[0].length).toBe(symbols.length);
    expect(after.slice(1)).toEqual([links, references]);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });
});

describe('an index that outlasts the session', () => {
  it('answers as a fresh one, notices what changed meanwhile, and goes when it is switched off', async () => {
    const folder = folderWith({ 'a.txt': NOTICE, 'b.txt': REGULATION, 'prose.md': PROSE });
    const storage = folderWith({});
    const file = path.join(storage, 'deep/index.bin');
    const options = { storage: pathToFileURL(path.join(storage, 'deep')).toString() };
    const session = async (more: object = {}): Promise<unknown> => {
      const client = await TestClient.start({ folders: [folder], options, ...more });
      const uri = await client.open(uriIn(folder, 'a.txt'), NOTICE);
      await client.ready();
      const { documents, terms, references } = await client.request('policyAnnotator/getStatus');
      const answer = [documents, terms > 0, references, await targets(client, uri)];
      await client.stop();
      return answer;
    };
    const first = await session();
    expect(first).toEqual([2, true, expect.any(Number), [uriIn(folder, 'b.txt')]]);
    const stored = fs.readFileSync(file);
    expect(stored.length).toBeGreaterThan(1000);
    expect(await session()).toEqual(first);
    expect(fs.readFileSync(file).equals(stored)).toBe(true);
    fs.writeFileSync(path.join(folder, 'b.txt'), REGULATION.replace('条例\n', '办法\n'));
    fs.writeFileSync(`${file}.99.tmp`, 'left by a process that was killed');
    expect(await session()).toEqual([2, true, expect.any(Number), []]);
    expect(fs.readFileSync(file).equals(stored)).toBe(false);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['index.bin']);
    expect(await session({ settings: { files: { cache: false } } })).toEqual([2, true, expect.any(Number), []]);
    expect(fs.readdirSync(path.dirname(file))).toEqual([]);
    for (const f of [folder, storage]) fs.rmSync(f, { recursive: true });
  });
});

describe('configuration', () => {
  it('is asked for at the start and after a change', async () => {
    const client = await TestClient.start({ settings: { checks: { rules: { 'numbering-gap': 'hint' } } } });
    const uri = await client.open('untitled:conf', NOTICE);
    const severity = () => client.diagnostics.get(uri)?.diagnostics.find((d) => d.code === 'numbering-gap')?.severity;
    await client.until('the configured severity', () => severity() === 4);
    client.settings = { checks: { rules: { 'numbering-gap': 'off' } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('the rule off', () => client.diagnostics.has(uri) && severity() === undefined);
    await client.stop();
  });

  it('comes in the notification from clients that cannot be asked', async () => {
    const client = await TestClient.start({ capabilities: { textDocument: { publishDiagnostics: {} } } });
    const uri = await client.open('untitled:push', NOTICE);
    await client.until('diagnostics', () => client.diagnostics.get(uri));
    await client.notify('workspace/didChangeConfiguration', {
      settings: { policyAnnotator: { checks: { rules: { 'numbering-gap': 'hint' } } } },
    });
    await client.until('the severity', () =>
      client.diagnostics.get(uri)?.diagnostics.some((d) => d.code === 'numbering-gap' && d.severity === 4),
    );
    await client.stop();
  });

  it('speaks the language of the interface', async () => {
    const texts: string[] = [];
    for (const locale of ['en', 'zh-cn']) {
      const client = await TestClient.start({ locale });
      const uri = await client.open('untitled:lang', NOTICE);
      const { diagnostics } = await client.until('diagnostics', () => client.diagnostics.get(uri));
      texts.push(diagnostics.find((d) => d.code === 'numbering-gap')!.message as string);
      await client.stop();
    }
    expect(texts[0]).toMatch(/[a-z]{3}/);
    expect(texts[1]).toMatch(/[\u4e00-\u9fff]/);
    expect(texts[0]).not.toBe(texts[1]);
  });
});

describe('configuration files', () => {
  it('count for their folder, are reloaded, and show their problems', async () => {
    const folder = folderWith({
      'a.txt': NOTICE,
      'strict/b.txt': NOTICE,
      'strict/.policy-annotator.yml': 'rules:\n  numbering-gap: hint\n',
      'drafts/c.txt': NOTICE,
      '.policy-annotator.yml': 'exclude: ["drafts/**"]\n',
    });
    const client = await TestClient.start({ folders: [folder] });
    const uris = ['a.txt', 'strict/b.txt', 'drafts/c.txt'].map((f) => uriIn(folder, f));
    for (const uri of uris) await client.open(uri, NOTICE);
    const severities = () =>
      uris.map((u) => client.diagnostics.get(u)?.diagnostics.find((d) => d.code === 'numbering-gap')?.severity);
    await client.until('the strict folder', () => severities()[1] === 4 && severities()[2] === undefined);
    expect(severities()[0]).not.toBe(4);
    const config = uriIn(folder, 'strict/.policy-annotator.yml');
    fs.writeFileSync(path.join(folder, 'strict/.policy-annotator.yml'), 'rules:\n  no-such-rule: error\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await client.until('the problem', () => client.diagnostics.get(config)?.diagnostics[0]?.range.start.line === 1);
    await client.until('the change', () => severities()[1] === severities()[0]);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });
});

describe('glossaries of users', () => {
  const GLOSSARY =
    'scope: team\nname: { zh: 组内 }\nterms:\n  - term: 断头河\n    definition: { zh: 一端不通的河道 }\n';

  it('override, are reloaded, and show their problems in the file', async () => {
    const folder = folderWith({ 'a.txt': NOTICE, 'team.glossary.yml': GLOSSARY });
    const client = await TestClient.start({ folders: [folder] });
    const uri = await client.open(uriIn(folder, 'a.txt'), NOTICE);
    await client.ready();
    const hover = async () =>
      (await client.ask('hover', uri, { position: positionOf(NOTICE, '断头河', 1) }))?.contents.value ?? '';
    await client.until('the entry', async () => (await hover()).includes('一端不通的河道'));
    const glossary = uriIn(folder, 'team.glossary.yml');
    fs.writeFileSync(path.join(folder, 'team.glossary.yml'), GLOSSARY.replace('definition', 'definitoin'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: glossary, type: 2 }] });
    const { diagnostics } = await client.until('the problem', () => client.diagnostics.get(glossary));
    expect(diagnostics[0]?.range.start.line).toBe(4);
    fs.writeFileSync(path.join(folder, 'team.glossary.yml'), GLOSSARY);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: glossary, type: 2 }] });
    await client.until('the problem gone', () => client.diagnostics.get(glossary)?.diagnostics.length === 0);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });
});
