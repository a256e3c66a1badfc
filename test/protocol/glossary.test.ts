/** Writing glossaries through the built server: code actions, suggestions, import, export, reload and their errors. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, positionOf, RICH, TestClient, uriIn } from './client.ts';

const TEXT = `云川市人民政府关于实施“清流行动”的意见
云政发〔2023〕8号

各区人民政府：
一、总体要求
“清流行动”是指对全市断头河的三年整治。各地要推进“清流行动”，坚持“两个维护”。
二、重点任务
推进“清流行动”，抓好断头河。
`;
const OTHER = `云川市水务局关于落实有关意见的通知
云水发〔2023〕2号

各分局：
一、任务
按照《云川市人民政府关于实施“清流行动”的意见》（云政发〔2023〕8号，以下简称《意见》）要求，推进“清流行动”。
二、分工
根据《意见》分工，抓好落实。
`;
const EDITING = {
  ...RICH,
  workspace: { ...RICH.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const made: string[] = [];
const running: TestClient[] = [];
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop();
  for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true });
});

async function start(files: Record<string, string>, capabilities: object = EDITING, options: object = {}) {
  const folder = folderWith({ '意见.txt': TEXT, '通知.txt': OTHER, ...files });
  made.push(folder);
  const client = await TestClient.start({ folders: [folder], capabilities, options, locale: 'en' });
  running.push(client);
  const uri = await client.open(uriIn(folder, '意见.txt'), TEXT);
  await client.ready();
  const actions = async (text: string, only?: string[]) => {
    const position = positionOf(TEXT, text, 1);
    return client.ask('codeAction', uri, {
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  };
  return { client, folder, uri, actions };
}

interface Change {
  readonly kind?: string;
  readonly uri?: string;
  readonly textDocument?: { readonly uri: string };
  readonly edits?: readonly { range: { start: Place; end: Place }; newText: string }[];
}
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Applies an edit to the files, as an editor does. */
function apply(edit: { documentChanges: readonly Change[] }): void {
  for (const change of edit.documentChanges) {
    const file = fileURLToPath(change.uri ?? change.textDocument!.uri);
    if (change.kind === 'create') fs.writeFileSync(file, '');
    for (const { range, newText } of change.edits ?? []) {
      const text = fs.readFileSync(file, 'utf8');
      const lines = text.split('\n');
      const offset = (p: Place) => lines.slice(0, p.line).reduce((n, l) => n + l.length + 1, 0) + p.character;
      fs.writeFileSync(file, text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)));
    }
  }
}

describe('adding the term at the cursor', () => {
  it('makes a glossary where there is none, and the hover knows the term from then on', async () => {
    const { client, folder, uri, actions } = await start({});
    const [add] = (await actions('清流行动', ['refactor'])).filter((a: { edit?: object }) => a.edit);
    expect(add.title).toBe('Add “清流行动” to the glossary');
    expect(add.edit.documentChanges[0]).toMatchObject({ kind: 'create', uri: uriIn(folder, 'terms.glossary.yml') });
    apply(add.edit);
    const file = path.join(folder, 'terms.glossary.yml');
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^terms:\n- term: 清流行动\n {2}category: program\n/);
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriIn(folder, 'terms.glossary.yml'), type: 1 }],
    });
    const position = positionOf(TEXT, '清流行动', 1);
    const links = await client.until('the entry', async () => {
      const found = await client.ask('typeDefinition', uri, { position });
      return found?.length > 0 && found;
    });
    expect(links[0].targetUri).toBe(uriIn(folder, 'terms.glossary.yml'));
    expect(client.diagnostics.get(uriIn(folder, 'terms.glossary.yml'))?.diagnostics ?? []).toEqual([]);
  });

  it('keeps comments and order of the nearest glossary', async () => {
    const before = '# ours\nscope: yunchuan\nterms:\n- term: 断头浜 # a river\n\n# the end\nplaces: [云川]\n';
    const { folder, actions } = await start({ 'team.glossary.yml': before });
    const [add] = (await actions('清流行动', ['refactor'])).filter((a: { edit?: object }) => a.edit);
    apply(add.edit);
    const after = fs.readFileSync(path.join(folder, 'team.glossary.yml'), 'utf8');
    expect(after.startsWith('# ours\nscope: yunchuan\nterms:\n- term: 断头浜 # a river\n- term: 清流行动\n')).toBe(
      true,
    );
    expect(after.endsWith('\n\n# the end\nplaces: [云川]\n')).toBe(true);
  });

  it('offers the entry instead where there is one, to editors that have the command', async () => {
    const commands = ['policyAnnotator.openGlossaryEntry'];
    const { actions } = await start({}, EDITING, { commands });
    const found = await actions('两个维护', ['refactor']);
    expect(found.map((a: { command?: { command: string } }) => a.command?.command)).toEqual(commands);
    const other = await start({});
    expect(await other.actions('两个维护', ['refactor'])).toEqual([]);
  });

  it('offers no new file to an editor that makes none, and nothing on plain words', async () => {
    const { actions } = await start({}, RICH);
    expect(await actions('清流行动', ['refactor'])).toEqual([]);
    expect(await actions('总体要求', ['refactor'])).toEqual([]);
  });
});

