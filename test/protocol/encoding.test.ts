/** Position encodings and spellings of addresses: the same answers whatever the client speaks. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, positionOf, RICH, TestClient, uriIn } from './client.ts';
import { NOTICE, REGULATION } from './documents.ts';

const UTF8 = { ...RICH, general: { positionEncodings: ['utf-8', 'utf-16'] } };
/** A character outside the BMP before everything that is asked about. */
const TEXT = NOTICE.replace('为深入贯彻', '𠮷𠮷市为深入贯彻');

let sixteen: TestClient;
let eight: TestClient;
let folder: string;
let uri: string;

beforeAll(async () => {
  folder = folderWith({ '意见.txt': TEXT, '条例.txt': REGULATION });
  uri = uriIn(folder, '意见.txt');
  sixteen = await TestClient.start({ folders: [folder] });
  eight = await TestClient.start({ folders: [folder], capabilities: UTF8 });
  for (const client of [sixteen, eight]) {
    await client.open(uri, TEXT);
    await client.ready();
  }
});
afterAll(async () => {
  await sixteen.stop();
  await eight.stop();
  fs.rmSync(folder, { recursive: true });
});

const texts = new Map<string, string[]>();
const lineOf = (u: string, n: number): string => {
  if (!texts.has(u)) texts.set(u, fs.readFileSync(new URL(u), 'utf8').split('\n'));
  return texts.get(u)![n] ?? '';
};

/** A UTF-16 position as UTF-8. */
const bytes = (u: string, p: { line: number; character: number }) => ({
  line: p.line,
  character: Buffer.byteLength(lineOf(u, p.line).slice(0, p.character)),
});

/** Converts every range of an answer, following the address that it belongs to. */
function toBytes(value: unknown, u: string): unknown {
  if (Array.isArray(value)) return value.map((v) => toBytes(v, u));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, never>;
  if ('line' in node && 'character' in node) return bytes(u, node as never);
  const own = (node['targetUri'] ?? node['uri'] ?? u) as string;
  return Object.fromEntries(
    Object.entries(node).map(([k, v]) => [k, toBytes(v, k === 'originSelectionRange' ? u : own)]),
  );
}

describe('UTF-8 positions', () => {
  it('is negotiated when the client prefers it, and only then', () => {
    expect(eight.initialized.capabilities.positionEncoding).toBe('utf-8');
    expect(sixteen.initialized.capabilities.positionEncoding).toBe('utf-16');
  });

  const at = positionOf(TEXT, '防洪排涝条例', 1);
  for (const [feature, more] of [
    ['documentSymbol', {}],
    ['definition', { position: at }],
    ['documentHighlight', { position: positionOf(TEXT, '八八战略', 1) }],
    ['references', { position: positionOf(TEXT, '八八战略', 1), context: { includeDeclaration: true } }],
    ['documentLink', {}],
    ['selectionRange', { positions: [at] }],
    ['hover', { position: positionOf(TEXT, '两个维护', 1) }],
  ] as const)
    it(`${feature} says the same in both encodings`, async () => {
      const wanted = await sixteen.ask(feature, uri, more);
      const converted = toBytes(more, uri) as object;
      expect(await eight.ask(feature, uri, converted)).toEqual(toBytes(wanted, uri));
      if (feature !== 'hover') expect(JSON.stringify(wanted)).toContain('"character"');
    });

  it('measures semantic tokens in bytes', async () => {
    const a = (await sixteen.ask('semanticTokens/full', uri)).data as number[];
    const b = (await eight.ask('semanticTokens/full', uri)).data as number[];
    const spans = (data: number[], width: (l: string, from: number, n: number) => string): string[] => {
      const out: string[] = [];
      let line = 0;
      let character = 0;
      for (let i = 0; i < data.length; i += 5) {
        character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
        line += data[i]!;
        out.push(width(lineOf(uri, line), character, data[i + 2]!));
      }
      return out;
    };
    const inUnits = spans(a, (l, from, n) => l.slice(from, from + n));
    const inBytes = spans(b, (l, from, n) =>
      Buffer.from(l)
        .subarray(from, from + n)
        .toString(),
    );
    expect(inBytes).toEqual(inUnits);
    expect(inUnits).toContain('八八战略');
  });

  it('applies changes in bytes', async () => {
    const u = await eight.open('untitled:bytes', '𠮷林省人民政府公告\n一、甲乙丙\n');
    await eight.change(u, {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
      text: '子',
    });
    await eight.change(u, { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } }, text: '' });
    const parsed = await eight.request('policyAnnotator/parse', { uri: u });
    expect(JSON.stringify(parsed)).toContain('子乙丙');
  });
});

describe('addresses', () => {
  it('takes another spelling of the same address and gives it back', async () => {
    const client = await TestClient.start({ folders: [folder] });
    await client.ready();
    const spelled = decodeURI(uri);
    expect(spelled).not.toBe(uri);
    await client.open(spelled, TEXT);
    const position = positionOf(TEXT, '八八战略', 1);
    const found = await client.ask('references', spelled, { position, context: { includeDeclaration: true } });
    const uris = new Set(found.map((r: { uri: string }) => r.uri));
    expect(uris).toEqual(new Set([spelled, uriIn(folder, '条例.txt')]));
    await client.until('diagnostics', () => client.diagnostics.get(spelled));
    await client.stop();
  });
});
