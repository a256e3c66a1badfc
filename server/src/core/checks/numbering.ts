/**
 * Series of numbered headings and what is wrong with their numbers: shared by the numbering rules, computed once a document.
 * Changes when what counts as one series, or as one slip, changes.
 */
import type { Citation, MarkerStyle, PolicyDocument, Section } from '../document/model.ts';
import type { Message } from '../l10n.ts';
import { numeralValue } from '../text/numerals.ts';
import type { DraftFix, Edit, Report } from './rule.ts';
import { type SiblingRun, siblingRuns } from './view.ts';

export type NumberProblemKind = 'gap' | 'duplicate' | 'order' | 'not-from-one';

export interface NumberProblem {
  readonly kind: NumberProblemKind;
  readonly section: Section;
  readonly expected: number;
  readonly previous: Section | null;
  /** The series that the section belongs to, and its place there. */
  readonly series: readonly Section[];
  readonly index: number;
}

const STYLES_THAT_COUNT: ReadonlySet<string> = new Set([
  'han-dunhao',
  'han-paren',
  'arabic-dot',
  'arabic-dunhao',
  'arabic-paren',
  'arabic-half-paren',
  'arabic-space',
  'decimal',
  'bian',
  'bufen',
  'zhang',
  'jie',
  'tiao',
  'circled',
  'shi',
  'yao',
  'di-comma',
  'heavenly-stem',
]);

