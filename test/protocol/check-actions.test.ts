/** What a reader of findings can do: fixes of one, of all of a kind, on save, and the rule's page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestClient } from './client.ts';

interface Edited {
  title: string;
  kind: string;
  isPreferred?: boolean;
  edit: { documentChanges: { edits: { newText: string }[] }[] };
}

const HEAD = '澜州市人民政府办公室关于做好近期重点工作的通知\n\n各县（市、区）人民政府：\n\n';
const MANY = `${HEAD}　　一、压实责任${',压实责任'.repeat(12)}。\n\n　　二、抓好落实。\n`;
const COUNT = `${HEAD}　　近期要抓好以下四项工作：\n\n　　一、稳定粮食生产\n　　压实属地责任，确保面积不减。\n\n　　二、推进项目建设\n　　强化要素保障，加快项目进度。\n\n　　三、守牢安全底线\n　　深入开展排查，坚决防范事故。\n`;

let client: TestClient;

beforeAll(async () => {
  client = await TestClient.start({ options: { ruleBase: 'vscode://policy-annotator.policy-annotator/rules/' } });
  await client.ready();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const at = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return { start: position, end: position };
};
const actions = (uri: string, range: unknown, only?: string[]): Promise<Edited[]> =>
  client.ask('codeAction', uri, { range, context: { diagnostics: [], ...(only && { only }) } });

describe('actions on findings', () => {
  it('offers all of a kind first where there are many', async () => {
    const uri = await client.open('untitled:many', MANY);
    const [all, one] = (await actions(uri, at(MANY, ',压'))).filter((a) => a.kind === 'quickfix');
    expect(all?.edit.documentChanges[0]?.edits).toHaveLength(12);
    expect(all?.title).toMatch(/12/);
    expect(one?.edit.documentChanges[0]?.edits).toHaveLength(1);
    expect(one?.isPreferred ?? false).toBe(false);
  });

  it('corrects a stated count by a suggestion that no bulk fix takes', async () => {
    const uri = await client.open('untitled:count', COUNT);
    const [fix] = (await actions(uri, at(COUNT, '四项工作'))).filter((a) => a.kind === 'quickfix');
    expect(fix?.edit.documentChanges[0]?.edits.map((e) => e.newText)).toEqual(['三']);
    expect(await actions(uri, at(COUNT, '四项工作'), ['source.fixAll'])).toEqual([]);
  });

  it('mends on save only what is safe', async () => {
    const text = COUNT.replace('属地责任，', '属地责任,');
    const uri = await client.open('untitled:save', text);
    const [all, ...more] = await actions(uri, at(text, '一、'), ['source.fixAll']);
    expect(more).toEqual([]);
    expect(all?.edit.documentChanges[0]?.edits.map((e) => e.newText)).toEqual(['，']);
  });

  it('links each finding with the page of its rule', async () => {
    const uri = await client.open('untitled:page', COUNT);
    const { diagnostics } = await client.until('findings', () => client.diagnostics.get(uri));
    const [found] = diagnostics;
    expect(found?.code).toBe('declared-count-mismatch');
    expect(found?.codeDescription?.href).toBe(
      'vscode://policy-annotator.policy-annotator/rules/declared-count-mismatch',
    );
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(uri);
  });

  it('marks what can go as unnecessary', async () => {
    const text = `首页 > 政务公开 > 政策文件\n\n${COUNT}\n分享到：\n`;
    const uri = await client.open('untitled:residue', text);
    const { diagnostics } = await client.until('findings', () => client.diagnostics.get(uri));
    const residue = diagnostics.filter((d) => d.code === 'web-boilerplate');
    expect(residue.length).toBeGreaterThan(0);
    expect(residue.every((d) => d.tags?.includes(1))).toBe(true);
  });
});
