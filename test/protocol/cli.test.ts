/** The command line as a process: its output, its errors, its exit codes. */
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { promisify } from 'node:util';
import Ajv from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, folderWith, uriIn } from './client.ts';
import { NOTICE, PROSE, REGULATION } from './documents.ts';

let dir: string;
beforeAll(() => {
  const files: Record<string, string | Uint8Array> = {
    'a意见.txt': NOTICE,
    'b条例.txt': `\ufeff${REGULATION.replaceAll('\n', '\r\n')}`,
    'c.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REGULATION.replace('条例', '办法'), 'utf16le')]),
    'fox.md': PROSE,
    'bin.dat': Buffer.from([1, 0, 2]),
    'bad.dat': Buffer.concat([Buffer.from('关于治水的通知'), Buffer.from([0xff])]),
    'empty.dat': '',
  };
  for (let i = 0; i < 30; i++) files[`many/${i}.txt`] = `${NOTICE}\n第${i}号`;
  dir = folderWith(files);
});
afterAll(() => fs.rmSync(dir, { recursive: true }));

interface Result {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  const options = { cwd: dir, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  try {
    const { stdout, stderr } = await promisify(execFile)('node', [CLI, ...args], options);
    return { out: stdout, err: stderr, code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { out: stdout, err: stderr, code };
  }
}
const documents = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('parse', () => {
  it('prints a line per document, valid against the schema, in the order of paths', async () => {
    const { out, err, code } = await run(['parse', 'c.txt', 'b*.txt', 'a意见.txt', 'fox.md', 'empty.dat']);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const all = documents(out);
    expect(all.map((d) => d.uri)).toEqual(
      ['a意见.txt', 'b条例.txt', 'c.txt', 'empty.dat', 'fox.md'].map((f) => uriIn(dir, f)),
    );
    expect(all.map((d) => d.encoding)).toEqual(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-8', 'utf-8']);
    const schema = JSON.parse(fs.readFileSync('test/fixtures/contract/document.schema.json', 'utf8'));
    const valid = new Ajv({ strict: false }).compile(schema);
    for (const d of all) expect(valid(d), JSON.stringify(valid.errors)).toBe(true);
  });

  it('resolves references between the files of the run, and only those', async () => {
    const cited = (out: string) =>
      documents(out)[0].references.find((r: { title: string }) => r.title === '云川市防洪排涝条例').target;
    expect(cited((await run(['parse', 'a意见.txt', 'b条例.txt'])).out)).toBe(uriIn(dir, 'b条例.txt'));
    expect(cited((await run(['parse', 'a意见.txt'])).out)).toBeNull();
  });

  it('prints the same bytes for any number of workers', async () => {
    const args = ['parse', 'many/*.txt', 'a意见.txt', 'b条例.txt', 'bad.dat'];
    const alone = await run(args, { POLICY_ANNOTATOR_WORKERS: '0' });
    expect(documents(alone.out).length).toBe(32);
    for (const n of ['1', '2', '5']) expect(await run(args, { POLICY_ANNOTATOR_WORKERS: n })).toEqual(alone);
  });

  it('reports each unreadable file with place and reason, and prints the rest', async () => {
    const { out, err, code } = await run(['parse', 'a意见.txt', 'bin.dat', 'bad.dat', 'gone.txt', 'many', 'x*.pdf']);
    expect(documents(out).length).toBe(1);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n').sort()).toEqual([
      "bad.dat: byte 21 can't be read as UTF-8, UTF-16 or GB18030; nothing was replaced",
      'bin.dat: binary file, no text (byte 1)',
      'gone.txt: no such file',
      'many: is a directory; name files or a glob such as many/**/*.txt',
      'x*.pdf: no file matches',
    ]);
  });

  it('reports a file that may not be read', async () => {
    if (process.getuid?.() === 0) return expect(process.getuid()).toBe(0); // root reads everything
    fs.chmodSync(`${dir}/fox.md`, 0);
    expect(await run(['parse', 'fox.md'])).toEqual({ out: '', err: 'fox.md: permission denied\n', code: 2 });
    fs.chmodSync(`${dir}/fox.md`, 0o644);
  });
});

describe('outline', () => {
  it('prints a tree with lines, or JSON', async () => {
    const tree = await run(['outline', 'a意见.txt']);
    expect(tree.out).toContain('  二、重点任务  :11\n    （一）实施管网提升工程  :12\n      1．普查管网  :13\n');
    const { out } = await run(['outline', '--format', 'json', 'a意见.txt']);
    expect(documents(out)[0].outline.map((s: { name: string }) => s.name)).toContain('二、重点任务');
  });
});

describe('directives', () => {
  it.each(['table', 'json', 'csv', 'md'])('print as %s', async (format) => {
    const { out, code } = await run(['directives', '--format', format, 'a意见.txt']);
    expect(code).toBe(0);
    expect(out).toContain('普查管网');
    if (format === 'csv') expect(out.startsWith('\ufeff文件,行,编号,标题,内容\r\n')).toBe(true);
    if (format === 'json') expect(JSON.parse(out)[0]).toHaveProperty('path');
    if (format === 'md') expect(out.split('\n')[1]).toBe('| --- | --- | --- | --- | --- |');
  });
});

describe('terms and refs', () => {
  it('count occurrences and give the entry', async () => {
    const rows = JSON.parse((await run(['terms', '--format', 'json', 'a意见.txt', 'b条例.txt'])).out);
    const row = rows.find((r: { term: string }) => r.term === '八八战略');
    expect(row).toMatchObject({ count: 2, documents: 2, entry: { confidence: expect.any(String) } });
    expect(row.occurrences[0]).toMatchObject({ uri: uriIn(dir, 'a意见.txt'), text: '八八战略', quoted: true });
    const unknown = JSON.parse((await run(['terms', '--undefined', '--format', 'json', 'a意见.txt'])).out);
    expect(unknown.map((r: { term: string }) => r.term)).not.toContain('八八战略');
  });

  it('find mentions in either script', async () => {
    for (const query of ['两个维护', '兩個維護', '“两个维护”']) {
      const { out } = await run(['refs', query, 'a意见.txt', '--format', 'json']);
      expect(JSON.parse(out).map((r: { text: string }) => r.text)).toEqual(['两个维护', '两个维护']);
    }
    const { out } = await run(['refs', '两个维护', 'a意见.txt']);
    expect(out.split('\n')[0]).toMatch(/^a意见\.txt:6:\d+ {2}.*两个维护/);
  });

  it('report problems of a named glossary at their place', async () => {
    fs.writeFileSync(`${dir}/own.glossary.yml`, 'terms:\n  - trem: 断头河\n');
    const { err, code } = await run(['terms', 'a意见.txt', '--glossary', 'own.glossary.yml']);
    expect(err).toMatch(/^own\.glossary\.yml:2:\d+: error: /m);
    expect(code).toBe(2);
  });
});

describe('glossary', () => {
  const entriesOf = async (args: readonly string[]) =>
    JSON.parse((await run(['glossary', 'export', ...args, '--format', 'json'])).out);

  it.each(['csv', 'tsv', 'tbx'])('loses nothing on the way through %s and back', async (format) => {
    const table = `all.${format}`;
    const own = `back-${format}.glossary.yml`;
    const exported = await run(['glossary', 'export', '--builtin', '--format', format, '-o', table]);
    expect(exported).toMatchObject({ out: '', code: 0 });
    expect(exported.err).toMatch(/^all\.\w+: \d{3} entries\n$/);
    expect((await run(['glossary', 'import', table, '--to', own])).code).toBe(0);
    expect(await run(['glossary', 'check', own])).toEqual({ out: '', err: '', code: 0 });
    expect(await entriesOf([own])).toEqual(await entriesOf(['--builtin']));
    const again = await run(['glossary', 'import', table, '--to', own]);
    expect(again.err).toMatch(/^back-\w+\.glossary\.yml: 0 entries added, \d{3} were there already\n$/);
  });

  it('keeps comments and order of the file that it adds to', async () => {
    fs.writeFileSync(`${dir}/kept.glossary.yml`, '# ours\nterms:\n- term: 清流行动 # first\n');
    fs.writeFileSync(`${dir}/new.tsv`, '断头河治理\tdead-end river clean-up\n清流行动\tclear stream\n');
    const { err, code } = await run(['glossary', 'import', 'new.tsv', '--to', 'kept.glossary.yml']);
    expect({ err, code }).toEqual({ err: 'kept.glossary.yml: 1 entries added, 1 were there already\n', code: 0 });
    expect(fs.readFileSync(`${dir}/kept.glossary.yml`, 'utf8')).toBe(
      '# ours\nterms:\n- term: 清流行动 # first\n- term: 断头河治理\n  translation: dead-end river clean-up\n',
    );
  });

  it('names file, line, field and reason of what it leaves out', async () => {
    fs.writeFileSync(`${dir}/bad.csv`, 'term,category,from\n清流行动,motto,2022-13\n,slogan,\n');
    const { out, err, code } = await run(['glossary', 'import', 'bad.csv']);
    expect({ out, code }).toEqual({ out: 'terms:\n- term: 清流行动\n', code: 1 });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^bad\.csv:2: category “motto”: Expected one of /),
      'bad.csv:2: from “2022-13”: Expected a date such as 2022, 2022-07 or 2022-07-27.',
      'bad.csv:3: term: The key “term” is missing.',
      '',
    ]);
    const strict = await run(['glossary', 'import', 'bad.csv', '--strict', '--to', 'never.glossary.yml']);
    expect(strict.code).toBe(1);
    expect(fs.existsSync(`${dir}/never.glossary.yml`)).toBe(false);
  });

  it('refuses what it cannot use', async () => {
    fs.writeFileSync(`${dir}/page.tbx`, '<html/>');
    fs.writeFileSync(`${dir}/wrong.glossary.yml`, 'terms:\n- term: 甲乙\n  from: x\n');
    for (const args of [
      ['export'],
      ['import', 'gone.csv'],
      ['import', 'page.tbx'],
      ['import', 'a意见.txt', '--format', 'xls'],
    ])
      expect((await run(['glossary', ...args])).code, args.join(' ')).toBe(2);
    expect(await run(['glossary', 'check', 'wrong.glossary.yml'])).toEqual({
      out: '',
      err: 'wrong.glossary.yml:3:9: error: Expected a date such as 2022, 2022-07 or 2022-07-27.\n',
      code: 1,
    });
  });
});

