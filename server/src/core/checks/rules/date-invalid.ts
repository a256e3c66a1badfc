/** A day that the calendar does not have. Changes when the shapes of dates change. */
import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { isDay } from '../dates.ts';
import { rule } from '../rule.ts';

/** 上午10:75, 25时30分: behind a day or a part of one. */
const TIME = /(?:上午|下午|晚上|凌晨|中午|时间[：:]|[日）)])[ \u3000]?(\d{1,2})(?:[:：]|时)(\d{2})(?=分|[^\d:：.]|$)/g;
/** 1月至13月: the end of a stretch of months. */
const MONTHS = /(\d{1,2})月?(?:至|到|—|-|－|～)(\d{1,2})月(?!龄|\d|[一二三四五六七八九十])/g;
const DATE = /(?:(\d{4})年)?(\d{1,2})月(?:([1-9]\d?|0\d)日)?|(?:^|[^\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/g;

/** 10月28日至33日: the last day of some. */
const UNTIL = /(\d{1,2})月(\d{1,2})日?(?:至|到|—|-|－|～|、)(\d{1,2})日/g;
/** 二〇一二年五月三十二日. */
const HAN_DATE = /年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?/g;

/** 2018724日: the words between the figures are lost. */
const RUN_TOGETHER = /(?<!\d)(?:19|20)\d{2}(?:0?[1-9]|1[0-2])(?:[0-2]?\d|3[01])日/g;

export const dateInvalid = rule({
  id: 'date-invalid',
  category: 'metadata',
  title: { en: 'A date that does not exist', zh: '日期不存在' },
  defaultSeverity: 'error',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：历法',
  line: {
    when: '月日-午时:：',
    check({ text, folded }, report) {
      for (const m of matches(folded, TIME)) {
        if (Number(m[1]) <= 24 && Number(m[2]) <= 59) continue;
        const span = { start: m.index + m[0].search(/\d/), end: m.index + m[0].length };
        report({
          span,
          message: { en: '“{0}” is not a time of day.', zh: '“{0}”不是一天中的时刻。' },
          args: [text.slice(span.start, span.end)],
        });
      }
      for (const m of matches(folded, RUN_TOGETHER)) {
        report({
          span: { start: m.index, end: m.index + m[0].length },
          message: { en: '“{0}” lacks 年 and 月.', zh: '“{0}”缺少“年”“月”。' },
          args: [text.slice(m.index, m.index + m[0].length)],
        });
      }
      for (const m of matches(folded, MONTHS)) {
        if (!/年$/.test(folded.slice(0, m.index)) || Number(m[1]) > 12 || (Number(m[2]) >= 1 && Number(m[2]) <= 12))
          continue;
        const end = m.index + m[0].length;
        const span = { start: end - m[2]!.length - 1, end };
        report({
          span,
          message: { en: '“{0}” is not a day of the calendar.', zh: '历法中没有“{0}”。' },
          args: [text.slice(span.start, span.end)],
        });
      }
      for (const m of matches(folded, UNTIL)) {
        if (isDay(0, Number(m[1]), Number(m[3])) || !isDay(0, Number(m[1]), Number(m[2]))) continue;
        const end = m.index + m[0].length;
        const span = { start: end - m[3]!.length - 1, end };
        report({
          span,
          message: { en: '“{0}” is not a day of the calendar.', zh: '历法中没有“{0}”。' },
          args: [`${m[1]}月${m[3]}日`],
        });
      }
      for (const m of matches(folded, HAN_DATE)) {
        const month = numeralValue(m[1]!) ?? 0;
        const day = m[2] === undefined ? 1 : (numeralValue(m[2]) ?? 0);
        if (isDay(0, month, day)) continue;
        const span = { start: m.index + 1, end: m.index + m[0].length };
        report({
          span,
          message: { en: '“{0}” is not a day of the calendar.', zh: '历法中没有“{0}”。' },
          args: [text.slice(span.start, span.end)],
        });
      }
      for (const m of matches(folded, DATE)) {
        const iso = m[4] !== undefined;
        const shift = iso && !/^\d/.test(m[0]) ? 1 : 0;
        const year = Number((iso ? m[4] : m[1]) ?? 0);
        const month = Number(iso ? m[5] : m[2]);
        const day = iso ? Number(m[6]) : m[3] === undefined ? 1 : Number(m[3]);
        // 18月龄, 第13月: a count, not a month of the year.
        if (m[3] === undefined && !iso && (m[1] === undefined || month <= 12)) continue;
        if (isDay(year, month, day) || (iso && (year < 1900 || year > 2100))) continue;
        if (/[\d.]/.test(folded[m.index + shift - 1] ?? '')) continue;
        const span = { start: m.index + shift, end: m.index + m[0].length };
        report({
          span,
          message: { en: '“{0}” is not a day of the calendar.', zh: '历法中没有“{0}”。' },
          args: [text.slice(span.start, span.end)],
        });
      }
    },
  },
});
