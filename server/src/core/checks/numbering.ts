/**
 * Series of numbered headings and what is wrong with their numbers: shared by the numbering rules, computed once a document.
 * Changes when what counts as one series, or as one slip, changes.
 */
import type { PolicyDocument, Section } from '../document/model.ts';
import type { Draft, DraftFix, Edit } from './rule.ts';
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

/** Runs in document order joined into series: articles, and whatever goes on counting where the run before stopped. */
export function numberSeries(doc: PolicyDocument): Section[][] {
  const runs: SiblingRun[] = siblingRuns(doc.outline)
    .filter((r) => STYLES_THAT_COUNT.has(r.sections[0]!.markerStyle!))
    .sort((a, b) => a.sections[0]!.span.start - b.sections[0]!.span.start);
  const partOf = (offset: number): number => {
    let found = -1;
    doc.parts.forEach((p, i) => {
      if (p.role !== 'web-chrome' && p.role !== 'page-furniture' && p.span.start <= offset && offset < p.span.end)
        found = i;
    });
    return found;
  };
  const open = new Map<string, Section[]>();
  const all: Section[][] = [];
  for (const { sections, parent } of runs) {
    const first = sections[0]!;
    const key = `${partOf(first.span.start)}/${first.markerStyle}`;
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
  return all;
}

function problemsOf(series: readonly Section[]): NumberProblem[] {
  const problems: NumberProblem[] = [];
  let expected = 1;
  let previous: Section | null = null;
  series.forEach((section, index) => {
    const n = section.ordinal!;
    const add = (kind: NumberProblemKind): void =>
      void problems.push({ kind, section, expected, previous, series, index });
    const next = series[index + 1]?.ordinal;
    if (n === expected) expected++;
    else if (next === expected + 1 && (index > 0 || n > 1)) {
      // One misprint: the number behind it is right again.
      add(
        index === 0
          ? 'not-from-one'
          : series.slice(0, index).some((s) => s.ordinal === n)
            ? 'duplicate'
            : n > expected
              ? 'gap'
              : 'order',
      );
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
      if (next === undefined && series.length > 2) add('order');
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
export function numberProblems(doc: PolicyDocument): readonly NumberProblem[] {
  let known = memo.get(doc);
  if (!known) {
    known = numberSeries(doc).flatMap(problemsOf);
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
export function renumbered(marker: string, n: number): string | null {
  if (/[①-⑳]/.test(marker)) return n <= 20 ? marker.replace(/[①-⑳]/, String.fromCharCode(0x2460 + n - 1)) : null;
  if (/[0-9]/.test(marker)) return marker.replace(/[0-9]+/, String(n));
  if (/[０-９]/.test(marker)) {
    return marker.replace(/[０-９]+/, [...String(n)].map((d) => FULL_DIGITS[Number(d)]!).join(''));
  }
  const stems = '甲乙丙丁戊己庚辛壬癸';
  if (n <= 10 && /[甲乙丙丁戊己庚辛壬癸]/.test(marker)) return marker.replace(/[甲乙丙丁戊己庚辛壬癸]/, stems[n - 1]!);
  if (!/[一二三四五六七八九十百零〇]/.test(marker) || n > 999) return null;
  return marker.replace(/[一二三四五六七八九十百零〇](?:[ \u3000]*[一二三四五六七八九十百零〇])*/, hanNumeral(n));
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
        if (c.target?.start !== section.headingSpan.start && c.target?.start !== section.span.start) continue;
        const text = renumbered(c.text, n);
        if (text) edits.push({ span: c.span, newText: text });
      }
    }
    n++;
  }
  return edits;
}

/** The finding for a problem, with a fix that renumbers the rest of the series and keeps cross-references. */
export function numberDraft(
  doc: PolicyDocument,
  problem: NumberProblem,
  draft: Pick<Draft, 'message' | 'args'>,
): Draft {
  const { section, previous, expected } = problem;
  const edits = renumberEdits(doc, problem);
  const fix: DraftFix = {
    title: { en: 'Number this list in order from here on', zh: '从此处起重新编号' },
    edits,
    safe: false,
  };
  return {
    ...draft,
    span: section.markerSpan ?? section.headingSpan,
    data: { expected, found: section.ordinal },
    ...(previous?.markerSpan && {
      related: [{ span: previous.headingSpan, message: { en: 'The one before it', zh: '前一项' } }],
    }),
    ...(edits.length > 0 && { fix }),
  };
}
