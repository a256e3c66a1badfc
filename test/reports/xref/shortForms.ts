/** Short forms and words that mean another thing in every document: from each a jump or hover must lead to what they stand for. */
import { termReferences } from '../../../server/src/core/features/references.ts';
import { fold, termKey } from '../../../server/src/core/text/fold.ts';
import type { Gold } from './gold.ts';
import { type Figure, figure, type Samples } from './samples.ts';

type Row = Gold['abbreviations'][number];

export function shortForms(gold: Gold, samples: Samples): Record<string, Figure> {
  const of = (kinds: RegExp): Row[] => gold.abbreviations.filter((a) => kinds.test(a.kind));
  const class_ = (rows: readonly Row[], check: (row: Row, short: string, line: number) => string | null): Figure => {
    const listed: string[] = [];
    const missing: string[] = [];
    const errors: string[] = [];
    for (const row of rows) {
      for (const line of row.short_lines) {
        const shorts = row.short.split('/').filter((s) => samples.occurrences(row.doc, line, s).length > 0);
        // The compiler lists some lines that have the full name only.
        const label = `${row.short} ${row.doc}:${line}`;
        listed.push(label);

        const answers = shorts.map((short) => check(row, short, line));
        if (answers.length > 0 && answers.every((a) => a === null)) continue;
        missing.push(label);
        errors.push(...answers.filter((a): a is string => !!a).map((a) => `${label}: ${a}`));
      }
    }
    return figure(listed, missing, errors);
  };

  /** Null where it is right, else what is said instead; empty for nothing. */
  const toFull = (row: Row, short: string, line: number): string | null => {
    const full = samples.offset(row.doc, row.full_at.line, row.full_at.col);
    const targets = samples.jump(row.doc, line, short);
    const uri = samples.uri(row.doc);
    if (targets.some((t) => t.uri === uri && t.span.start <= full + row.full.length && full <= t.span.end)) return null;
    return targets.length > 0 ? samples.places(targets).join(' ') : '';
  };
  const toMeeting = (row: Row, short: string, line: number): string | null => {
    const name = termKey(row.full.split('暨')[0]!);
    const uri = samples.uri(row.doc);
    const own = (row.full_at.line === line && samples.summary(row.doc).meeting !== null) || line === 1;
    const targets = samples.jump(row.doc, line, short);
    const right = targets.some(
      (t) => t.uri === uri && termKey(samples.text(row.doc).slice(t.span.start, t.span.end)).includes(name),
    );
    if (right || (own && targets.every((t) => t.uri !== uri))) return null;
    return targets.length > 0 ? samples.places(targets).join(' ') : '';
  };
  const says =
    (expected: (row: Row) => RegExp) =>
    (row: Row, short: string, line: number): string | null => {
      const said = samples.hover(row.doc, line, short);
      return expected(row).test(fold(said)) ? null : said.split('\n').slice(0, 2).join(' ');
    };

  return {
    abbreviations: class_(of(/^(?:abbreviation|draft of)$/), toFull),
    'abbreviations (full name elsewhere)': class_(
      of(/full name not in the document|entity short form/),
      says((row) => FULL_NAMES[`${row.doc} ${row.short}`] ?? new RegExp(row.full.split(/[:（ ]/)[0]!)),
    ),
    'words for the reported meeting': class_(of(/^anaphora$/), toMeeting),
    'words for the own place and body': class_(
      of(/^deictic/),
      says((row) => DEICTIC[`${row.doc} ${row.short}`] ?? new RegExp(row.full)),
    ),
    'given names, derived and longer forms': class_(
      of(/^(?:given name only|derived|short form)/),
      (row, short, line) => {
        // Of a given name nobody knows the surname: a hover or jump would be invented.
        if (row.kind === 'given name only') return samples.hover(row.doc, line, short).split('\n')[0] || null;
        // Whoever looks for the full or the short form finds this place.
        const wanted = row.kind === 'derived' ? row.full : row.short;
        const found = samples.places(termReferences(samples.workspace, termKey(wanted)));
        return found.includes(`${row.doc}:${line}`) ? null : '';
      },
    ),
  };
}

const FULL_NAMES: Readonly<Record<string, RegExp>> = {
  '002 市党代会/市第八次党代会': /中国共产党衢州市第八次代表大会/,
  '003 跨境电商综试区': /跨境电子商务综合试验区/,
  '003 十四五': /第十四个五年规划/,
  '004 高新区(滨江)': /杭州高新技术产业开发区|国家高新区.*滨江区/,
  '004 区委': /中国共产党杭州市滨江区委员会/,
};

const DEICTIC: Readonly<Record<string, RegExp>> = {
  '000 市委常委会': /中国共产党杭州市委员会常务委员会/,
};