describe('the glossary as a whole', () => {
  it('suggests terms with contexts and a drafted entry, and writes those chosen', async () => {
    const { client, folder, uri } = await start({});
    const found = await client.request('policyAnnotator/glossary/suggest', {});
    const term = found.find((s: { term: string }) => s.term === '清流行动');
    expect(term).toMatchObject({ documents: 2, category: 'programme', entry: { category: 'program' } });
    expect(term.entry.definition.zh).toContain('三年整治');
    expect(term.contexts.length).toBe(2);
    const { edit, added, skipped } = await client.request('policyAnnotator/glossary/add', {
      uri,
      entries: [term.entry, term.entry],
    });
    expect([added, skipped]).toEqual([1, 1]);
    apply(edit);
    const again = await client.request('policyAnnotator/glossary/add', { uri, entries: [term.entry] });
    expect(again).toMatchObject({ edit: null, added: 0, skipped: 1, uri: uriIn(folder, 'terms.glossary.yml') });
  });

  it.each(['csv', 'tsv', 'tbx'] as const)('exports to %s and imports that again', async (format) => {
    const { client, uri } = await start({
      'own.glossary.yml': 'terms:\n- term: 清流行动\n  aliases: [清流工程]\n  definition: { zh: "治水, 三年" }\n',
    });
    const out = await client.request('policyAnnotator/glossary/export', { format, builtin: false });
    expect(out.entries).toBe(1);
    const all = await client.request('policyAnnotator/glossary/export', { format, builtin: true });
    expect(all.entries).toBeGreaterThan(100);
    const send = (text: string) =>
      client.request('policyAnnotator/glossary/import', {
        uri,
        name: `x.${format}`,
        base64: Buffer.from(text).toString('base64'),
      });
    expect(await send(out.text)).toMatchObject({ added: 0, skipped: 1 });
    const other = await send(out.text.replaceAll('清流', '碧水'));
    expect(other).toMatchObject({ added: 1, skipped: 0 });
    const { newText } = other.edit.documentChanges.at(-1).edits[0];
    expect(newText).toContain('- term: 碧水行动');
    expect(newText).toContain('治水, 三年');
  });

  it('refuses what is no glossary', async () => {
    const { client, uri } = await start({});
    const base64 = Buffer.from('<html/>').toString('base64');
    const sent = client.request('policyAnnotator/glossary/import', { uri, name: 'x.tbx', base64 });
    await expect(sent).rejects.toThrow(/neither CSV, TSV nor TBX/);
  });

  it('shows errors of a glossary at their place while it is typed, and takes them back', async () => {
    const text = 'terms:\n- term: 清流行动\n  category: wrong\n';
    const { client, folder } = await start({ 'own.glossary.yml': text });
    const uri = uriIn(folder, 'own.glossary.yml');
    const first = await client.until('the error', () => client.diagnostics.get(uri)?.diagnostics[0]);
    expect(first).toMatchObject({ range: { start: { line: 2, character: 12 } }, source: 'policy-annotator' });
    await client.open(uri, text, 'yaml');
    await client.change(uri, { text: text.replace('wrong', 'program') });
    await client.until('no error', () => client.diagnostics.get(uri)?.diagnostics.length === 0);
  });
});

describe('from one document to another', () => {
  it('links full titles, their short forms and document numbers', async () => {
    const { client, folder, uri } = await start({});
    const other = await client.open(uriIn(folder, '通知.txt'), OTHER);
    const links = await client.ask('documentLink', other);
    const lines = OTHER.split('\n');
    const said = links.map((l: { range: { start: Place; end: Place }; target: string }) => [
      lines[l.range.start.line]!.slice(l.range.start.character, l.range.end.character),
      l.target.startsWith(uri),
    ]);
    expect(said).toContainEqual(['《云川市人民政府关于实施“清流行动”的意见》', true]);
    expect(said).toContainEqual(['云政发〔2023〕8号', true]);
    expect(said.filter(([text]: [string]) => text === '《意见》')).toHaveLength(2);
    expect(said.every(([, to]: [string, boolean]) => to)).toBe(true);
  });

  it('leads from a short form to the document, then to the place of the full title', async () => {
    const { client, folder, uri } = await start({});
    const other = await client.open(uriIn(folder, '通知.txt'), OTHER);
    const line = OTHER.split('\n').findIndex((l) => l.startsWith('根据《意见》'));
    const found = await client.ask('definition', other, { position: { line, character: 4 } });
    expect(found.map((l: { targetUri: string }) => l.targetUri)).toEqual([uri, other]);
  });
});
