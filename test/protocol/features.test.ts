/** Every feature once, asked by a real client over stdio of the built server. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, positionOf, RICH, TestClient, uriIn } from './client.ts';
import { NOTICE, PROSE, REGULATION } from './documents.ts';

let client: TestClient;
let folder: string;
let notice: string;

const flat = (symbols: { name: string; children?: never[] }[]): string[] =>
  symbols.flatMap((s) => [s.name, ...flat(s.children ?? [])]);

beforeAll(async () => {
  folder = folderWith({
    '意见.txt': NOTICE,
    '条例.txt': REGULATION,
    'fox.txt': PROSE,
    'data.bin.txt': Buffer.from([0, 1, 2]),
  });
  client = await TestClient.start({ folders: [folder] });
  notice = await client.open(uriIn(folder, '意见.txt'), NOTICE);
  await client.ready();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  fs.rmSync(folder, { recursive: true });
});

describe('structure', () => {
  it('nests the outline and keeps selections inside ranges', async () => {
    const symbols = await client.ask('documentSymbol', notice);
    const names = flat(symbols);
    expect(names).toContain('一、总体要求');
    expect(names).toContain('（一）实施管网提升工程');
    expect(names).toContain('1．普查管网');
    const second = symbols.find((s: { name: string }) => s.name === '二、重点任务');
    expect(flat(second.children)).toEqual([
      '（一）实施管网提升工程',
      '1．普查管网',
      '2．分期改造',
      '（二）实施河道整治工程',
    ]);
    const inside = (s: { range: never; selectionRange: never; children: never[] }): boolean => {
      const key = (p: { line: number; character: number }) => p.line * 1e6 + p.character;
      const { range, selectionRange } = s as never as Record<'range' | 'selectionRange', { start: never; end: never }>;
      return (
        key(range.start) <= key(selectionRange.start) &&
        key(selectionRange.end) <= key(range.end) &&
        s.children.every(inside)
      );
    };
    expect(symbols.every(inside)).toBe(true);
  });

  it('folds sections without their trailing blank lines', async () => {
    const ranges = await client.ask('foldingRange', notice);
    const second = positionOf(NOTICE, '二、重点任务').line;
    expect(ranges).toContainEqual(expect.objectContaining({ startLine: second, endLine: second + 4 }));
    const lines = NOTICE.split('\n');
    for (const { endLine } of ranges) expect(lines[endLine]?.trim()).not.toBe('');
  });

  it('grows a selection from word to document', async () => {
    const position = positionOf(NOTICE, '打通断头河', 2);
    const [chain] = await client.ask('selectionRange', notice, { positions: [position] });
    const texts: string[] = [];
    const offset = (p: { line: number; character: number }) =>
      NOTICE.split('\n')
        .slice(0, p.line)
        .reduce((n, l) => n + l.length + 1, 0) + p.character;
    for (let s = chain; s; s = s.parent) texts.push(NOTICE.slice(offset(s.range.start), offset(s.range.end)));
    expect(texts).toContain('打通断头河12条。');
    expect(texts.at(-1)).toBe(NOTICE);
    for (let i = 1; i < texts.length; i++) expect(texts[i]!.length).toBeGreaterThan(texts[i - 1]!.length);
  });
});

describe('semantic tokens', () => {
  const decode = (data: number[], text = NOTICE): { text: string; type: string }[] => {
    const { tokenTypes } = client.initialized.capabilities.semanticTokensProvider!.legend;
    const lines = text.split('\n');
    const tokens: { text: string; type: string }[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      tokens.push({ text: lines[line]!.slice(character, character + data[i + 2]!), type: tokenTypes[data[i + 3]!]! });
    }
    return tokens;
  };

  it('has the legend of the contract', () => {
    expect(client.initialized.capabilities.semanticTokensProvider!.legend).toEqual({
      tokenTypes: [
        'slogan',
        'numericAbbreviation',
        'program',
        'directiveMarker',
        'documentTitle',
        'date',
        'person',
        'place',
        'organization',
      ],
      tokenModifiers: ['defined', 'quoted', 'reference'],
    });
  });

  it('colours markers, terms, titles and dates', async () => {
    const { data } = await client.ask('semanticTokens/full', notice);
    const tokens = decode(data);
    expect(tokens).toContainEqual({ text: '一、', type: 'directiveMarker' });
    expect(tokens).toContainEqual({ text: '2023年6月9日', type: 'date' });
    expect(tokens).toContainEqual({ text: '《云川市防洪排涝条例》', type: 'documentTitle' });
    expect(tokens.some((t) => t.text === '两个维护')).toBe(true);
  });

  it('colours what only the glossary knows', async () => {
    const text = `${NOTICE}\n树牢四个意识，做到两个维护。\n`;
    const uri = await client.open('untitled:known', text);
    await client.ask('hover', uri, { position: positionOf(text, '四个意识', 1) });
    await expect
      .poll(async () => decode((await client.ask('semanticTokens/full', uri)).data, text).slice(-2))
      .toEqual([
        { text: '四个意识', type: 'numericAbbreviation' },
        { text: '两个维护', type: 'numericAbbreviation' },
      ]);
    await client.close(uri);
  });

  it('answers a range with a part of the whole', async () => {
    const range = { start: positionOf(NOTICE, '二、重点任务'), end: positionOf(NOTICE, '三、保障措施') };
    const { data } = await client.ask('semanticTokens/range', notice, { range });
    expect(
      decode(data)
        .filter((t) => t.type === 'directiveMarker')
        .map((t) => t.text),
    ).toEqual(['二、', '（一）', '1．', '2．', '（二）']);
  });

  it('answers a change with a delta that makes the new whole', async () => {
    const uri = await client.open('untitled:tokens', NOTICE);
    const before = await client.ask('semanticTokens/full', uri);
    await client.change(uri, {
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } },
      text: '\n',
    });
    const delta = await client.ask('semanticTokens/full/delta', uri, { previousResultId: before.resultId });
    expect(delta.edits.length).toBe(1);
    const made = [...before.data];
    for (const { start, deleteCount, data } of delta.edits) made.splice(start, deleteCount, ...(data ?? []));
    const { data: whole } = await client.ask('semanticTokens/full', uri);
    expect(made).toEqual(whole);
    expect(delta.edits[0].data?.length ?? 0).toBeLessThan(whole.length / 2);
    await client.close(uri);
  });
});

describe('terms and titles', () => {
  it('hovers a slogan of the built-in glossary in Markdown', async () => {
    const hover = await client.ask('hover', notice, { position: positionOf(NOTICE, '两个维护', 1) });
    expect(hover?.contents.kind).toBe('markdown');
    expect(hover?.contents.value).toContain('两个维护');
  });

  it('jumps from a title to the document that bears it', async () => {
    const links = await client.ask('definition', notice, { position: positionOf(NOTICE, '防洪排涝条例', 1) });
    expect(links?.map((l: { targetUri: string }) => l.targetUri)).toContain(uriIn(folder, '条例.txt'));
  });

  it('lists references of both documents', async () => {
    const references = await client.ask('references', notice, {
      position: positionOf(NOTICE, '八八战略', 1),
      context: { includeDeclaration: true },
    });
    const uris = references.map((r: { uri: string }) => r.uri);
    expect(new Set(uris)).toEqual(new Set([uriIn(folder, '意见.txt'), uriIn(folder, '条例.txt')]));
  });

  it('highlights every mention in the document', async () => {
    const highlights = await client.ask('documentHighlight', notice, { position: positionOf(NOTICE, '两个维护', 1) });
    expect(highlights.length).toBe(2);
  });

  it('links titles that resolve', async () => {
    const links = await client.ask('documentLink', notice);
    expect(links.some((l: { target: string }) => l.target.startsWith(uriIn(folder, '条例.txt')))).toBe(true);
  });

  it('finds symbols of documents that are not open', async () => {
    const symbols = await client.request('workspace/symbol', { query: '防洪排涝条例' });
    expect(symbols.some((s: { location: { uri: string } }) => s.location.uri === uriIn(folder, '条例.txt'))).toBe(true);
  });
});

describe('more jumps', () => {
  it('opens a page of the built-in glossary for clients that show such pages', async () => {
    const workspace = { ...RICH.workspace, textDocumentContent: { dynamicRegistration: true } };
    const pages = await TestClient.start({ folders: [folder], capabilities: { ...RICH, workspace } });
    const uri = await pages.open(uriIn(folder, '意见.txt'), NOTICE);
    const position = positionOf(NOTICE, '两个维护', 1);
    const [link] = await pages.ask('typeDefinition', uri, { position });
    const { text } = await pages.request('workspace/textDocumentContent', { uri: link.targetUri });
    expect(text).toMatch(/^# 两个维护\n/);
    expect((await pages.ask('definition', uri, { position })).at(-1).targetUri).toBe(link.targetUri);
    await pages.stop();
    expect(await client.ask('typeDefinition', notice, { position })).toEqual([]);
  });

  it('finds the passages that elaborate a term', async () => {
    const links = await client.ask('implementation', notice, { position: positionOf(NOTICE, '管网提升', 1) });
    expect(Array.isArray(links)).toBe(true);
  });

  it('follows citations in both directions', async () => {
    const [item] = await client.ask('prepareCallHierarchy', notice, {
      position: positionOf(NOTICE, '防洪排涝条例', 1),
    });
    expect(item).toMatchObject({ name: '云川市防洪排涝条例', uri: uriIn(folder, '条例.txt') });
    const incoming = await client.request('callHierarchy/incomingCalls', { item });
    expect(incoming.map((c: { from: { uri: string } }) => c.from.uri)).toEqual([notice]);
    expect(incoming[0].fromRanges[0].start.line).toBe(positionOf(NOTICE, '防洪排涝条例').line);
    const outgoing = await client.request('callHierarchy/outgoingCalls', { item: incoming[0].from });
    expect(outgoing.map((c: { to: { uri: string } }) => c.to.uri)).toContain(uriIn(folder, '条例.txt'));
  });
});

describe('completion', () => {
  it('offers titles after 《 and closes them; documents an item when asked', async () => {
    const text = NOTICE.replace('坚持规划统筹', '按照《云川');
    const uri = await client.open('untitled:complete', text);
    const { items } = await client.ask('completion', uri, { position: positionOf(text, '按照《云川', 5) });
    const item = items.find((i: { label: string }) => i.label === '云川市防洪排涝条例');
    expect(item.textEdit.newText).toBe('云川市防洪排涝条例》');
    const resolved = await client.request('completionItem/resolve', item);
    expect(resolved.documentation.value).toContain('第一章');
    await client.close(uri);
  });

  it('offers terms by the initials of their pinyin', async () => {
    const text = NOTICE.replace('坚持规划统筹', '落实“lgwh');
    const uri = await client.open('untitled:pinyin', text);
    const { items } = await client.ask('completion', uri, { position: positionOf(text, 'lgwh', 4) });
    expect(items.map((i: { label: string }) => i.label)).toContain('两个维护');
    await client.close(uri);
  });
});

describe('rename', () => {
  it('says why a term of the built-in glossary stays as it is', async () => {
    const position = positionOf(NOTICE, '两个维护', 1);
    await expect(client.ask('prepareRename', notice, { position })).rejects.toThrow(/built-in/);
  });

  it('renames a term of a user in the glossary and in every document', async () => {
    const own = folderWith({
      'a.txt': NOTICE,
      'b.txt': REGULATION.replace('本市行政区域内', '断头河整治等'),
      'team.glossary.yml': 'terms:\n  - term: 断头河\n    definition: { zh: 一端不通的河道 }\n',
    });
    const renaming = await TestClient.start({ folders: [own] });
    const uri = await renaming.open(uriIn(own, 'a.txt'), NOTICE);
    await renaming.ready();
    const position = positionOf(NOTICE, '断头河', 1);
    expect(await renaming.ask('prepareRename', uri, { position })).toMatchObject({ placeholder: '断头河' });
    const { documentChanges } = await renaming.ask('rename', uri, { position, newName: '断头浜' });
    expect(documentChanges.map((d: { textDocument: object }) => d.textDocument)).toEqual([
      { uri, version: 1 },
      { uri: uriIn(own, 'b.txt'), version: null },
      { uri: uriIn(own, 'team.glossary.yml'), version: null },
    ]);
    expect(documentChanges[2].edits).toEqual([
      { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } }, newText: '断头浜' },
    ]);
    await renaming.stop();
    fs.rmSync(own, { recursive: true });
  });
});

describe('checks', () => {
  it('pushes findings with code, source and severity', async () => {
    const { diagnostics, version } = await client.until('diagnostics', () => client.diagnostics.get(notice));
    const gap = diagnostics.find((d) => d.code === 'numbering-gap');
    expect(gap).toMatchObject({ source: 'policy-annotator' });
    expect(gap?.range.start.line).toBe(positionOf(NOTICE, '（三）强化资金保障').line);
    expect(version).toBe(1);
  });

  it('offers fixes as versioned edits', async () => {
    const text = `${NOTICE}各单位要在2023年 7月1日前,完成任务。\n`;
    const uri = await client.open('untitled:fixes', text);
    const line = text.split('\n').length - 2;
    const range = { start: { line, character: 0 }, end: { line, character: 30 } };
    const actions = await client.ask('codeAction', uri, { range, context: { diagnostics: [] } });
    const fix = actions.find((a: { kind: string }) => a.kind === 'quickfix');
    expect(fix?.edit.documentChanges[0].textDocument).toEqual({ uri, version: 1 });
    const all = await client.ask('codeAction', uri, { range, context: { diagnostics: [], only: ['source.fixAll'] } });
    expect(all.map((a: { kind: string }) => a.kind)).toEqual(['source.fixAll']);
  });
});

describe('documents of other kinds', () => {
  it('gets empty answers for prose, whatever is asked', async () => {
    const uri = await client.open(uriIn(folder, 'fox.txt'), PROSE, 'plaintext');
    expect(await client.ask('documentSymbol', uri)).toEqual([]);
    expect((await client.ask('semanticTokens/full', uri)).data).toEqual([]);
    expect(await client.ask('foldingRange', uri)).toEqual([]);
    expect(await client.ask('hover', uri, { position: { line: 1, character: 3 } })).toBeNull();
    expect(await client.request('policyAnnotator/documentInfo', { uri })).toMatchObject({ limited: false });
  });

  it('serves a policy document of any language id', async () => {
    const uri = await client.open('untitled:Plain', NOTICE, 'plaintext');
    expect((await client.ask('documentSymbol', uri)).length).toBeGreaterThan(2);
  });

  it('is flat for a client that knows no nesting', async () => {
    const poor = await TestClient.start({ capabilities: {} });
    const uri = await poor.open('untitled:flat', NOTICE);
    const symbols = await poor.ask('documentSymbol', uri);
    expect(symbols[0].location.uri).toBe(uri);
    expect(symbols.find((s: { name: string }) => s.name === '1．普查管网').containerName).toBe(
      '（一）实施管网提升工程',
    );
    expect(await poor.stop()).toBe(0);
  });
});

it('declares what it can', () => {
  expect(RICH).toBeDefined();
  expect(client.initialized.serverInfo?.name).toBe('policy-annotator');
  expect(client.initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    workspaceSymbolProvider: true,
  });
});
