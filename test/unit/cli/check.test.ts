/** `check` from arguments to bytes: formats, exit codes, fixes, baseline, configuration, two documents that disagree. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileHost } from '../../../server/src/cli/annotations-host.ts';
import type { Io } from '../../../server/src/cli/io.ts';
import { type CheckOptions, runCheck } from '../../../server/src/cli/run-check.ts';
import { createAnnotations } from '../../../server/src/core/annotations/service.ts';
import { uriOf } from '../../../server/src/node/files.ts';

const TEXT =
  '会议指出,要坚持稳中求进，推动高质量发展取得新成效。\n会议强调，要抓好“三大重点”：一是防控风险。二是扩大投资。\n';
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-check-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string | Uint8Array): void => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');

async function check(args: string[], options: Partial<CheckOptions> = {}) {
  let out = '';
  const err: string[] = [];
  let code = 0;
  const io: Io = {
    out: (t) => {
      out += t;
    },
    err: (l) => void err.push(l),
    fail: (c) => {
      code = Math.max(code, c);
    },
    cwd: folder,
    interactive: false,
    env: { POLICY_ANNOTATOR_WORKERS: '0', LANG: 'en_US.UTF-8' },
  };
  await runCheck(args, { format: 'stylish', failOn: 'error', ...options }, io);
  return { out, err, code };
}

describe('output', () => {
  it('is file:line:column for people', async () => {
    write('a.txt', TEXT);
    const { out, code } = await check(['a.txt']);
    expect(out.split('\n')[0]).toBe(
      'a.txt:1:5: error: Half-width “,” in Chinese text; “，” is meant (GB/T 15834-2011 5.1). [halfwidth-punctuation]',
    );
    expect(out).toMatch(/--fix can repair 1\n$/);
    expect(code).toBe(1);
  });

  it('is silent about a clean document', async () => {
    write('a.txt', '会议指出，要坚持稳中求进，推动高质量发展取得新成效。\n');
    expect(await check(['a.txt'])).toEqual({ out: '', err: [], code: 0 });
  });

  it('is JSON with zero-based positions', async () => {
    write('a.txt', TEXT);
    const [file] = JSON.parse((await check(['a.txt'], { format: 'json' })).out);
    expect(file.uri).toMatch(/^file:.*a\.txt$/);
    expect(file.findings[0]).toMatchObject({
      rule: 'halfwidth-punctuation',
      severity: 'error',
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } },
      fix: { safe: true, edits: [{ newText: '，' }] },
    });
  });

  it('is one workflow command a finding for GitHub, with its marks escaped', async () => {
    write('a,b.txt', TEXT);
    const { out } = await check(['a,b.txt'], { format: 'github' });
    expect(out).toMatch(/^::error file=a%2Cb\.txt,line=1,endLine=1,col=5,endColumn=6,title=halfwidth-punctuation::/);
  });

  it('is SARIF 2.1.0 that its schema accepts', async () => {
    write('a.txt', TEXT);
    write(
      'b.txt',
      '会议指出，要坚持“稳中求进，推动高质量发展取得新成效。\n一、甲项工作。抓紧抓实。\n三、乙项工作。抓紧抓实。\n四、丙项工作。抓紧抓实。\n',
    );
    const log = JSON.parse((await check(['*.txt'], { format: 'sarif', preset: 'drafting' })).out);
    const schemaFile = path.resolve(import.meta.dirname, '../../fixtures/sarif/sarif-2.1.0-rtm.5.json');
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv as never);
    const valid = ajv.compile(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));
    expect(valid(log), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(log.runs[0].results.length).toBeGreaterThan(2);
    for (const r of log.runs[0].results) expect(log.runs[0].tool.driver.rules[r.ruleIndex].id).toBe(r.ruleId);
    log.runs[0].results[0].level = 'grave';
    expect(valid(log)).toBe(false);
  });
});

describe('exit code', () => {
  it.each([
    [{}, 1],
    [{ failOn: 'warning' }, 1],
    [{ config: 'no-errors.yml' }, 0],
    [{ config: 'no-errors.yml', failOn: 'warning' }, 1],
    [{ config: 'no-errors.yml', maxWarnings: 0 }, 1],
    [{ config: 'no-errors.yml', maxWarnings: 9 }, 0],
    [{ config: 'broken.yml' }, 2],
    [{ config: 'missing.yml' }, 2],
    [{ fix: true, fixDryRun: true }, 2],
  ] as [Partial<CheckOptions>, number][])('with %o is %i', async (options, code) => {
    write('a.txt', TEXT);
    write('no-errors.yml', 'rules:\n  halfwidth-punctuation: off\n');
    write('broken.yml', 'rules:\n  halfwidth-punctuation: fatal\n');
    expect((await check(['a.txt'], options)).code).toBe(code);
  });

  it('is 2 for a file that is missing, and the others are still checked', async () => {
    write('a.txt', TEXT);
    const { out, err, code } = await check(['a.txt', 'b.txt']);
    expect(code).toBe(2);
    expect(err).toEqual(['b.txt: no such file']);
    expect(out).toContain('a.txt:1:5');
  });
});

describe('configuration', () => {
  it('comes from the nearest folder, and its faults are shown at their place', async () => {
    write('.policy-annotator.yml', 'rules:\n  halfwidth-punctuation: hint\n');
    write('inner/.policy-annotator.yml', 'rules:\n  halfwidth-punctuation: off\n  typo: off\nexclude: ["skip/**"]\n');
    write('a.txt', TEXT);
    write('inner/b.txt', TEXT);
    write('inner/skip/c.txt', TEXT);
    const { out, err } = await check(['a.txt', 'inner/b.txt', 'inner/skip/c.txt']);
    expect(out).toContain('a.txt:1:5: hint');
    expect(out).not.toContain('b.txt:1:5');
    expect(out).not.toContain('c.txt');
    expect(err[0]).toMatch(/inner.\.policy-annotator\.yml:3:3: error: There is no rule “typo”\.$/);
  });
});

describe('fixing', () => {
  it('writes safe fixes in the encoding of the file', async () => {
    write('a.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    write('b.txt', TEXT);
    const { out } = await check(['*.txt'], { fix: true });
    expect(fs.readFileSync(path.join(folder, 'a.txt')).toString('utf16le')).toBe(`\ufeff${TEXT.replace(',', '，')}`);
    expect(read('b.txt')).toBe(TEXT.replace(',', '，'));
    expect(out).not.toContain('halfwidth-punctuation');
    expect(out).toContain('declared-count-mismatch');
  });

  it('shows a diff and changes nothing when told so', async () => {
    write('a.txt', TEXT);
    const { out } = await check(['a.txt'], { fixDryRun: true });
    expect(out).toContain('--- a/a.txt');
    expect(out).toContain(`-${TEXT.split('\n')[0]}\n+${TEXT.split('\n')[0]!.replace(',', '，')}`);
    expect(read('a.txt')).toBe(TEXT);
  });

  it('writes GB18030 as it was', async () => {
    const gb = Buffer.from([
      0xbb, 0xe1, 0xd2, 0xe9, 0xd6, 0xb8, 0xb3, 0xf6, 0x2c, 0xd2, 0xaa, 0xd7, 0xa5, 0xba, 0xc3, 0xc2, 0xe4, 0xca, 0xb5,
      0xa1, 0xa3, 0x0a,
    ]);
    write('a.txt', gb);
    const { err } = await check(['a.txt'], { fix: true });
    const comma = gb.indexOf(0x2c);
    const wanted = Buffer.concat([gb.subarray(0, comma), Buffer.from([0xa3, 0xac]), gb.subarray(comma + 1)]);
    expect(fs.readFileSync(path.join(folder, 'a.txt')).equals(wanted)).toBe(true);
    expect(err).toEqual([]);
  });
});

describe('baseline', () => {
  it('is made once, hides what it knows and shows what is new', async () => {
    write('a.txt', TEXT);
    const first = await check(['a.txt'], { baseline: 'known.json' });
    expect(first).toMatchObject({ out: '', code: 0 });
    expect(Object.keys(JSON.parse(read('known.json')).files)).toEqual(['a.txt']);
    write('a.txt', `前言。\n${TEXT}会议号召,要奋发有为，努力争先。\n`);
    const second = await check(['a.txt'], { baseline: 'known.json' });
    expect(second.out.match(/\[halfwidth-punctuation\]/g)).toHaveLength(1);
    expect(second.out).toContain('a.txt:4:5');
    expect(second.code).toBe(1);
  });
});

describe('findings that were set aside', () => {
  it('stay out, and a record without its finding is mentioned', async () => {
    write('a.txt', TEXT);
    write('.annotations/.gitignore', '_cache/\n');
    const service = createAnnotations(new FileHost(() => {}), {
      workspaceFolders: () => [uriOf(folder)],
      author: () => 'li',
    });
    const uri = uriOf(path.join(folder, 'a.txt'));
    await service.suppress(uri, { rule: 'halfwidth-punctuation', span: { start: 4, end: 5 }, reason: '原文如此' });
    await service.dispose();
    expect((await check(['a.txt'])).out).not.toContain('halfwidth-punctuation');
    write('a.txt', TEXT.replace(',', '，'));
    expect((await check(['a.txt'])).err).toEqual(['a.txt: 1 set aside and no longer found: halfwidth-punctuation']);
  });
});

describe('documents that contradict each other', () => {
  it('are checked against each other', async () => {
    const news = (day: number): string =>
      `市委十三届二次全体会议举行\n\n中国共产党杭州市第十三届委员会第二次全体会议2022年7月${day}日举行。\n出席这次全会的市委委员63名，候补委员12名。\n`;
    write('a.txt', news(26));
    write('b.txt', news(27));
    const reports = JSON.parse((await check(['a.txt', 'b.txt'], { format: 'json' })).out);
    const found = reports.flatMap((r: { file: string; findings: { rule: string; related: { uri: string }[] }[] }) =>
      r.findings
        .filter((f) => f.rule === 'meeting-date-conflict')
        .map((f) => [r.file, path.basename(f.related[0]!.uri)]),
    );
    expect(found).toEqual([
      ['a.txt', 'b.txt'],
      ['b.txt', 'a.txt'],
    ]);
  });
});
