import { expect, test } from 'vitest';
import { suggestEntries, undefinedTerms } from '../../../../server/src/core/features/suggest.ts';
import { checkFile } from '../../../../server/src/core/glossary/check.ts';
import type { Segmenter } from '../../../../server/src/core/host.ts';
import { setup } from './support.ts';

const WORKSPACE = `//- /a.txt
治水工作报告

一、总体情况

做到规划、建设、管理“三个统一”。坚持“三个统一”，做到“两个维护”。
//- /b.txt
治水工作方案

一、总体要求

深化“三个统一”，打造“江畔书屋”。一次性提到“浮云”。水系连通工作，水系连通项目，水系连通成效。
//- /c.txt
治水工作意見

一、總體要求

深化「三個統一」，打造「江畔書屋」。
`;

const segmenter: Segmenter = {
  name: 'Intl.Segmenter',
  words: async () => [],
  keywords: async (text, most) =>
    ['水系连通', '三个统一', '工作', '两个维护']
      .filter((w) => text.includes(w))
      .slice(0, most)
      .map((word) => ({ word, weight: 1 })),
};

test('recurring terms without an entry, the most useful first, drafted from the documents', () => {
  const { workspace } = setup(WORKSPACE);
  const found = undefinedTerms(workspace);
  expect(found.map((s) => [s.term, s.count, s.documents])).toEqual([
    ['三个统一', 4, 3],
    ['江畔书屋', 2, 2],
  ]);
  expect(found[0]?.entry).toMatchObject({
    term: '三个统一',
    components: [{ zh: expect.stringContaining('规划') }, { zh: '建设' }, { zh: '管理' }],
    confidence: 'in-document',
  });
  expect(found[0]?.definition?.uri).toBe('file:///a.txt');
  expect(found[0]?.contexts).toHaveLength(3);
  expect(checkFile({ terms: found.map((s) => s.entry) }).filter((p) => p.severity === 'error')).toEqual([]);
});

test('keywords come behind what documents mark, and never repeat it or the glossary', async () => {
  const { workspace } = setup(WORKSPACE);
  const found = await suggestEntries(workspace, segmenter);
  expect(found.map((s) => `${s.reason} ${s.term}`)).toEqual(['quoted 三个统一', 'quoted 江畔书屋', 'keyword 水系连通']);
  expect((await suggestEntries(workspace, null)).map((s) => s.reason)).not.toContain('keyword');
});

test('one document, one mention, a limit', () => {
  const { workspace } = setup(WORKSPACE);
  expect(
    undefinedTerms(workspace, { uris: new Set(['file:///b.txt']), least: 1 })
      .map((s) => s.term)
      .sort(),
  ).toEqual(['三个统一', '江畔书屋', '浮云'].sort());
  expect(undefinedTerms(workspace, { most: 1 })).toHaveLength(1);
});
