/** Re-attachment, case by case: what is certain, what is asked, what is gone. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Ground,
  type Placement,
  place,
  prepareBase,
  suggest,
} from '../../../server/src/core/annotations/anchoring/reattach.ts';
import { describe as describeSpan } from '../../../server/src/core/annotations/selectors.ts';
import { createAnnotations } from '../../../server/src/core/annotations/service.ts';
import { NormalText } from '../../../server/src/core/annotations/units.ts';
import { MemoryHost } from './memory-host.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const BEFORE = `关于印发工作要点的通知

各区、县（市）人民政府，市政府各部门：

一、加强组织领导。各地要健全统筹协调机制，明确责任分工，确保各项任务落到实处。

二、完善政策措施。财政部门要加大资金支持力度，优化支出结构，提高使用效益。

三、强化监督检查。督查部门要定期开展专项督查，及时通报进展情况，严肃追责问责。

四、做好宣传引导。新闻单位要广泛宣传先进典型，营造良好舆论氛围。
`;

/** `«…»` marks the quote in the old text, and where it is to be found in the new one. */
function check(
  before: string,
  after: string,
  options: { base?: boolean } = {},
): Placement & { text: string | null; expected: string | null; at: boolean } {
  const unmark = (t: string) => {
    const start = t.indexOf('«');
    return start < 0
      ? { text: t, span: null }
      : { text: t.replace(/[«»]/g, ''), span: { start, end: t.indexOf('»') - 1 } };
  };
  const [old, next] = [unmark(before), unmark(after)];
  const [a, b] = [new NormalText(old.text), new NormalText(next.text)];
  const ground: Ground = { text: b, hash: sha(b.text) };
  const target = describeSpan(a, old.span!, sha(a.text));
  const found = place(target, ground, options.base === false ? null : prepareBase(ground, a.text));
  const at = next.span ? { start: b.fromRaw(next.span.start), end: b.fromRaw(next.span.end) } : null;
  return {
    ...found,
    text: found.span && b.text.slice(found.span.start, found.span.end),
    expected: at && b.text.slice(at.start, at.end),
    at: found.span?.start === at?.start && found.span?.end === at?.end,
  };
}

const mark = (text: string, words: string): string => text.replace(words, `«${words}»`);

describe('with its base text', () => {
  it.each([
    [
      'text before and after it changed',
      '统筹协调',
      (t: string) => t.replace('加强组织领导', '切实加强领导').replace('明确责任分工，', ''),
    ],
    [
      'a paragraph was put in front of its own',
      '专项督查',
      (t: string) => t.replace('三、', '三、补充事项。有关单位要主动对接，形成合力。\n\n三、'),
    ],
    [
      'its paragraph was moved to the end',
      '加大资金支持力度，优化支出结构',
      (t: string) => {
        const p = /二、.*\n\n/.exec(t)![0];
        return `${t.replace(p, '')}\n${p}`;
      },
    ],
    ['another program wrapped the lines', '明确责任分工，确保各项任务', (t: string) => t.replace(/(.{9})/g, '$1\n')],
    [
      'widths of marks changed',
      '各区、县（市）人民政府，市政府各部门',
      (t: string) => t.replace(/，/g, ',').replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':'),
    ],
    ['line ends changed', '专项督查，及时通报', (t: string) => t.replace(/\n/g, '\r\n')],
  ])('it is found where %s', (_, words, change) => {
    const found = check(
      mark(BEFORE, words),
      change(mark(BEFORE, words)).replace(/«\s*|\s*»/g, (m) => m.trim()),
    );
    expect(found).toMatchObject({ outcome: 'attached', at: true });
  });

  it('Traditional conversion changes nothing but the letters', () => {
    const found = check('各地要«健全统筹协调机制»，明确责任。', '各地要«健全統籌協調機制»，明確責任。');
    expect(found).toMatchObject({ outcome: 'attached', at: true, noteworthy: true, confidence: 0.95 });
  });

  it('a span over several paragraphs keeps them all', () => {
    const found = check(
      BEFORE.replace('优化支出', '«优化支出').replace('定期开展', '定期»开展'),
      BEFORE.replace('优化支出', '«进一步优化支出')
        .replace('定期开展', '定期»开展')
        .replace('督查部门', '督查主管部门'),
    );
    expect(found.outcome).toBe('changed');
    expect(found.text).toMatch(/优化支出结构[\s\S]*三、强化监督检查。督查主管部门要定期$/);
  });

  it('edited words are found in their place, old and new at hand', () => {
    const found = check(mark(BEFORE, '健全统筹协调机制'), BEFORE.replace('健全统筹协调机制', '«健全完善协调联动机制»'));
    expect(found).toMatchObject({ outcome: 'changed', noteworthy: true });
    expect(found.text).toBe('健全完善协调联动机制');
  });

  it('blanks at its edges come back', () => {
    expect(
      check(
        '一、标题\n　　«正文第一句。\n»　　正文第二句在此。',
        '一、新标题\n　　«正文第一句。\n»　　正文第二句在此。',
      ),
    ).toMatchObject({ outcome: 'attached', at: true });
  });

  it('a deleted paragraph leaves an orphan, also where a look-alike stands elsewhere', () => {
    const alike = BEFORE.replace(
      '四、',
      '附：强化监督检查。督查部门要定期开展专项督查，及时通报工作情况，严肃追责问责。\n\n四、',
    );
    const without = alike.replace(/三、.*\n\n/, '');
    expect(check(mark(alike, '督查部门要定期开展专项督查'), without)).toMatchObject({ outcome: 'orphan', span: null });
    expect(check(mark(BEFORE, '专项督查'), BEFORE.replace(/三、.*\n\n/, ''))).toMatchObject({ outcome: 'orphan' });
  });

  it('a copy of the paragraph and an edit of the words: asked, with both places to choose from', () => {
    const copied = `${BEFORE.replace('定期开展专项督查', '不定期组织专项督查')}\n五、强化监督检查。督查部门要定期开展专项督查，及时通报进展情况，严肃追责问责。\n`;
    const found = check(mark(BEFORE, '定期开展专项督查'), copied);
    expect(found.outcome).toBe('ambiguous');
    const words = found.candidates.map((c) => copied.slice(c.span.start, c.span.end));
    expect(words).toContain('定期开展专项督查');
    expect(words.some((w) => w.includes('组织专项督查'))).toBe(true);
  });

  it('words that were replaced whole, between words that stayed, are asked for', () => {
    const found = check(mark(BEFORE, '先进典型'), BEFORE.replace('先进典型', '惠民举措'));
    expect(found.outcome).toBe('ambiguous');
    expect(found.candidates).toHaveLength(1);
  });

  it('the same words in prose that replaced its paragraph are not taken for it', () => {
    const other = BEFORE.replace(/四、.*\n/, '四、其他事项。本通知自印发之日起施行，宣传部门另行安排。\n');
    expect(check(mark(BEFORE, '宣传'), other).span).toBeNull();
  });
});

