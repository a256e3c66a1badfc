/** What hovering a person costs in a workspace where everybody names that person. */
import { expect, it } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import { glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';

const TEXT = '关于召开工作会议的通知\n市委书记王建国主持会议并讲话。\n';

it('reads few of the documents that name a person, and none of them twice', () => {
  let parses = 0;
  const workspace = new Workspace({
    glossary: glossaryWith(),
    parse: (text) => {
      parses++;
      return parse(text);
    },
  });
  workspace.set('mem:/a.txt', TEXT, 1);
  for (let i = 0; i < 50; i++) workspace.set(`mem:/${i}.txt`, `${TEXT}第${i}号。\n`, null);
  parses = 0;
  const at = TEXT.indexOf('王建国') + 1;
  const first = hover(workspace, 'mem:/a.txt', at, { locale: 'en' });
  expect(first?.plaintext).toContain('person');
  expect(parses).toBeGreaterThan(0);
  expect(parses).toBeLessThanOrEqual(8);
  const before = parses;
  hover(workspace, 'mem:/a.txt', at, { locale: 'en' });
  expect(parses).toBe(before);
});
