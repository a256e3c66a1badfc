import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import { readGlossaryFile } from '../../../server/src/core/glossary/read.ts';
import { positionIn } from '../../../server/src/core/workspace/summary.ts';
import { numberKey } from '../../../server/src/core/workspace/titles.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';
import { cpuTime } from '../../cpu.ts';
import { glossaryOf } from '../features/terms/support.ts';

/** Everything that queries can see of a workspace, with keys as text, so that two of them can be compared. */
function visible(workspace: Workspace) {
  const documents = [...workspace.uris()].sort().map((uri) => {
    const s = workspace.summary(uri)!;
    const mentions = Array.from({ length: s.terms.count }, (_, i) => s.terms.at(i)).map((m) => ({
      ...m,
      key: workspace.ids.key(m.key),
    }));
    return {
      ...s,
      outline: s.outline,
      references: s.references,
      citations: s.citations,
      enumerations: s.enumerations,
      meetings: s.meetings,
      terms: mentions,
      lineStarts: [...s.lineStarts],
      definitions: s.definitions.map((d) => ({ ...d, key: workspace.ids.key(d.key) })),
    };
  });
  const keys = [...workspace.termKeys()].map((id) => workspace.ids.key(id)).sort();
  return {
    documents,
    counts: keys.map((k) => [k, workspace.documentCount(k), workspace.mentionCount(k)]),
    defining: keys.map((k) =>
      [...workspace.defining([workspace.ids.id(k)])].map((d) => [d.uri, d.definition.span, d.definition.kind]).sort(),
    ),
    titles: documents.map((d) => (d.title ? workspace.byTitle(d.title.text).map((s) => s.uri) : null)),
    citing: documents.flatMap((d) =>
      d.references.map((r) =>
        workspace
          .citing(r.title)
          .map((s) => s.uri)
          .sort(),
      ),
    ),
  };
}

const PIECES = [
  '关于建设水美乡村的决定\n\n',
  '“清流行动”是治水的抓手。',
  '做到“两个维护”。',
  '堅決做到「兩個維護」。',
  '落实《关于建设水美乡村的决定》。',
  '一、总体要求\n\n',
  '根据湖政发〔2021〕7号文件，',
  '\r\n',
  '做到规划、建设、管理“三个统一”。',
  '2021年3月2日',
];

test('any order of edits ends where a rebuild ends', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((a) => a.join(''));
  const step = fc.record({
    uri: fc.constantFrom('file:///a', 'file:///b', 'file:///c'),
    action: fc.constantFrom('set', 'open', 'close', 'remove'),
    text,
  });
  const glossary = glossaryWith();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const workspace = new Workspace({ glossary, parses: 1 });
      for (const { uri, action, text } of steps) {
        const kept = workspace.text(uri);
        if (action === 'remove') workspace.remove(uri);
        else if (action === 'close' && kept !== undefined) workspace.set(uri, kept, null);
        else workspace.set(uri, text, action === 'open' ? 1 : null);
      }
      const rebuilt = new Workspace({ glossary });
      for (const uri of [...workspace.uris()].sort()) rebuilt.set(uri, workspace.text(uri)!, null);
      expect(visible(workspace)).toEqual(visible(rebuilt));
    }),
    { numRuns: 60 },
  );
});

describe('what others can notice', () => {
  const text = '关于建设水美乡村的决定\n\n“清流行动”是治水的抓手。\n\n一、总体要求\n\n各地要结合实际，抓好落实。\n';
  test('typing inside a paragraph stops at the summary', () => {
    const workspace = new Workspace({ glossary: glossaryOf() });
    expect(workspace.set('file:///a', text, 1)).toBe(true);
    const { generation } = workspace;
    expect(workspace.set('file:///a', text.replace('抓好', '切实抓好'), 2)).toBe(false);
    expect(workspace.generation).toBe(generation);
    expect(workspace.set('file:///a', text.replace('抓好', '切实抓好'), 3)).toBe(false);
  });

  test('a title, a heading, a term, a citation do not', () => {
    const workspace = new Workspace({ glossary: glossaryOf() });
    workspace.set('file:///a', text, 1);
    for (const other of [
      text.replace('水美', '最美'),
      text.replace('总体要求', '总体目标'),
      text.replace('清流', '净水'),
      text.replace('各地', '按照《关于治水的意见》，各地'),
    ]) {
      expect(workspace.set('file:///a', other, 1), other).toBe(true);
    }
  });
});

test('parses of indexed documents are limited, texts have a budget, summaries stay', () => {
  let parsed = 0;
  const text = (i: number): string => `关于第${i}项工作的通知\n\n落实“清流行动”。\n`;
  const counting = new Workspace({ glossary: glossaryOf(), parses: 2, textBudget: 60 });
  for (let i = 0; i < 10; i++) counting.set(`file:///${i}`, text(i), null);
  parsed = [...counting.uris()].filter((uri) => counting.text(uri) !== undefined).length;
  expect(parsed).toBeLessThan(4);
  expect(counting.documentCount('清流行动')).toBe(10);
  expect(counting.document('file:///0')).toBeUndefined();
  expect(counting.document('file:///9')?.text).toBe(text(9));
  expect(positionIn(counting.summary('file:///0')!, 16)).toEqual({ line: 2, character: 4 });
});

