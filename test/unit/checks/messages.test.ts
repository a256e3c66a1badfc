/** What an official reads: the value seen, the value expected, the clause; no word of a programmer. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../server/src/core/checks/all.ts';
import { runChecks } from '../../../server/src/core/checks/run.ts';
import { parse } from '../../../server/src/core/document/parse.ts';

const messages = (text: string): string[] =>
  runChecks(parse(text), { locale: 'zh-cn', preset: 'drafting' }).map((f) => `${f.rule}: ${f.message}`);

describe('a message in Chinese', () => {
  it.each([
    [
      '云政发[2018]26号',
      'doc-number-form: 发文字号用六角括号、四位年份，不加“第”，不编虚位：云政发〔2018〕26号（GB/T 9704-2012 7.2.5）。',
    ],
    ['会议于2022年7月27日（星期四）召开。', 'weekday-mismatch: 2022年7月27日是星期三，不是星期四。'],
    [
      '要学好党史、新中国史、改革开放史“四史”，做到学思用贯通。',
      'declared-count-mismatch: “四史”称有4项，实际列出3项。',
    ],
    ['大会应到330人，请假4人，实到336人。', 'attendance-conflict: 应到330人，请假4人，实到应为326人，此处为336人。'],
    ['会议要求“抓好落实，务求实效。', 'unpaired-mark: 本段的前双引号没有与之配对的后双引号（GB/T 15834-2011 4.8）。'],
    ['杭州市市委书记出席会议。', 'redundant-post-prefix: 地名的层级只说一次：“市市”应为“市”。'],
    ['会议于2月30日召开。', 'date-invalid: 历法中没有“2月30日”。'],
  ])('%s', (text, wanted) => {
    expect(messages(`${text}\n`)).toContain(wanted);
  });

  it('writes days as documents do', () => {
    const text =
      '发布日期：2022年7月1日 来源：市政府办公室\n\n云山市人民政府关于加强安全生产工作的通知\n\n各县区人民政府：\n\n现将有关事项通知如下。\n\n云山市人民政府\n\n2022年7月5日\n';
    expect(messages(text)).toContain(
      'published-before-signed: 发布日期（2022年7月1日）早于成文或会议日期（2022年7月5日）（《党政机关公文处理工作条例》第九条（十二））。',
    );
  });

  it('names the clause of every rule that follows a standard', () => {
    expect(RULES.filter((r) => r.docs.startsWith('GB/T')).every((r) => /^GB\/T [0-9-]+ [0-9A-Z.]+/.test(r.docs))).toBe(
      true,
    );
  });
});
