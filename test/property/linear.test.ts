/**
 * Reading costs in proportion to the length, whatever the text: steps are counted, so nothing here depends on the machine.
 * Changes when another text is suspected of costing more. `npm run bench parse` tells the times, up to 50 MB.
 */
import { describe, expect, test } from 'vitest';
import { startCounting, stepsOf } from '../steps.ts';
import { seedTexts } from './structure-seeds.ts';

startCounting();
const { parse } = await import('../../server/src/core/document/parse.ts');
const { forgetParagraphs } = await import('../../server/src/core/document/mentions/paragraph.ts');

const CORE = /server\/src\/core\//;
/** Steps for each character of the text, in our own code and in the searches that it starts. */
function perCharacter(text: string): { blocks: number; characters: number } {
  forgetParagraphs();
  const { blocks, characters } = stepsOf(() => parse(text), CORE);
  return { blocks: blocks / text.length, characters: characters / text.length };
}

const of = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
const SMALL = 8_000;
const LARGE = 96_000;

const UNITS: Readonly<Record<string, string>> = {
  'running text': '各地要认真贯彻落实，',
  sentences: '各地要认真贯彻落实工作要求。',
  'long lines': `${'各地要认真贯彻落实'.repeat(5)}\n`,
  'long lines in brackets': `（${'各地要认真贯彻落实'.repeat(5)}\n`,
  paragraphs: '各地要认真贯彻落实工作要求，做到应办尽办，确保群众满意，推动各项任务落地。\n',
  'opening brackets': '（',
  'opening quotes': '“',
  'opening titles': '《',
  'nested brackets': '“‘《（【】）》’”',
  'straight quotes': '"',
  'closing brackets': '三大）',
  'lines that open a bracket': '（各地\n',
  'lines that open a quote': '“各地\n',
  'lines that open a tag': '<p各地\n',
  'list marks': '、',
  'counts and list marks': '三大、',
  'announced lists': '三大，即',
  joints: '和与及两个',
  ordinals: '一是二是',
  'ordinals behind blanks': '。    1',
  blanks: ' ',
  'wide blanks': '　',
  'blank lines': '\n',
  hashes: '#',
  digits: '1',
  dots: '.',
  dashes: '—',
  markers: '一、甲\n',
  'markers on one line': '一、甲乙丙丁。　　',
  'articles behind one another': '。第二条 甲',
  titles: '关于工作的通知\n',
  documents: '2020年1月1日\n关于工作的通知\n各地要落实。\n',
  contents: '目录\n第一章 总则\n',
  attachments: '附件1\n甲乙丙\n',
  orders: '市政府令\n各单位落实。\n',
  imprints: '发：各单位\n',
  recipients: '各单位：\n',
  sources: '来源：某日报\n',
  'reported clauses': '会议指出，\n',
  'terms of congresses': '十三届五次',
  'dates of meetings': '1月1日市委召开会议，',
  'dates alone': '2020年1月1日\n',
  'short titles': '《决定》',
  articles: '第十条第二款',
  'heads of programmes': '推进推进工程',
  'quoted names': '“四大”工程、',
  positions: '市委书记王',
  places: '浙江省杭州市',
  glosses: '學(xué)',
  'line ends of two characters': '甲\r\n',
};

describe('steps for each character', () => {
  const seeds = seedTexts()
    .map(([, text]) => text)
    .join('\n');
  parse(seeds);

  test.each([...Object.entries(UNITS), ['the samples', seeds] as const])(
    '%s cost the same in a long text as in a short one',
    (_, unit) => {
      const size = Math.max(unit.length, SMALL);
      perCharacter(of(unit, 500));
      const small = perCharacter(of(unit, size));
      const large = perCharacter(of(unit, unit.length > SMALL ? 4 * size : LARGE));
      expect(large.blocks).toBeLessThan(1.3 * small.blocks + 2);
      expect(large.characters).toBeLessThan(1.3 * small.characters + 2);
    },
  );

  test('a million opening quotes cost what eight thousand do', () => {
    const small = perCharacter(of('“', SMALL));
    const large = perCharacter(of('“', 1_000_000));
    expect(large.blocks).toBeLessThan(1.3 * small.blocks);
    expect(large.characters).toBeLessThan(1.3 * small.characters);
  });
});

describe('the count itself', () => {
  const code = /test\/property\/linear/;

  test('sees a loop within a loop, and is the same twice', () => {
    const squared = (n: number) => () => {
      let sum = 0;
      for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) sum += k;
      return sum;
    };
    const [ten, hundred, again] = [10, 100, 100].map((n) => stepsOf(squared(n), code).blocks);
    expect(hundred).toBe(again);
    expect(hundred! / ten!).toBeGreaterThan(50);
  });

  test('sees searches that run over the whole for each part', () => {
    const searching = (text: string) => () => {
      for (let at = 0; at < text.length; at += 10) text.indexOf('。', at);
      for (let at = 0; at < text.length; at += 10) text.slice(at).match(/。/);
    };
    const found = (list: number[]) => () => {
      for (const n of list) list.includes(n);
    };
    const numbers = Array.from({ length: 1000 }, (_, n) => n);
    expect(stepsOf(found(numbers), code).characters / stepsOf(found(numbers.slice(0, 100)), code).characters).toBe(100);
    const small = stepsOf(searching('甲'.repeat(1000)), code).characters;
    const large = stepsOf(searching('甲'.repeat(10_000)), code).characters;
    expect(large / small).toBeGreaterThan(50);
  });
});
