import { describe, expect, test } from 'vitest';
import { clauses, sentences } from '../../../server/src/core/text/sentences.ts';

const split = (text: string, by: typeof sentences): string[] => by(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['会议开了。他说：“要快。”大家同意！', ['会议开了。', '他说：“要快。”', '大家同意！']],
    ['第一行\n第二行。\r\n　　第三行', ['第一行', '第二行。', '第三行']],
    ['增长3.5%.会议认为,PM2.5下降.', ['增长3.5%.会议认为,PM2.5下降.']],
    ['全会指出.要抓落实.', ['全会指出.', '要抓落实.']],
    ['真的吗？！好。', ['真的吗？！', '好。']],
    ['', []],
    [' \n ', []],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => expect(split(text, sentences)).toEqual(expected));
});

describe('clauses', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['要快，要稳；要准：一要看、二要听。', ['要快，', '要稳；', '要准：', '一要看、二要听。']],
    ['投资1,200万元,增长8:2.', ['投资1,200万元,', '增长8:2.']],
  ];
  for (const [text, expected] of cases)
    test(JSON.stringify(text), () => expect(split(text, clauses)).toEqual(expected));
});

test('spans lie within the given range', () => {
  expect(sentences('甲。乙。丙。', 2, 4)).toEqual([{ start: 2, end: 4 }]);
});