describe('without a base text', () => {
  const other = BEFORE.replace('关于印发', '市政府办公室关于印发').replace('优化支出结构，', '');
  it('quote and context find it', () => {
    expect(check(mark(BEFORE, '专项督查'), mark(other, '专项督查'), { base: false })).toMatchObject({
      outcome: 'attached',
      at: true,
      cause: 'search',
    });
  });
  it('an equal quote in other surroundings is not taken silently', () => {
    const twice = `${BEFORE.replace(/三、.*\n\n/, '')}附件：年度专项督查计划表\n`;
    expect(check(mark(BEFORE, '专项督查'), twice, { base: false }).span).toBeNull();
  });
  it('of two places that are alike neither is taken silently', () => {
    const [, paragraphs] = /(二、[\s\S]*)/.exec(BEFORE)!;
    const between = '以上各项由办公室负责督促落实，重要情况按月报告。\n'.repeat(3);
    const found = check(mark(BEFORE, '专项督查'), `${between}${paragraphs}${between}${paragraphs}`, { base: false });
    expect(found).toMatchObject({ outcome: 'ambiguous', span: null });
    expect(found.candidates).toHaveLength(2);
  });
  it('the section decides between equal places', () => {
    const body = '各单位要按照职责分工抓好落实，并于月底前报送进展情况。';
    const text = new NormalText(`第一章　总则\n${body}\n第二章　附则\n${body}\n`);
    const second = text.text.lastIndexOf('月底前报送');
    const sectionAt = (o: number): readonly string[] => [o < text.text.indexOf('第二章') ? '第一章总则' : '第二章附则'];
    const target = {
      ...describeSpan(text, { start: second, end: second + 5 }, 'x', ['第二章附则']),
      position: { start: 0, end: 5 },
    };
    const [best] = suggest(target, { text, hash: 'y', sectionAt });
    expect(best!.span.start).toBe(second);
  });
});

describe('a copy of the paragraph', () => {
  const OLD = BEFORE.replace('加大资金支持力度', '«加大资金支持力度»');
  const [PARAGRAPH] = /二、.*\n/.exec(BEFORE)!;
  const edited = OLD.replace('加大资金', '加强资金');

  it('far away leaves edited words in their place', () => {
    const found = check(OLD, edited.replace(/^/, `${PARAGRAPH}\n${'本通知自印发之日起施行。'.repeat(8)}\n\n`));
    expect(found).toMatchObject({ outcome: 'changed', text: '加强资金支持力度', at: true });
  });

  it.each([
    ['before', edited.replace('二、', `${PARAGRAPH}二、`)],
    ['behind', edited.replace('\n\n三、', `\n${PARAGRAPH}\n三、`)],
  ])('right %s it makes a question of which one is meant', (_, after) => {
    const found = check(OLD, after);
    expect(found).toMatchObject({ outcome: 'ambiguous', span: null });
    expect(found.candidates).toHaveLength(2);
  });
});

describe('candidates', () => {
  it('move with the text that is typed before them', async () => {
    const uri = 'file:///w/a.txt';
    const host = new MemoryHost(3);
    host.put(uri, BEFORE);
    const service = createAnnotations(host, { workspaceFolders: () => ['file:///w'], author: () => '李' });
    await service.open(uri, BEFORE, 1);
    const start = BEFORE.indexOf('先进典型');
    const a = await service.call('create', { uri, span: { start, end: start + 4 } });
    await service.close(uri);
    const text = BEFORE.replace('先进典型', '惠民举措');
    host.put(uri, text);
    await service.open(uri, text, 1);
    service.change(uri, [{ start: 0, end: 0, text: '（送审稿）\n' }], 2);
    const [asked] = await service.call('needsAttention', { uri });
    expect(asked).toMatchObject({
      id: a.id,
      anchor: 'ambiguous',
      candidates: [{ text: '惠民举措', start: start + 6 }],
    });
    const { start: from, end: to } = asked!.candidates[0]!;
    expect(await service.call('reattach', { uri, id: a.id, span: { start: from, end: to } })).toMatchObject({
      anchor: 'attached',
      text: '惠民举措',
    });
    expect((await service.call('list', { uri, ids: [] })).annotations).toEqual([]);
  });
});