const LOOSE: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['tiao', /^[\s\u3000#*]*(第([一二三四五六七八九十百零〇]{1,7}|\d{1,3})条)(?=[\s\u3000【（])/],
  ['zhang', /^[\s\u3000#*]*(第([一二三四五六七八九十百零〇]{1,5})章)(?=[\s\u3000])/],
  ['han-dunhao', /^[\s\u3000#*]*(([一二三四五六七八九十]{1,3})、)/],
  ['han-paren', /^[\s\u3000#*]*([（(]([一二三四五六七八九十][ \u3000一二三四五六七八九十]{0,4})[）)])/],
  ['arabic-dot', /^[\s\u3000#*]*(([0-9０-９]{1,2})[.．])(?![0-9])/],
  ['arabic-paren', /^[\s\u3000#*]*([（(]([0-9０-９]{1,2})[）)])/],
];

/** Lines that open with a marker and are no section of the outline: a number out of place may have cost them that. */
function looseMarkers(doc: PolicyDocument, known: ReadonlySet<number>): Section[] {
  const loose: Section[] = [];
  for (const block of doc.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (let n = block.firstLine; n <= block.lastLine; n++) {
      const line = doc.lines.line(n);
      const head = doc.text.slice(line.start, Math.min(line.end, line.start + 24));
      for (const [style, expression] of LOOSE) {
        const m = expression.exec(head);
        if (!m) continue;
        const start = line.start + m[0].length - m[1]!.length;
        const ordinal = numeralValue(m[2]!);
        if (ordinal === null || known.has(start)) break;
        loose.push(lineSection(m[1]!, style, ordinal, start, line.end));
        break;
      }
    }
  }
  return loose;
}

/** A line that opens with a marker, as a section without anything below it. */
function lineSection(marker: string, style: MarkerStyle, ordinal: number, start: number, end: number): Section {
  const markerSpan = { start, end: start + marker.length };
  const span = { start, end };
  return {
    kind: style === 'tiao' ? 'article' : style === 'zhang' ? 'chapter' : 'numbered',
    level: 1,
    marker,
    markerSpan,
    markerStyle: style,
    ordinal,
    title: '',
    titleSpan: span,
    headingSpan: markerSpan,
    span,
    children: [],
  };
}

/** The chapters of a table of contents, three lines and more of them. */
function contentsSeries(doc: PolicyDocument): Section[][] {
  const chapters: Section[] = [];
  for (const block of doc.blocks) {
    if (block.kind !== 'contents') continue;
    for (let n = block.firstLine; n <= block.lastLine; n++) {
      const line = doc.lines.line(n);
      const m = /^[\s\u3000]*(第([一二三四五六七八九十]{1,3})章)/.exec(doc.text.slice(line.start, line.start + 24));
      const ordinal = m && numeralValue(m[2]!);
      if (m && ordinal)
        chapters.push(lineSection(m[1]!, 'zhang', ordinal, line.start + m[0].length - m[1]!.length, line.end));
    }
  }
  return chapters.length > 2 ? [chapters] : [];
}

/** Puts a loose marker where it closes a hole of one, opens a series that begins with two, or repeats the last number. */
function adopt(
  doc: PolicyDocument,
  series: Section[][],
  parents: ReadonlyMap<Section, Section | null>,
  known: ReadonlySet<number>,
): void {
  for (const loose of looseMarkers(doc, known)) {
    const at = loose.markerSpan!.start;
    for (const own of series) {
      if (own[0]!.markerStyle !== loose.markerStyle || own[0]!.kind === 'item') continue;
      const i = own.findIndex((s) => s.span.start > at);
      const before = own[(i < 0 ? own.length : i) - 1];
      const after = i < 0 ? undefined : own[i];
      const inside = (s: Section): boolean => {
        const parent = parents.get(s);
        return parent === undefined || parent === null || (parent.span.start <= at && at < parent.span.end);
      };
      const hole = before && after && after.ordinal! - before.ordinal! === 2;
      const opens = !before && after?.ordinal === 2 && inside(after);
      const repeats = before && !after && before.ordinal === loose.ordinal && inside(before);
      if (!hole && !opens && !repeats) continue;
      own.splice(i < 0 ? own.length : i, 0, loose);
      break;
    }
  }
}

/** 第三条之一 stands between two numbers and has none of its own. */
const isInserted = (s: Section): boolean => /[章节条]之[一二三四五六七八九十]/.test(s.marker ?? '');

/** 第十三条后增加一条, 第三条第二款修改为: what an amendment does to an article of another text. */
const AMENDED =
  /^(?:[第一二三四五六七八九十百零款项、和至]{0,16})(?:中|前|后|的|之[前后]|规定的)?[^，。；\s]{0,12}?(?:修改为|增加|改为|删去|删除|调整为|合并|作为)/;

/** Runs in document order joined into series: articles, and whatever goes on counting where the run before stopped. */
export function numberSeries(doc: PolicyDocument): Section[][] {
  const after = (s: Section, length: number): string =>
    s.markerSpan ? doc.text.slice(s.markerSpan.end, s.markerSpan.end + length) : '';
  const isAmended = (s: Section): boolean =>
    s.markerStyle === 'tiao' &&
    // 第十一条 第二十一条 第三十一条: a line to leap by.
    (AMENDED.test(after(s, 40)) || /^[ \u3000]*第[一二三四五六七八九十百零]{1,6}[条條]/.test(after(s, 10)));
  const runs: SiblingRun[] = siblingRuns(doc.outline)
    .map((r) => ({ ...r, sections: r.sections.filter((s) => !isInserted(s) && !isAmended(s)) }))
    .filter((r) => r.sections.length > 0 && STYLES_THAT_COUNT.has(r.sections[0]!.markerStyle!))
    .sort((a, b) => a.sections[0]!.span.start - b.sections[0]!.span.start);
  const partOf = (offset: number): number => {
    let found = -1;
    doc.parts.forEach((p, i) => {
      if (p.role !== 'web-chrome' && p.role !== 'page-furniture' && p.span.start <= offset && offset < p.span.end)
        found = i;
    });
    return found;
  };
  // 1.2 and 1.2.3 count apart, and so do 1.4 and 2.1.
  const prefixOf = (s: Section): string => (s.markerStyle === 'decimal' ? (s.marker ?? '').replace(/\d+\D*$/, '') : '');
  const byPrefix = ({ sections, parent }: SiblingRun): SiblingRun[] => {
    const groups = new Map<string, Section[]>();
    for (const s of sections) groups.set(prefixOf(s), [...(groups.get(prefixOf(s)) ?? []), s]);
    return [...groups.values()].map((own) => ({ sections: own, parent }));
  };
  const open = new Map<string, Section[]>();
  const all: Section[][] = [];
  for (const { sections, parent } of runs.flatMap(byPrefix)) {
    const first = sections[0]!;
    const key = `${partOf(first.span.start)}/${first.markerStyle}/${prefixOf(first)}`;
    const before = open.get(key);
    const last = before?.at(-1);
    const start = first.ordinal!;
    const fresh = start === 1 || (sections.length > 1 && sections[1]!.ordinal === 2 && start !== 3);
    const onward = last !== undefined && (first.markerStyle === 'tiao' || start > last.ordinal!);
    const isItem = first.kind === 'item';
    if (before && onward && !fresh && !(isItem && parent !== null)) before.push(...sections);
    else {
      const series = [...sections];
      open.set(key, series);
      all.push(series);
    }
  }
  const known = new Set<number>();
  const parents = new Map<Section, Section | null>();
  const visit = (siblings: readonly Section[], parent: Section | null): void => {
    for (const s of siblings) {
      parents.set(s, parent);
      known.add(s.markerSpan?.start ?? s.span.start);
      visit(s.children, s);
    }
  };
  visit(doc.outline, null);
  adopt(doc, all, parents, known);
  all.push(...contentsSeries(doc));
  return all;
}

/** 会议强调，一是…。 with 二是 at the head of the next paragraph: the series begins inside a paragraph. */
function beginsInside(doc: PolicyDocument, { marker, markerStyle, ordinal, span }: Section): boolean {
  if (
    marker === null ||
    ordinal === null ||
    !(markerStyle === 'shi' || markerStyle === 'yao' || markerStyle === 'di-comma')
  )
    return false;
  const first = renumbered(marker.trim(), ordinal - 1);
  const at = first === null ? -1 : doc.text.lastIndexOf(first, span.start);
  return at >= 0 && span.start - at < 3000 && /[\s，。；：、,;:]/.test(doc.text[at - 1] ?? ' ');
}

/** Whether the line above opens with a letter in place of the figure one. */
const isLetterForOne = (doc: PolicyDocument, { span }: Section): boolean =>
  /(?:^|\n)[ \t\u3000]*[lI|丨][、.．][^\n]*\n\s*$/.test(doc.text.slice(Math.max(0, span.start - 400), span.start));

/** Whether the line above ends in a colon: what follows is a list of its own. */
const isAnnounced = (doc: PolicyDocument, { span }: Section): boolean =>
  /[：:]\s*$/.test(doc.text.slice(Math.max(0, span.start - 12), span.start));

function problemsOf(doc: PolicyDocument, series: readonly Section[]): NumberProblem[] {
  const problems: NumberProblem[] = [];
  let expected = 1;
  let previous: Section | null = null;
  series.forEach((section, index) => {
    const n = section.ordinal!;
    const add = (kind: NumberProblemKind): void =>
      void problems.push({ kind, section, expected, previous, series, index });
    const next = series[index + 1]?.ordinal;
    if (n === expected) expected++;
    else if (index === 0 && (section.markerStyle === 'decimal' || beginsInside(doc, section))) expected = n + 1;
    else if (next === expected + 1) {
      // One misprint: the number behind it is right again.
      add(index === 0 ? 'not-from-one' : n > expected ? 'gap' : n === expected - 1 ? 'duplicate' : 'order');
      expected++;
    } else if (index === 0) {
      add('not-from-one');
      expected = n + 1;
    } else if (n === expected - 1) {
      add('duplicate');
    } else if (n > expected) {
      add('gap');
      expected = n + 1;
    } else if (n === 1 && (next === 2 || next === undefined)) {
      // Starts again: another list under the same heading.
      expected = 2;
      if (next === undefined && series.length > 2 && !isAnnounced(doc, section)) add('order');
    } else {
      add('order');
      expected = n + 1;
    }
    previous = section;
  });
  return problems;
}

const memo = new WeakMap<PolicyDocument, readonly NumberProblem[]>();

/** All slips of numbering in the document, by place. */
function numberProblems(doc: PolicyDocument): readonly NumberProblem[] {
  let known = memo.get(doc);
  if (!known) {
    known = numberSeries(doc).flatMap((series) => problemsOf(doc, series));
    memo.set(doc, known);
  }
  return known;
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number from 1 to 999 in Chinese numerals: 12 → 十二, 105 → 一百零五. */
export function hanNumeral(n: number): string {
  if (n < 10) return HAN[n]!;
  if (n < 20) return `十${n % 10 ? HAN[n % 10]! : ''}`;
  if (n < 100) return `${HAN[Math.floor(n / 10)]!}十${n % 10 ? HAN[n % 10]! : ''}`;
  const rest = n % 100;
  const tail = rest === 0 ? '' : rest < 10 ? `零${HAN[rest]!}` : `${rest < 20 ? '一' : ''}${hanNumeral(rest)}`;
  return `${HAN[Math.floor(n / 100)]!}百${tail}`;
}

const FULL_DIGITS = '０１２３４５６７８９';

/** `marker` with another number, written the way the marker writes its own; null where it has none that we can write. */
function renumbered(marker: string, n: number): string | null {
  if (/[①-⑳]/.test(marker)) return n <= 20 ? marker.replace(/[①-⑳]/, String.fromCharCode(0x2460 + n - 1)) : null;
  if (/[0-9]/.test(marker)) return marker.replace(/[0-9]+(?=[^0-9]*$)/, String(n));
  if (/[０-９]/.test(marker)) {
    return marker.replace(/[０-９]+/, [...String(n)].map((d) => FULL_DIGITS[Number(d)]!).join(''));
  }
  const stems = '甲乙丙丁戊己庚辛壬癸';
  if (n <= 10 && /[甲乙丙丁戊己庚辛壬癸]/.test(marker)) return marker.replace(/[甲乙丙丁戊己庚辛壬癸]/, stems[n - 1]!);
  if (!/[一二三四五六七八九十百零〇]/.test(marker) || n > 999) return null;
  return marker.replace(/[一二三四五六七八九十百零〇](?:[ \u3000]*[一二三四五六七八九十百零〇])*/, hanNumeral(n));
}

/** Whether the number that a citation begins with is this section's: 第十九条第二款 of article 19, whichever clause it leads to. */
function cites({ text, kind, target, ordinals }: Citation, section: Section): boolean {
  if (!target) return false;
  if (kind === 'article' && section.kind === 'article') {
    const within = section.span.start <= target.start && target.start < section.span.end;
    return within && text.startsWith('第') && text.includes('条') && ordinals?.[0] === section.ordinal;
  }
  if (target.start !== section.headingSpan.start && target.start !== section.span.start) return false;
  return kind !== 'article' || /^(?:前款|本条)?第[^条款]{1,6}项$/.test(text);
}

/** Edits that number a series 1 … n from `from` on, and put the same numbers into what cites the moved headings. */
function renumberEdits(doc: PolicyDocument, problem: NumberProblem): Edit[] {
  const edits: Edit[] = [];
  const { series, index } = problem;
  let n = problem.expected;
  for (const section of series.slice(index)) {
    const marker = section.marker && renumbered(section.marker, n);
    if (section.ordinal !== n && section.markerSpan && marker) {
      edits.push({ span: section.markerSpan, newText: marker });
      for (const c of doc.citations) {
        if (!cites(c, section)) continue;
        const text = renumbered(c.text, n);
        if (text) edits.push({ span: c.span, newText: text });
      }
    }
    n++;
  }
  return edits;
}

/**
 * Reports each problem of one kind. `message` has the marker as `{0}` and the one that is expected as `{1}`; the fix
 * renumbers the rest of the series and keeps cross-references.
 */
export function reportNumbers(doc: PolicyDocument, kind: NumberProblemKind, message: Message, report: Report): void {
  for (const problem of numberProblems(doc)) {
    if (problem.kind !== kind) continue;
    const { section, previous, expected } = problem;
    const marker = section.marker ?? '';
    const edits = renumberEdits(doc, problem);
    const fix: DraftFix = {
      title: { en: 'Number this list in order from here on', zh: '从此处起重新编号' },
      edits,
      safe: false,
    };
    // l、 stands for 1、 and is told by itself.
    if (kind === 'not-from-one' && section.ordinal === 2 && isLetterForOne(doc, section)) continue;
    // A list that opens with 第四章, and a text without a title that opens with （三）, is an excerpt, and its reader knows.
    const excerpt = kind === 'not-from-one' && section.ordinal! > (doc.title ? 3 : 2);
    report({
      ...(excerpt && { severity: 'hint' }),
      message,
      args: [marker, renumbered(marker, expected) ?? expected],
      span: section.markerSpan ?? section.headingSpan,
      data: { expected, found: section.ordinal },
      ...(previous?.markerSpan && {
        related: [{ span: previous.headingSpan, message: { en: 'The one before it', zh: '前一项' } }],
      }),
      ...(edits.length > 0 && { fix }),
    });
  }
}
