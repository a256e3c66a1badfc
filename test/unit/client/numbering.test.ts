/** Numerals and the marker that follows a marker. Changes with client/src/numbering.ts. */
import { describe, expect, test } from 'vitest';
import { readHan, readMarked, writeHan } from '../../../client/src/numbering.ts';

describe('numerals', () => {
  test('every number from 1 to 999 survives writing and reading', () => {
    for (let n = 1; n < 1_000; n++) expect(readHan(writeHan(n))).toBe(n);
  });
  test.each([
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
  ])('%i is %s', (n, text) => expect(writeHan(n)).toBe(text));
  test.each(['', '二〇二二', '百', '零', '十十', '一百一', '一二'])('“%s” is no ordinal', (text) => {
    expect(readHan(text)).toBeNull();
  });
});

describe('the next marker', () => {
  test.each([
    ['一、总体要求', '二、'],
    ['九、其他', '十、'],
    ['十九、其他', '二十、'],
    ['（一）加强领导', '（二）'],
    ['(十)加强领导', '(十一)'],
    ['1．加强领导', '2．'],
    ['9. 加强领导', '10. '],
    ['1、加强领导', '2、'],
    ['（1）加强领导', '（2）'],
    ['1）加强领导', '2）'],
    ['1.2.9 范围', '1.2.10 '],
    ['①加强领导', '②'],
    ['第一条　为了规范管理', '第二条　'],
    ['第九十九条　法律责任', '第一百条　'],
    ['第二章　附则', '第三章　'],
    ['第3条 责任', '第4条 '],
    ['第一，统一思想', '第二，'],
    ['一是统一思想', '二是'],
    ['　　三、任务', '四、'],
  ])('after %s comes %s', (line, next) => expect(readMarked(line)?.next).toBe(next));

  test('⑳ is the last of its form', () => expect(readMarked('⑳其他')).toMatchObject({ marker: '⑳', next: null }));

  test.each(['2031年5月', '1.5万人', '15分钟', '总体要求', '二〇三一年', '', '　　', '一方面', '三大任务'])(
    '“%s” opens nothing',
    (line) => expect(readMarked(line)).toBeNull(),
  );

  test('tells indent and rest apart', () => {
    expect(readMarked('　　（二） 任务 ')).toMatchObject({ indent: '　　', marker: '（二） ', rest: '任务' });
    expect(readMarked('二、')).toMatchObject({ rest: '' });
  });
});
