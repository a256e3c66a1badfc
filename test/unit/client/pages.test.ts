/** Addresses of rule pages, the copied outline and the trace channel. Changes with rules.ts, outline.ts and trace.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import { outlineText } from '../../../client/src/outline.ts';
import { registerRules, ruleOf, showRule } from '../../../client/src/rules.ts';
import { traceChannel } from '../../../client/src/trace.ts';
import { editor, LogLevel, Uri } from './fake-vscode.ts';

beforeEach(() => editor.reset());

describe('rule pages', () => {
  test.each([
    ['/rules/numbering-gap', 'numbering-gap'],
    ['/rules/numbering-gap.md', 'numbering-gap'],
    ['/rules/a1/', 'a1'],
    ['/rules/', null],
    ['/rules/../../secret', null],
    ['/rules/..%2fsecret', null],
    ['/rules/A_B', null],
    ['/other/numbering-gap', null],
    ['', null],
  ])('%s means %s', (path, id) => expect(ruleOf(path)).toBe(id));

  const extension = Uri.parse('https://host/ext');
  const put = (name: string, text: string) =>
    editor.files.set(`https://host/ext/docs/rules/${name}`, new TextEncoder().encode(text));
  const provide = async (language: string): Promise<unknown> => {
    editor.language = language;
    registerRules(extension as never, { warn() {} } as never);
    return editor.provider?.(Uri.parse('policy-annotator-rule:/rules/x.md'));
  };

  test('come in the language of the interface, in English where there is no other', async () => {
    put('x.md', 'English');
    expect(await provide('zh-cn')).toBe('English');
    put('x.zh-cn.md', '中文');
    expect(await provide('zh-cn')).toBe('中文');
    expect(await provide('zh-tw')).toBe('中文');
    expect(await provide('en')).toBe('English');
  });
  test('open as a preview beside the document', async () => {
    put('x.md', 'English');
    await showRule(extension as never, 'x');
    expect(editor.executed).toEqual([['markdown.showPreviewToSide', 'policy-annotator-rule:/rules/x.md']]);
  });
  test('a page that is not there is said to be missing', async () => {
    await showRule(extension as never, 'none');
    expect(editor.executed).toEqual([]);
    expect(editor.messages).toHaveLength(1);
  });
  test('an address without meaning is answered', async () => {
    registerRules(extension as never, { warn() {} } as never);
    await editor.uriHandler?.(Uri.parse('vscode://policy-annotator.policy-annotator/nothing'));
    expect(editor.messages).toHaveLength(1);
  });
});

test('the outline is a nested list', () => {
  const symbol = (name: string, ...children: unknown[]) => ({ name, children });
  const symbols = [symbol('一、甲', symbol('（一）乙', symbol('1．丙'))), symbol('二、丁')];
  expect(outlineText(symbols as never)).toBe('- 一、甲\n  - （一）乙\n    - 1．丙\n- 二、丁\n');
});

test('the trace has its level from the setting, and writes where the log is', () => {
  const written: string[] = [];
  const log = { logLevel: LogLevel.Info, info: (text: string) => written.push(text), name: 'log' };
  const channel = traceChannel(log as never, []);
  const levels: unknown[] = [];
  channel.onDidChangeLogLevel((level) => levels.push(level));
  expect(channel.logLevel).toBe(LogLevel.Info);
  editor.settings['policyAnnotator.trace.server'] = 'verbose';
  editor.configure('policyAnnotator.trace.server');
  expect(channel.logLevel).toBe(LogLevel.Trace);
  expect(levels).toEqual([LogLevel.Trace]);
  channel.trace('hello');
  expect(written).toEqual(['hello']);
  expect(channel.name).toBe('log');
});
