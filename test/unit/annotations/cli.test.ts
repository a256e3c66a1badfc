/** The `annotations` commands on real files: import, list, export, agreement, doctor. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runAgreement, runDoctor, runExport, runImport, runList } from '../../../server/src/cli/annotations-run.ts';
import type { Io } from '../../../server/src/cli/io.ts';

const TEXT = '关于统筹的通知\n　　各地要加强统筹协调，落实责任。\n　　\u{20bb7}林省负责督促检查。\n';
const made: string[] = [];
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

let cwd = '';
beforeEach(() => {
  cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'annotations-cli-'));
  made.push(cwd);
  fs.mkdirSync(path.join(cwd, 'docs'));
  fs.writeFileSync(path.join(cwd, 'docs', '通知.txt'), TEXT);
});

function io(): Io & { printed(): string; complained: string[]; code: number } {
  let out = '';
  const complained: string[] = [];
  return {
    out: (text) => {
      out += text;
    },
    err: (line) => void complained.push(line),
    fail(code) {
      this.code = Math.max(this.code, code);
    },
    code: 0,
    printed: () => out,
    complained,
    cwd,
    interactive: false,
    env: { POLICY_ANNOTATOR_AUTHOR: '李' },
  };
}

const label = (quote: string, tag: string): [number, number, string] => {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote))].length;
  return [start, start + [...quote].length, tag];
};

async function imported(author: string, ...labels: [number, number, string][]) {
  fs.writeFileSync(path.join(cwd, '通知.jsonl'), JSON.stringify({ text: TEXT, label: labels }));
  const run = io();
  await runImport(['通知.jsonl'], { from: 'doccano', author }, run);
  return run;
}

describe('annotations on the command line', () => {
  it('imports by the name of the document, lists with positions, and exports what it read', async () => {
    const run = await imported('李', label('统筹协调', '措施'), label('\u{20bb7}林省', '主体'));
    expect(JSON.parse(run.printed())).toEqual({ imported: 2, skipped: 0, needsAttention: 0 });
    const list = io();
    await runList(['docs/*.txt'], { format: 'json' }, list);
    const [first, second] = JSON.parse(list.printed());
    expect(first).toMatchObject({
      text: '统筹协调',
      anchor: 'attached',
      author: '李',
      tags: [{ name: '措施' }],
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } },
    });
    expect(second.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 6 } });
    const filtered = io();
    await runList(['docs/通知.txt'], { format: 'table', tag: '主体' }, filtered);
    expect(filtered.printed()).toMatch(/^docs\/通知\.txt:3\s+主体\s+\u{20bb7}林省\s+李\n$/u);
    const back = io();
    await runExport(['docs/通知.txt'], { to: 'doccano' }, back);
    expect(JSON.parse(back.printed()).label).toEqual([label('统筹协调', '措施'), label('\u{20bb7}林省', '主体')]);
    expect(back.complained.join('\n')).toContain('authors and dates are left out (2)');
    const word = io();
    await runExport(['docs/通知.txt'], { to: 'docx', out: 'out' }, word);
    expect(
      fs
        .readFileSync(path.join(cwd, 'out', '通知.docx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('compares two annotators', async () => {
    await imported('李', label('统筹协调', '措施'));
    await imported('王', label('加强统筹协调', '措施'));
    const run = io();
    await runAgreement(['docs/通知.txt'], { format: 'json' }, run);
    const report = JSON.parse(run.printed());
    expect(report.pairs[0]).toMatchObject({ both: 4, onlyFirst: 0, onlySecond: 2, units: [...TEXT].length });
    const table = io();
    await runAgreement(['docs/通知.txt'], { format: 'table' }, table);
    expect(table.printed()).toContain('李 – 王');
  });

  it('doctor finds orphans and torn lines, and exits with 1', async () => {
    await imported('李', label('统筹协调', '措施'), label('落实责任', '措施'));
    const fine = io();
    await runDoctor('.', { format: 'text' }, fine);
    expect([fine.code, fine.printed()]).toEqual([0, '2 annotations on 1 documents in 1 segments\n']);
    fs.writeFileSync(path.join(cwd, 'docs', '通知.txt'), TEXT.replace('，落实责任', ''));
    const folder = path.join(cwd, '.annotations', 'docs', 'docs', '通知.txt');
    fs.appendFileSync(path.join(folder, fs.readdirSync(folder)[0]!), '{"id":"x');
    const run = io();
    await runDoctor('.', { format: 'json' }, run);
    const report = JSON.parse(run.printed());
    expect(run.code).toBe(1);
    expect(report.orphans).toMatchObject([{ text: '落实责任' }]);
    expect(report.problems).toHaveLength(1);
    fs.writeFileSync(path.join(cwd, 'docs', '通知.txt'), TEXT);
    fs.renameSync(path.join(cwd, 'docs', '通知.txt'), path.join(cwd, '归档.txt'));
    const gone = io();
    await runDoctor('.', { format: 'text' }, gone);
    expect(gone.printed()).toContain('missing: docs/通知.txt');
    expect(gone.printed()).toContain('moved: docs/通知.txt is now 归档.txt');
    await runDoctor('.', { format: 'text', follow: true }, io());
    const followed = io();
    await runList(['归档.txt'], { format: 'json' }, followed);
    expect(JSON.parse(followed.printed()).map((a: { anchor: string }) => a.anchor)).toEqual(['attached', 'attached']);
  });

  it('says what it can not use', async () => {
    const run = io();
    await runImport(['none.json'], { from: 'uima' }, run);
    await runDoctor('none', { format: 'text' }, run);
    expect(run.code).toBe(2);
    expect(run.complained).toHaveLength(2);
    fs.writeFileSync(path.join(cwd, 'x.jsonl'), '{"text":"别的","label":[[0,1,"a"]]}\nnonsense');
    const other = io();
    await runImport(['x.jsonl'], { from: 'doccano' }, other);
    expect(other.complained.join('\n')).toMatch(
      /no document of this name is here[\s\S]*not JSON|not JSON[\s\S]*no document/,
    );
  });
});
