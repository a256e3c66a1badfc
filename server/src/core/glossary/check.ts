/**
 * What is wrong with a glossary file, as values with a path into it. Changes with glossary.schema.json, which says the
 * same for editors; a test holds both to the same examples.
 */

import type { Message } from '../l10n.ts';
import { termKey } from '../text/fold.ts';
import { CONFIDENCES, ENTRY_CATEGORIES, SOURCE_KINDS } from './model.ts';
import { numeralSum } from './numerals.ts';

export interface GlossaryProblem {
  /** Keys and indexes from the top to the faulty value. */
  readonly path: readonly (string | number)[];
  /** The key itself is at fault, not its value. */
  readonly onKey?: boolean;
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  readonly args: readonly (string | number)[];
}

type Path = readonly (string | number)[];
type Report = (path: Path, message: Message, ...args: (string | number)[]) => void;
type Shape = (value: unknown, path: Path, report: Report) => void;

const SCOPE = /^[a-z][a-z0-9-]{0,39}$/;
const DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
const URL = /^https?:\/\/[^\s<>"]+$/;

const EXPECTED: Record<string, Message> = {
  text: { en: 'A text is expected here.', zh: '此处应为文字。' },
  short: { en: 'At least {0} characters are expected.', zh: '至少 {0} 个字。' },
  long: { en: 'At most {0} characters are allowed.', zh: '最多 {0} 个字。' },
  list: { en: 'A list is expected here.', zh: '此处应为列表。' },
  mapping: { en: 'A mapping is expected here.', zh: '此处应为键值对。' },
  unknown: { en: 'Unknown key “{0}”; known are {1}.', zh: '未知的键“{0}”；可用的键有 {1}。' },
  missing: { en: 'The key “{0}” is missing.', zh: '缺少键“{0}”。' },
  oneOf: { en: 'Expected one of {0}.', zh: '应为以下之一：{0}。' },
  date: {
    en: 'Expected a date such as 2022, 2022-07 or 2022-07-27.',
    zh: '应为日期，如 2022、2022-07 或 2022-07-27。',
  },
  url: {
    en: 'Expected an address that begins with http:// or https://.',
    zh: '应为以 http:// 或 https:// 开头的网址。',
  },
  scope: {
    en: 'Expected a short name in lower-case Latin letters, e.g. hangzhou.',
    zh: '应为小写拉丁字母的简短名称，如 hangzhou。',
  },
  count: { en: 'Expected a whole number from 1.', zh: '应为大于 0 的整数。' },
  quoted: { en: 'Expected true, false or a list of spellings.', zh: '应为 true、false 或写法的列表。' },
  empty: { en: 'This must not be empty.', zh: '不能为空。' },
};

const text =
  (min = 1, max = Number.POSITIVE_INFINITY): Shape =>
  (v, path, report) => {
    if (typeof v !== 'string') report(path, EXPECTED['text']!);
    else if (v.length < min) report(path, EXPECTED['short']!, min);
    else if (v.length > max) report(path, EXPECTED['long']!, max);
  };
const pattern =
  (regex: RegExp, message: Message): Shape =>
  (v, path, report) => {
    if (typeof v !== 'string' || !regex.test(v)) report(path, message);
  };
const oneOf =
  (values: readonly string[]): Shape =>
  (v, path, report) => {
    if (!values.includes(v as string)) report(path, EXPECTED['oneOf']!, values.join(', '));
  };
const list =
  (item: Shape, min = 0, unique = false): Shape =>
  (v, path, report) => {
    if (!Array.isArray(v)) return report(path, EXPECTED['list']!);
    if (v.length < min) report(path, EXPECTED['empty']!);
    v.forEach((each, i) => {
      item(each, [...path, i], report);
      if (unique && v.indexOf(each) !== i) report([...path, i], { en: 'This stands here twice.', zh: '重复。' });
    });
  };
const mapping =
  (fields: Readonly<Record<string, Shape>>, required: readonly string[] = [], min = 0): Shape =>
  (v, path, report) => {
    if (typeof v !== 'object' || v === null || Array.isArray(v)) return report(path, EXPECTED['mapping']!);
    const names = Object.keys(v);
    for (const name of names) {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (shape) shape((v as Record<string, unknown>)[name], [...path, name], report);
      else report([...path, name], EXPECTED['unknown']!, name, Object.keys(fields).join(', '));
    }
    for (const name of required) if (!names.includes(name)) report(path, EXPECTED['missing']!, name);
    if (names.length < min) report(path, EXPECTED['empty']!);
  };

const bilingual = mapping({ zh: text(), en: text() }, ['zh']);
const date = pattern(DATE, EXPECTED['date']!);
const scope = pattern(SCOPE, EXPECTED['scope']!);
const TERM = mapping(
  {
    term: text(2, 80),
    aliases: list(text(2, 80), 0, true),
    category: oneOf(ENTRY_CATEGORIES),
    scope,
    definition: mapping({ zh: text(), en: text() }, [], 1),
    translation: text(),
    translationSource: text(),
    components: list(bilingual),
    count: (v, path, report) => {
      if (!Number.isInteger(v) || (v as number) < 1) report(path, EXPECTED['count']!);
    },
    origin: mapping({ date, by: text(), where: text() }, [], 1),
    sources: list(
      mapping({ title: text(), url: pattern(URL, EXPECTED['url']!), kind: oneOf(SOURCE_KINDS) }, ['title', 'kind']),
    ),
    confidence: oneOf(CONFIDENCES),
    quoted: (v, path, report) => {
      if (Array.isArray(v)) list(text(2), 1)(v, path, report);
      else if (typeof v !== 'boolean') report(path, EXPECTED['quoted']!);
    },
    not: list(text(2)),
    from: date,
    to: date,
  },
  ['term'],
);
const FILE = mapping({ scope, name: bilingual, places: list(text(2), 0, true), within: scope, terms: list(TERM) }, [
  'terms',
]);

/** Everything that is wrong with the data of a file: its shape first, then what the entries say. Warnings do not keep an entry out. */
export function checkFile(data: unknown): GlossaryProblem[] {
  const problems: GlossaryProblem[] = [];
  FILE(data, [], (path, message, ...args) => {
    const onKey = message === EXPECTED['unknown'];
    problems.push({ path, message, args, severity: 'error', ...(onKey ? { onKey } : {}) });
  });
  const terms = (data as { terms?: unknown } | null)?.terms;
  if (Array.isArray(terms)) checkMeaning(terms, problems);
  return problems;
}

/** Counts that do not add up, keys too short to match, terms that stand in the file twice. */
function checkMeaning(terms: readonly unknown[], problems: GlossaryProblem[]): void {
  const seen = new Map<string, number>();
  const warn = (path: Path, message: Message, ...args: (string | number)[]): void => {
    problems.push({ path, message, args, severity: 'warning' });
  };
  terms.forEach((raw, i) => {
    const { term, scope: own, components, count } = (raw ?? {}) as Record<string, unknown>;
    if (typeof term !== 'string') return;
    const key = termKey(term);
    if (key.length < 2) {
      warn(['terms', i, 'term'], {
        en: 'Without quotation marks and blanks less than two characters are left: it will match nothing.',
        zh: '除去引号和空格后不足两个字，无法匹配。',
      });
    }
    const id = `${String(own ?? '')}/${key}`;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, i);
    else
      warn(
        ['terms', i, 'term'],
        {
          en: '“{0}” already is entry {1} of this file; the later one counts.',
          zh: '“{0}”已是本文件第 {1} 条，以后一条为准。',
        },
        term,
        before + 1,
      );
    if (!Array.isArray(components) || components.length === 0) return;
    const stated = typeof count === 'number' ? count : numeralSum(term);
    if (stated !== null && stated !== components.length) {
      warn(
        ['terms', i, 'components'],
        {
          en: 'The term counts {0}, but there are {1} components; state `count` if that is meant.',
          zh: '术语中的数目为 {0}，而列出了 {1} 项；如确实如此，请写明 count。',
        },
        stated,
        components.length,
      );
    }
  });
}
