/** Tasks and the matcher that reads their output. Changes with client/src/tasks.ts and the matcher in the manifest. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { taskArguments } from '../../../client/src/tasks.ts';
import { stylish } from '../../../server/src/cli/check-formats.ts';

const [matcher] = JSON.parse(fs.readFileSync('package.json', 'utf8')).contributes.problemMatchers;
const pattern = new RegExp(matcher.pattern.regexp);

test('the matcher reads what the command line prints', () => {
  const finding = (severity: string) => ({
    rule: 'numbering-gap',
    severity,
    message: '此处应为“（三）”: [一]',
    range: { start: { line: 11, character: 2 }, end: { line: 11, character: 5 } },
  });
  const severities = ['error', 'warning', 'information', 'hint'];
  const file = { file: '甲/乙 丙.txt', uri: 'file:///x', findings: severities.map(finding) };
  const lines = stylish([file] as never).split('\n');
  const read = lines.flatMap((line) => {
    const m = pattern.exec(line);
    return m ? [m.slice(1)] : [];
  });
  expect(read).toEqual(
    ['error', 'warning', 'info', 'hint'].map((s) => [
      '甲/乙 丙.txt',
      '12',
      '3',
      s,
      '此处应为“（三）”: [一]',
      'numbering-gap',
    ]),
  );
});

test('a task checks what its definition says, otherwise what the index holds', () => {
  const type = 'policy-annotator';
  expect(taskArguments({ type, command: 'check' }, ['**/*.txt'], 'zh-TW')).toEqual([
    'check',
    '**/*.txt',
    '--lang',
    'zh-cn',
  ]);
  const definition = { type, command: 'check', files: ['a.txt'], args: ['--preset', 'drafting'] } as const;
  expect(taskArguments(definition, ['**/*.txt'], 'en')).toEqual([
    'check',
    'a.txt',
    '--lang',
    'en',
    '--preset',
    'drafting',
  ]);
});
