/** A stated count and the list that answers it differ in number. Changes when that judgement changes. */

import { splitAtJoint } from '../../document/mentions/inlineLists.ts';
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { announcedLists } from '../announced-lists.ts';
import { isParted, wrongCounts } from '../counts.ts';
import { hanNumeral } from '../numbering.ts';
import { type Report, rule } from '../rule.ts';
import type { CheckView } from '../view.ts';

/** 下面，我讲三点意见。 right before the first of them. */
const ANNOUNCED =
  /([两三四五六七八九十])(?:点|个方面|项|条|个)(?:意见|要求|建议|工作|任务|希望|问题|体会|想法|措施)?[。：]\s*$/;

function tell(view: CheckView, report: Report, declared: Span, count: number, items: readonly Span[]): void {
  const words = view.text.slice(declared.start, declared.end);
  const listed = items.length;
  const numeral = /[两兩二三四五六七八九十]+|[0-9]+/.exec(words);
  const newText = numeral && (/[0-9]/.test(numeral[0]) ? String(listed) : listed === 2 ? '两' : hanNumeral(listed));
  const start = numeral ? declared.start + numeral.index : declared.start;
  report({
    span: declared,
    message: { en: '“{0}” states {1}, but {2} are listed.', zh: '“{0}”称有{1}项，实际列出{2}项。' },
    args: [words.replace(/[“”]/g, ''), count, listed],
    data: { declared: count, listed },
    related: [
      {
        span: { start: items[0]!.start, end: items.at(-1)!.end },
        message: { en: 'The list', zh: '所列各项' },
      },
    ],
    ...(numeral &&
      newText && {
        fix: {
          title: { en: 'State {0}', zh: '改为“{0}”' },
          args: [newText],
          edits: [{ span: { start, end: start + numeral[0].length }, newText }],
          safe: false,
        },
      }),
  });
}

export const declaredCountMismatch = rule({
  id: 'declared-count-mismatch',
  category: 'enumeration',
  title: { en: 'Stated count differs from the list', zh: '声明的数目与列举不符' },
  defaultSeverity: 'warning',
  fix: 'suggestion',
  since: '0.1.0',
  stable: true,
  docs: '逻辑：数目与列举一致',
  check(view, report) {
    // 《四川省防震减灾条例》: a title counts nothing.
    const inTitle = (s: Span): boolean =>
      view.doc.references.some((r) => r.span.start <= s.start && s.end <= r.span.end);
    for (const e of view.doc.enumerations) {
      if (e.items.length !== e.count && !inTitle(e.declaredSpan))
        tell(
          view,
          report,
          e.declaredSpan,
          e.count,
          e.items.map((i) => i.span),
        );
    }
    for (const e of view.doc.enumerations) {
      const items = e.items.map((i) => i.span);
      const last = items.at(-1);
      if (e.form !== 'list-before' || e.count < 3 || items.length !== e.count || !last) continue;
      const joint = splitAtJoint(view.folded, last);
      const plain = e.items.slice(0, -1).every((i) => !/[和与及]/.test(i.text));
      if (joint && plain && isParted(joint, items.slice(1, -1))) {
        tell(view, report, e.declaredSpan, e.count, [...items.slice(0, -1), ...joint]);
      }
    }
    for (const { sections } of view.runs) {
      const first = sections[0]!;
      if (sections.length < 2 || first.ordinal !== 1 || sections.at(-1)!.ordinal !== sections.length) continue;
      const before = view.folded.slice(Math.max(0, first.span.start - 30), first.span.start);
      const m = ANNOUNCED.exec(before);
      const count = m && numeralValue(m[1]!);
      if (!m || !count || count === sections.length || Math.abs(count - sections.length) > 2) continue;
      const start = first.span.start - before.length + m.index;
      const span = { start, end: start + m[0].trimEnd().length - 1 };
      if (view.doc.enumerations.some((e) => e.declaredSpan.start < span.end && span.start < e.declaredSpan.end))
        continue;
      tell(
        view,
        report,
        span,
        count,
        sections.map((s) => s.headingSpan),
      );
    }
    for (const { numeral, declared, count, items } of announcedLists(view.lines)) {
      if (view.doc.enumerations.some((e) => e.declaredSpan.start < declared.end && declared.start < e.declaredSpan.end))
        continue;
      if (count !== null) {
        if (count !== items.length && Math.abs(count - items.length) <= 2) tell(view, report, declared, count, items);
        continue;
      }
      const newText = items.length === 2 ? '两' : hanNumeral(items.length);
      report({
        span: declared,
        message: { en: 'A number is missing before “{0}”; {1} are listed.', zh: '“{0}”前缺少数字，实际列出{1}项。' },
        args: [view.text.slice(declared.start, declared.end), items.length],
        fix: {
          title: { en: 'State {0}', zh: '补上“{0}”' },
          args: [newText],
          edits: [{ span: { start: numeral.start, end: numeral.start }, newText }],
          safe: false,
        },
      });
    }
    for (const w of wrongCounts(view.doc, view.folded, view.lines)) tell(view, report, w.declared, w.count, w.items);
  },
});
