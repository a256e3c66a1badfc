/** Short forms that a document announces: what hovering them tells and where a jump leads. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/document/parse.ts';
import { definition } from '../../../server/src/core/features/definition.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import { shortForms } from '../../../server/src/core/features/shortForms.ts';
import { glossaryWith } from '../../../server/src/core/glossary/entries.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';

const TEXT = [
  '云岭省渡口管理办法',
  '第一条　云岭省渡口安全监督委员会（以下简称“渡口监委会”）负责监督，东江市、西江市（以下统称两市）予以配合。',
  '第二条　渡口监委会办公室（以下简称渡口监委会办）设在省交通局。',
  '第三条　两市应当接受渡口监委会的检查，并向渡口监委会办报告。',
].join('\n');

function workspaceOf(text: string): Workspace {
  const workspace = new Workspace({ glossary: glossaryWith(), parse });
  workspace.set('mem:/a.txt', text, 1);
  return workspace;
}

const line = TEXT.indexOf('第三条');
const at = (words: string): number => TEXT.indexOf(words, line) + 1;

describe('announced short forms', () => {
  it.each([
    ['两市', '东江市、西江市'],
    ['渡口监委会的', '云岭省渡口安全监督委员会'],
    ['渡口监委会办', '渡口监委会办公室'],
  ])('%s is told where it comes again', (words, full) => {
    const told = hover(workspaceOf(TEXT), 'mem:/a.txt', at(words), { locale: 'zh-cn' });
    expect(told?.plaintext).toContain(full);
    expect(told?.plaintext).toContain('本文简称');
  });

  it('lead to their announcement', () => {
    const [target] = definition(workspaceOf(TEXT), 'mem:/a.txt', at('两市'));
    expect(TEXT.slice(target!.selection.start, target!.selection.end)).toBe('两市');
    expect(target!.selection.start).toBe(TEXT.indexOf('两市'));
  });

  it('are none before they are announced, nor words that only call something so', () => {
    const before = '两市合作。\n东江市、西江市（以下统称两市）共建渡口，人称“小江南”。\n小江南的渡口多。';
    expect(hover(workspaceOf(before), 'mem:/a.txt', 1, { locale: 'zh-cn' })).toBeNull();
    expect(shortForms(parse(before)).map(({ name }) => name)).toEqual(['两市']);
  });

  it('are read in Traditional script', () => {
    expect(shortForms(parse('渡口安全監督委員會（以下簡稱「監委會」）負責監督。')).map(({ name }) => name)).toEqual([
      '監委會',
    ]);
  });
});