describe('the program', () => {
  it('says how it is used, and exits 2 for what it does not know', async () => {
    const help = await run(['--help']);
    for (const command of ['parse', 'outline', 'directives', 'terms', 'refs', 'glossary', 'lsp'])
      expect(help.out).toContain(command);
    expect(help.code).toBe(0);
    expect((await run(['parse'])).code).toBe(2);
    expect((await run(['nonsense'])).code).toBe(2);
    expect((await run(['outline', 'a意见.txt', '--format', 'xml'])).code).toBe(2);
  });

  it('ends quietly when its reader has enough', async () => {
    const child = spawn('sh', ['-c', `node ${CLI} parse many/*.txt | head -c 100; exit $?`], { cwd: dir });
    let err = '';
    child.stderr.on('data', (d) => {
      err += d;
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('prints all of a large output into a pipe', async () => {
    const { out } = await run(['parse', ...Array.from({ length: 30 }, (_, i) => `many/${i}.txt`)]);
    expect(documents(out).length).toBe(30);
    expect(out.endsWith('\n')).toBe(true);
  });
});

describe('refs', () => {
  it('takes a short form for the titles that it stands for, and what no document cites for nothing', async () => {
    fs.writeFileSync(
      `${dir}/short.txt`,
      '云川市召开防汛会议\n\n会议审议通过《关于加强城市防洪排涝工作的决定》。\n会议强调，要贯彻《决定》精神，作出决定后抓紧落实。\n',
    );
    const rows = JSON.parse((await run(['refs', '《决定》', 'short.txt', '--format', 'json'])).out);
    expect(rows.map((r: { text: string }) => r.text)).toEqual(['《关于加强城市防洪排涝工作的决定》', '《决定》']);
    const none = await run(['refs', '《会议》', 'short.txt', '--format', 'json']);
    expect([none.out, none.code]).toEqual(['[]\n', 0]);
    expect(none.err).toContain('not mentioned');
  });
});

describe('lsp over sockets', () => {
  it.each([
    [['--socket'], 'needs a port'],
    [['--socket=x'], 'needs a port'],
    [['--socket', '1'], 'no connection to port 1'],
    [['--pipe=/nonexistent/pipe'], 'no connection to /nonexistent/pipe'],
  ])('%j is refused in words', async (args, reason) => {
    const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn('node', ['dist/server/node.js', ...args]);
      let text = '';
      child.stderr.on('data', (d) => {
        text += d;
      });
      child.on('exit', (status) => resolve({ code: status, err: text }));
    });
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('serves a client that waits at a port, and ends when it hangs up', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const came = new Promise<net.Socket>((resolve) => server.once('connection', resolve));
    const child = spawn('node', ['dist/server/node.js', `--socket=${port}`], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const socket = await came;
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    socket.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    const answer = await new Promise<string>((resolve) => socket.once('data', (d) => resolve(String(d))));
    expect(answer).toContain('Content-Length');
    socket.destroy();
    await ended;
    server.close();
  });
});
