/** What the TextMate grammar colours before any server answers. Changes with the grammar. */
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../cpu.ts';
import { tokenize } from './tokenize.ts';

/** `[text](scope)` marks what must have the scope as its innermost one; everything else must have none. */
async function check(marked: string): Promise<void> {
  const plain = marked.replace(/\[([^\][]*)\]\(([a-z0-9.-]+)\)/g, '$1');
  const lines = await tokenize(plain);
  const out = lines.map((line) => line.map((t) => ({ text: t.text, scope: t.scopes.at(-1) ?? '' })));
  const joined = out.map((line) =>
    line
      .reduce<{ text: string; scope: string }[]>((all, t) => {
        const last = all.at(-1);
        if (last && last.scope === t.scope) last.text += t.text;
        else all.push({ ...t });
        return all;
      }, [])
      .map((t) => (t.scope === '' ? t.text : `[${t.text}](${t.scope})`))
      .join(''),
  );
  expect(joined.join('\n')).toBe(marked);
}

describe('headings and markers', () => {
  const marker = (level: number) => `keyword.control.marker.level-${level}`;
  test.each([
    `[一、](${marker(1)})[总体要求](markup.heading.1)`,
    `　　[（二）](${marker(2)})[健全工作机制](markup.heading.2)。各镇要建立台账，逐项销号。`,
    `[(三)](${marker(2)})[完善配套](markup.heading.2)`,
    `[3．](${marker(3)})[加强调度](markup.heading.3)。每月通报一次。`,
    `[12.](${marker(3)})[明确分工](markup.heading.3)`,
    `[（4）](${marker(4)})[资金安排](markup.heading.4)`,
    `[①](${marker(5)})[材料齐全](markup.heading.5)`,
    `[第三章](${marker(1)})[　监督检查](markup.heading.1)`,
    `[第二节](${marker(2)})[ 程序](markup.heading.2)`,
    `[第十一条](${marker(2)})　县级以上部门负责本行政区域内的有关工作。`,
    `[第九条之一](${marker(2)})　本条另行规定。`,
  ])('%s', (line) => check(line));

  test.each(['1.5万人参加了活动。', '一、二、三产业融合发展。', '15分钟到达。', '三四季度要抓紧。'])(
    '%s is no marker',
    check,
  );

  test('a long paragraph keeps its marker and is not one heading', async () => {
    const body = '各部门要按照职责分工抓好落实，'.repeat(40);
    const [line] = await tokenize(`一、${body}`);
    expect(line?.[0]?.scopes).toEqual([marker(1)]);
    expect(line?.at(-1)?.scopes).toEqual([]);
  });
});

describe('inline', () => {
  test.each([
    '落实[“三张清单”](constant.numeric.abbreviation)和[“山海协同”](string.quoted.other.slogan)要求。',
    '學習[「四個堅持」](constant.numeric.abbreviation)。',
    '根据[《某县水源地保护办法》](entity.name.type.document)执行。',
    '依照[《关于落实〈某某规划〉的意见》](entity.name.type.document)办理。',
    '见文件（[某政办发〔2031〕18号](constant.other.document-number)）。',
    '自[2031年5月6日](constant.other.date)起施行，[7月 9日](constant.other.date)前报送。',
    '成文于[二〇三一年十二月八日](constant.other.date)。',
    '要求如下：[一是](keyword.control.marker.ordinal)摸清底数；[二是](keyword.control.marker.ordinal)建立台账。',
    '这三是本次检查的重点。',
  ])('%s', (line) => check(line));
});

describe('reported sections and residue', () => {
  const scope = 'entity.name.section.reported';
  test.each([
    `[全会指出](${scope})，要守住底线。`,
    `　　[會議強調](${scope}),要加強統籌。`,
    `工作有序推进。[会议要求](${scope})，各地抓紧落实。`,
    `[王大明强调](${scope})，安全是底线。`,
    '全会的准备工作已经就绪。',
    '[发布日期:2031-05-06 浏览次数:](comment.line.chrome)',
    '[— 12 —](comment.line.page-furniture)',
    '[（摘自《某县日报》2031年5月6日）](comment.line.source)',
  ])('%s', (line) => check(line));
});

describe('cost', () => {
  const long = 20_000;
  test.each([
    ['running text', '要加强组织领导和统筹协调'],
    ['open quotes', '“要求'],
    ['open title marks', '《关于'],
    ['numerals', '一'],
    ['digits', '1'],
    ['brackets', '（一'],
    ['blanks', '　 '],
    ['full stops', '会议。'],
    ['dates', '2031年1月'],
  ])('a line of 20,000 characters of %s stays linear', async (_, piece) => {
    const time = async (length: number): Promise<number> => {
      const line = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const start = cpuTime();
      await tokenize(line);
      return cpuTime() - start;
    };
    await time(100);
    const short = Math.min(await time(long / 4), await time(long / 4));
    const whole = Math.min(await time(long), await time(long));
    expect(whole).toBeLessThan(Math.max(60, short * 12));
  });

  test('the seeds together take less than two seconds', async () => {
    const start = cpuTime();
    for (const name of fs.readdirSync('seeds')) {
      const lines = await tokenize(fs.readFileSync(`seeds/${name}`, 'utf8'));
      expect(lines.flat().some((t) => t.scopes.length > 0)).toBe(true);
    }
    expect(cpuTime() - start).toBeLessThan(2_000);
  });
});