test('an open document keeps its text whatever the budget', () => {
  const workspace = new Workspace({ glossary: glossaryOf(), textBudget: 1 });
  workspace.set('file:///a', '落实“清流行动”。', 1);
  workspace.set('file:///b', '落实“净水行动”。', null);
  expect(workspace.document('file:///a')?.text).toBe('落实“清流行动”。');
  expect([workspace.version('file:///a'), workspace.version('file:///b'), workspace.version('file:///c')]).toEqual([
    1,
    null,
    undefined,
  ]);
});

test('a new glossary renews what was indexed with the old one', async () => {
  const workspace = new Workspace({ glossary: glossaryWith() });
  for (let i = 0; i < 30; i++) workspace.set(`file:///${i}`, '建设江畔书屋。', null);
  expect(workspace.documentCount('江畔书屋')).toBe(0);
  const file = await readGlossaryFile('file:///g.glossary.yml', 'terms:\n- term: 江畔书屋\n');
  workspace.setGlossary(glossaryWith(file));
  expect(workspace.step(20)).toBe(true);
  expect([...workspace.mentioning('江畔书屋')]).toHaveLength(30);
  expect(workspace.step()).toBe(false);
});

describe('titles', () => {
  const workspace = new Workspace({ glossary: glossaryOf() });
  workspace.set(
    'file:///a',
    '中共湖州市委关于加强治水工作\n推进水岸同治的意见\n\n一、总体要求\n\n坚持生态优先。\n',
    null,
  );
  test.each([
    ['中共湖州市委关于加强治水工作，推进水岸同治的意见', true],
    ['中共湖州市委 关于加强治水工作,推进水岸同治的意见', true],
    ['中共湖州市委關於加強治水工作，推進水岸同治的意見', true],
    ['关于加强治水工作，推进水岸同治的意见', true],
    ['湖州市委关于加强治水工作推进水岸同治的意见', true],
    ['中共嘉兴市委关于加强治水工作，推进水岸同治的意见', false],
    ['关于加强治水工作的意见', false],
    ['', false],
  ])('《%s》 %s', (title, found) =>
    expect(workspace.byTitle(title).map((s) => s.uri)).toEqual(found ? ['file:///a'] : []),
  );
});

describe('document numbers', () => {
  const workspace = new Workspace({ glossary: glossaryOf() });
  workspace.set(
    'file:///n',
    '湖州市人民政府关于治水的通知\n\n湖政发〔2019〕12号\n\n各区县人民政府：\n\n现通知如下。\n',
    null,
  );
  test.each([
    ['湖政发〔2019〕12号', true],
    ['湖政發[2019]12號', true],
    ['湖政发（2019）12号', true],
    ['湖政发【2019】 12号', true],
    ['湖政发〔2019〕2号', false],
    ['湖政发〔2018〕12号', false],
    ['湖政办发〔2019〕12号', false],
  ])('%s %s', (number, found) =>
    expect(workspace.byNumber(number).map((s) => s.uri)).toEqual(found ? ['file:///n'] : []),
  );
});

test('hostile texts do not throw', () => {
  const workspace = new Workspace({ glossary: glossaryWith() });
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '“',
          '”',
          '《',
          '》',
          '两',
          '个',
          '维',
          '护',
          '一',
          '、',
          '。',
          '\n',
          '\r',
          '是',
          '即',
          '\ud800',
          '（',
          '）',
          '1',
          ' ',
        ),
      }),
      (text) => {
        workspace.set('file:///x', text, 1);
        const s = workspace.summary('file:///x')!;
        for (const d of s.definitions)
          expect(d.span.start >= 0 && d.span.start <= d.span.end && d.span.end <= text.length).toBe(true);
        for (let i = 0; i < s.terms.count; i++) expect(s.terms.at(i).span.end).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('a megabyte without a line end is read in linear time', () => {
  const unit = '推进“两个维护”，“清流行动”是抓手，做到规划、建设、管理“三个统一”，';
  const time = (n: number): number => {
    const workspace = new Workspace({ glossary: glossaryWith() });
    const start = cpuTime();
    workspace.set('file:///x', unit.repeat(n), null);
    return cpuTime() - start;
  };
  time(200);
  const small = Math.max(time(1000), 5);
  expect(time(8000)).toBeLessThan(small * 30);
});

test.each([
  ['国发〔2019〕3号', '國發[2019] 第03號', true],
  ['国办发„2009‟3号', '国办发﹝2009﹞３号', true],
  ['（1992）财农字第33号', '（1992）财农字33号', true],
  ['国发〔2019〕3号', '国发〔2019〕30号', false],
  ['国发〔2019〕3号', '国办发〔2019〕3号', false],
  ['国发〔2019〕3号', '国发〔2018〕3号', false],
])('document numbers %s and %s are one: %s', (a, b, same) => expect(numberKey(a) === numberKey(b)).toBe(same));
