/** 一是 … 三是 without 二是, 第一 … 第三, and one kind of ordinal among another. Changes when the series change. */

import { numeralValue } from '../../text/numerals.ts';
import { matches } from '../chars.ts';
import { hanNumeral } from '../numbering.ts';
import { rule } from '../rule.ts';
import { PROSE } from '../view.ts';

const MARKS =
  /(^|[，。；：、！？—\s\u3000（“”》）])(?:([一二三四五六七八九十]{1,3})(是|要|则|来)(?!否|不是|非)|第([一二三四五六七八九十]{1,3})(，)|其([一二三四五六七八九十])(，)|第([一二三四五六七八九十]{1,3})(项议程|项任务|项工作|个问题|个方面|项议题)(?=是|为|，)|[（(]([0-9]{1,2}|[一二三四五六七八九十]{1,2})[）)]|([①-⑳]))/g;

interface Mark {
  readonly key: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

function marksOf(folded: string): Mark[] {
  const found: Mark[] = [];
  for (const m of matches(folded, MARKS)) {
    const start = m.index + m[1]!.length;
    const end = m.index + m[0].length;
    const text = folded.slice(start, end);
    const add = (key: string, value: number | null, prefix: string, suffix: string): void => {
      if (value !== null && value > 0) found.push({ key, value, start, end, text, prefix, suffix });
    };
    if (m[2]) add(m[3]!, numeralValue(m[2]), '', m[3]!);
    else if (m[4]) add('第', numeralValue(m[4]), '第', '，');
    else if (m[6]) add('其', numeralValue(m[6]), '其', '，');
    else if (m[8]) add(m[9]!, numeralValue(m[8]), '第', m[9]!);
    else if (m[10]) add(/\d/.test(m[10]) ? '(1)' : '(一)', numeralValue(m[10]), '（', '）');
    else if (m[11]) add('①', m[11].charCodeAt(0) - 0x2460 + 1, '', '');
    // The mark before a series may be the last one's own end.
    MARKS.lastIndex = end - (m[5] || m[7] ? 1 : 0);
  }
  return found;
}

const PARAGRAPH = /^[\s\u3000]*[二三四五六七八九十]{1,2}是(?!否|不是|非)/;

export const ordinalSeriesGap = rule({
  id: 'ordinal-series-gap',
  category: 'numbering',
  title: { en: 'Ordinals in a paragraph do not follow', zh: '段内序数不连续' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: 'GB/T 15834-2011 B.3.7；逻辑：序数连续',
  // 二是 … at the head of a paragraph, with no 一是 since the last heading, or a second 二是.
  check({ lines, sections, text, doc }, report) {
    if (!lines.some((l) => PARAGRAPH.test(l.folded))) return;
    const known = new Set(sections.map((s) => s.section.markerSpan?.start ?? -1));
    let seen = new Set<number>();
    let spoken = false;
    for (const line of lines) {
      if (!PROSE.has(line.kind)) continue;
      const before = spoken;
      spoken ||= doc.title === null || line.start > doc.title.span.end;
      const m = /^[\s\u3000]*([一二三四五六七八九十]{1,2})是(?!否|不是|非)/.exec(line.folded);
      const n = m && numeralValue(m[1]!);
      if (line.kind === 'heading' && !m) seen = new Set();
      if (m && n && n > 1 && before && !known.has(line.start + m[0].length - m[1]!.length - 1)) {
        const expected = seen.has(n) ? n + 1 : n - 1;
        if (seen.has(n) || (!seen.has(n - 1) && seen.size === 0)) {
          const start = line.start + m[0].length - m[1]!.length - 1;
          const span = { start, end: start + m[1]!.length + 1 };
          const right = `${hanNumeral(expected)}是`;
          report({
            span,
            message: { en: '“{0}” stands where “{1}” is expected.', zh: '此处应为“{1}”，却是“{0}”。' },
            args: [text.slice(span.start, span.end), right],
            data: { expected, found: n },
            fix: {
              title: { en: 'Write “{0}”', zh: '改为“{0}”' },
              args: [right],
              edits: [{ span, newText: right }],
              safe: false,
            },
          });
          // What follows is judged as if this one were right.
          seen.add(expected);
          continue;
        }
      }
      if (!/[一二三四五六七八九十]是/.test(line.folded)) continue;
      for (const inline of matches(line.folded, /(?:^|[，。；：、\s\u3000])([一二三四五六七八九十]{1,2})是/g)) {
        const value = numeralValue(inline[1]!);
        if (value === 1) seen = new Set();
        if (value) seen.add(value);
      }
    }
  },
  line: {
    when: '是要则，)）①②③④⑤项个',
    check({ text, folded, kind }, report) {
      if (!PROSE.has(kind)) return;
      const byKey = new Map<string, Mark[]>();
      for (const mark of marksOf(folded)) byKey.set(mark.key, [...(byKey.get(mark.key) ?? []), mark]);
      for (const [key, marks] of byKey) {
        // Two marks at least, one of them the first or the second of its series.
        if (marks.length < 2 || marks[0]!.value > 2) continue;
        if (marks[0]!.value !== 1 && (marks[1]!.value !== 3 || key === '要')) continue;
        let expected = 1;
        marks.forEach((mark, i) => {
          const next = marks[i + 1]?.value;
          const say = (): void => {
            const han = hanNumeral(expected);
            const right =
              key === '①'
                ? String.fromCharCode(0x245f + expected)
                : `${mark.prefix}${key === '(1)' ? expected : han}${mark.suffix}`;
            const start = mark.start;
            const end = mark.start + mark.text.length;
            report({
              span: { start, end },
              message: { en: '“{0}” stands where “{1}” is expected.', zh: '此处应为“{1}”，却是“{0}”。' },
              args: [text.slice(start, end), right],
              data: { expected, found: mark.value },
              fix: {
                title: { en: 'Write “{0}”', zh: '改为“{0}”' },
                args: [right],
                edits: [{ span: { start, end }, newText: right }],
                safe: false,
              },
            });
          };
          // 工作原则（1）坚持…。（2）坚持…: a page that lost its line ends has the one before behind a word.
          const from = marks[i - 1]?.end ?? 0;
          const hidden =
            key[0] === '(' &&
            folded
              .slice(from, mark.start)
              .includes(`（${key === '(1)' ? mark.value - 1 : hanNumeral(mark.value - 1)}）`);
          if (mark.value === expected || hidden) expected = mark.value + 1;
          else if (mark.value === 1) expected = 2;
          else {
            say();
            expected = next === expected + 1 ? expected + 1 : mark.value + 1;
          }
        });
      }
    },
  },
});
