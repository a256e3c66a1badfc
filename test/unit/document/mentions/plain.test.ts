/** What is said does not depend on where a typesetter broke the lines. */
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from '../../../../server/src/core/document/model.ts';
import { parse } from '../../../../server/src/core/document/parse.ts';

const PARAGRAPHS = [
  '各地要提高政治站位，强化责任担当，细化工作举措，狠抓任务落实，认真贯彻《澜州市养老服务条例》，确保2025年6月30日前见到成效。',
  '报告用“四个明确”说明了总的要求：一是明确今后五年的总任务是建成服务网络。明确了任务就是确立了目标。二是明确了当前的主要矛盾。三是明确了总体布局是“一核多点”。四是明确了改革的总目标。',
  '2025年3月1日至2日，市委召开全体会议，审议通过《关于加快养老服务发展的决定》。会议听取了市民政局局长王立仁同志关于“时间银行”试点情况的汇报，要求依照本决定第三条的规定抓好落实。',
  '要把握五个方面：坚持党的领导，坚持人民至上，坚持守正创新，坚持问题导向，坚持系统观念。要持续推进“家门口”养老服务提升行动，引导社会力量参与，不断增强老年人的获得感。',
  '民政部门要会同财政、卫生健康、住房城乡建设等部门制定实施细则，明确时间表和路线图，定期调度通报，推动各项措施落地。',
  '新闻单位要加强宣传解读，及时回应社会关切，总结推广好的经验做法，营造全社会关心支持养老服务发展的良好氛围。',
];
const TEXT = `${PARAGRAPHS.join('\n\n')}\n`;

const wrapped = (width: number, end: string): string =>
  TEXT.replace(new RegExp(`(.{${width}})(?=.)`, 'gu'), `$1${end}`);

const bare = (text: string): string => text.replace(/\s/g, '');

/** Everything that is said, by the words of the text. */
function said(document: PolicyDocument) {
  const at = ({ start, end }: { start: number; end: number }) => bare(document.text.slice(start, end));
  return {
    terms: document.terms.map((t) => [t.category, at(t.span)]),
    dates: document.dates.map((d) => [d.role, at(d.span)]),
    references: document.references.map((r) => [r.title, at(r.span)]),
    citations: document.citations.map((c) => at(c.span)),
    enumerations: document.enumerations.map((e) => [at(e.declaredSpan), ...e.items.map((i) => [i.text, at(i.span)])]),
    persons: document.persons.map((p) => [p.name, at(p.span)]),
    meetings: document.meetings.map((m) => at(m.span)),
  };
}

describe('a text with wrapped lines', () => {
  const whole = said(parse(TEXT));
  test('says something to compare', () => {
    expect(whole.enumerations).toHaveLength(2);
    expect(whole.persons).toHaveLength(1);
  });
  test.each([26, 30, 33, 37, 40].flatMap((width) => ['\n', ' \r\n'].map((end) => [width, end] as const)))(
    'of %i characters, ended by %j',
    (width, end) => expect(said(parse(wrapped(width, end)))).toEqual(whole),
  );
});
