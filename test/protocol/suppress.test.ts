/** Setting a finding aside by the action on it, and what is said when the finding is gone. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PULLING, TestClient } from './client.ts';
import { NOTICE } from './documents.ts';

const SUPPRESS_FINDING = 'policyAnnotator.suppressFinding';
const RULE = 'numbering-gap';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-aside-'));
const uri = pathToFileURL(path.join(folder, 'notice.txt')).toString();
let client: TestClient;

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, '.annotations'));
  fs.writeFileSync(path.join(folder, 'notice.txt'), NOTICE);
  client = await TestClient.start({
    folders: [folder],
    capabilities: PULLING,
    options: { commands: [SUPPRESS_FINDING], author: '审校人' },
  });
  await client.open(uri, NOTICE);
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  fs.rmSync(folder, { recursive: true });
});

interface Shown {
  readonly code: string;
  readonly message: string;
  readonly range: { start: { line: number } };
}
const shown = async (): Promise<Shown[]> => (await client.ask('diagnostic', uri)).items;
const codes = async () => (await shown()).map((d) => d.code);
const actionsAt = (where: TestClient, line: number) =>
  where.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: 0 }, end: { line, character: 3 } },
    context: { diagnostics: [] },
  });

describe('setting aside', () => {
  it('is offered on a finding, keeps the reason, and takes the finding away', async () => {
    const gap = (await shown()).find((d) => d.code === RULE)!;
    const actions = await actionsAt(client, gap.range.start.line);
    const action = actions.find((a: { command?: { command: string } }) => a.command?.command === SUPPRESS_FINDING);
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: RULE }] });
    expect(action.edit).toBeUndefined();
    const [{ rule, span, version }] = action.command.arguments;
    expect([rule, version]).toEqual([RULE, 1]);
    expect(NOTICE.slice(span.start, span.end)).toContain('（三）');
    await client.request('policyAnnotator/suppress', { uri, rule, span, reason: '原文如此' });
    expect(await codes()).not.toContain(RULE);
    const kept = await client.request('policyAnnotator/suppressions', { uri });
    expect(kept).toMatchObject([{ rule: RULE, reason: '原文如此', author: '审校人', orphan: false }]);
    const logs = fs.readdirSync(path.join(folder, '.annotations', 'suppressions'), { recursive: true }).map(String);
    expect(logs.filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
  });

  it('says so where the finding is no longer found, and that can not be set aside', async () => {
    const line = NOTICE.split('\n').findIndex((l) => l.startsWith('（三）强化'));
    const range = (end: number) => ({ start: { line, character: 1 }, end: { line, character: end } });
    await client.change(uri, { range: range(2), text: '二' });
    const stale = (await shown()).filter((d) => d.code === 'stale-suppression');
    expect(stale.map((d) => d.message)).toEqual([expect.stringContaining(RULE)]);
    const offered = await actionsAt(client, stale[0]!.range.start.line);
    expect(offered.filter((a: { command?: object }) => a.command)).toEqual([]);
    await client.change(uri, { range: range(2), text: '三' });
    expect(await codes()).not.toContain('stale-suppression');
  });

  it('is taken back', async () => {
    const [{ id }] = await client.request('policyAnnotator/suppressions', { uri });
    await client.request('policyAnnotator/unsuppress', { uri, id });
    expect(await codes()).toContain(RULE);
  });

  it('is not offered to a client that can not ask for a reason', async () => {
    const plain = await TestClient.start({ folders: [folder], capabilities: PULLING });
    await plain.open(uri, NOTICE);
    const line = NOTICE.split('\n').findIndex((l) => l.startsWith('（三）强化'));
    const offered: { command?: object }[] = await actionsAt(plain, line);
    expect(offered.filter((a) => a.command)).toEqual([]);
    expect(await plain.stop()).toBe(0);
  });
});
