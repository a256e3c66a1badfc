/**
 * Reported sections of news: paragraphs whose first clause says what a meeting or a person held.
 * Changes when the shape of such clauses changes; speakers and verbs are data.
 */

import { isPersonName } from '../data/names.ts';
import { ADVERBS, AGENDA, ATTENDANCE, BARE_VERBS, REPORT_VERBS, SPEAKERS } from '../data/reporting.ts';
import { isFullStop } from './characters.ts';
import { unglossed } from './lineText.ts';
import { type Draft, head, lengthOf, tail, type Unit } from './unit.ts';

export interface Reported {
  readonly speaker: string;
  readonly verb: string;
  /** End of the title, an offset. */
  readonly titleEnd: number;
  /** Where a bare verb's clause ends, so that the title is quoted with a colon there; -1 otherwise. */
  readonly joint: number;
}

const CLAUSE = 60;
const BODY = new RegExp(`^(?:[^，。：；]{0,24}?)(${SPEAKERS})${ADVERBS}(${REPORT_VERBS})`);
const BARE = new RegExp(
  `^([^，。：；、]{2,44}?|[^，。：；、]{2,10}、[^，。：；、]{2,10}?)((?:一致|深刻|明确|郑重|特别|着重|反复|再次|最后|还|又|并|进一步)?(?:${BARE_VERBS}))(?:了|道|到)?$`,
);
const CONNECTIVE =
  /^(?:会上|会议期间|会议最后|最后|随后|同时|此外|其间|期间|就此|对此|为此|座谈中|调研中|在.{2,30}[中上时后]|就.{2,40}?)[，,]/;
/** 罗某就贯彻会议精神提出三点要求: a person who calls for something on a subject. */
const CALLED =
  /^([\u4e00-\u9fff]{2,4})就[^，。：]{2,40}(提出|作出|做出|作了|进行)了?[^，。：]{0,12}(?:要求|部署|安排|意见|希望|指示|强调)$/;
/** 全会按照党章规定，决定…: the clause that names the grounds stands before the verb. */
const GROUNDS = new RegExp(`^(${SPEAKERS})(?:按照|根据|依照|依据|遵照)[^，。：；]{2,40}$`);
/** 会议审议通过《…》，决定提请…审议: what was deliberated stands before what was resolved. */
const DELIBERATED = new RegExp(`^(${SPEAKERS})(?:审议|讨论|研究)[^，。：；]{2,60}$`);
const RESOLVED_AFTER = /^(?:一致)?(?:决定|同意|原则同意|批准)/;
/** 王某某要求各部门要…: an office holder whom the text has named before. */
const PERSON_SAYS = new RegExp(
  `^([\\u4e00-\\u9fff]{2,4}?)((?:还|又|也|特别|着重|最后|进一步)?(?:${BARE_VERBS}))(?:[^了过的，。：；])`,
);
const OFFICES = [
  '总理',
  '书记',
  '市长',
  '县长',
  '区长',
  '省长',
  '州长',
  '主席',
  '主任',
  '部长',
  '厅长',
  '局长',
  '镇长',
  '乡长',
  '同志',
];
const NAMED_WITHIN = 6_000;
const RESOLVED = /^(?:一致)?(?:决定|同意|批准|确认|追认|要求|强调|提出|号召)/;
/** Speakers that a report cites instead of reporting: 党的二十大报告指出, 《决定》提出. */
const CITED =
  /(?:《|报告|讲话|精神|文件|宪法|规划|纲要|调查|数据|统计|研究|实践|历史|事实|我们|总书记|经典|马克思|恩格斯|列宁|毛泽东|邓小平|公报)/;

/** Reads the first clause of a paragraph; null where it reports nothing. Looks at a bounded number of characters. */
export function readReported(draft: Draft, unit: Unit): Reported | null {
  if (lengthOf(unit) < 9) return null;
  const printed = head(draft, unit, 220);
  const glossed = printed.includes('（') ? unglossed(printed) : null;
  const found = readClause(glossed?.text ?? printed) ?? readPerson(draft, glossed?.text ?? printed);
  if (!found) return null;
  const at = (i: number) => unit.start + (glossed ? (glossed.offsets[i] ?? printed.length) : i);
  return {
    speaker: draft.text.slice(at(found.speaker[0]), at(found.speaker[1])),
    verb: draft.text.slice(at(found.verb[0]), at(found.verb[1])),
    titleEnd: at(found.titleEnd),
    joint: found.joint < 0 ? -1 : at(found.joint),
  };
}

/** Offsets in the opening of a paragraph. */
interface Clause {
  readonly speaker: readonly [number, number];
  readonly verb: readonly [number, number];
  readonly titleEnd: number;
  readonly joint: number;
}

function readClause(text: string): Clause | null {
  const lead = CONNECTIVE.exec(text);
  const from = lead && lead[0].length < 46 ? lead[0].length : 0;
  const end = clauseEnd(text, from);
  if (end - from > CLAUSE + 40) return null;
  const clause = text.slice(from, end);
  const bare = clause.length <= CLAUSE ? BARE.exec(clause) : null;
  if (bare && text[end] !== '。' && text[end] !== '.' && speaks(bare[1]!)) return bareClause(text, from, end, bare);
  const called = CALLED.exec(clause);
  if (called && isPersonName(called[1]!)) {
    const verb = from + called[0].lastIndexOf(called[2]!);
    return {
      speaker: [from, from + called[1]!.length],
      verb: [verb, verb + called[2]!.length],
      titleEnd: end,
      joint: -1,
    };
  }
  const grounds = GROUNDS.exec(clause);
  const grounded = grounds ?? DELIBERATED.exec(clause);
  const behind = text.slice(end + 1, end + 8);
  const resolved = grounded && text[end] === '，' ? (grounds ? RESOLVED : RESOLVED_AFTER).exec(behind) : null;
  if (grounded && resolved) {
    return {
      speaker: [from, from + grounded[1]!.length],
      verb: [end + 1, end + 1 + resolved[0].length],
      titleEnd: clauseEnd(text, end + 1),
      joint: -1,
    };
  }
  if (AGENDA.pattern.test(clause)) return null;
  const body = BODY.exec(clause);
  if (!body || from > 0 || body[0].length > 44) return null;
  const before = clause.indexOf(body[1]!);
  const prefix = clause.slice(0, before);
  if (prefix !== '' && !/^[\u4e00-\u9fff（）“”]{0,24}$/.test(prefix)) return null;
  const rest = clause.slice(before + body[1]!.length);
  if (/[的在对]$/.test(prefix) || /^(?:的|上的|以来|精神|期间|召开|举行)/.test(rest)) return null;
  return {
    speaker: [before, before + body[1]!.length],
    verb: [body[0].length - body[2]!.length, body[0].length],
    titleEnd: end,
    joint: -1,
  };
}

/** A person whom an office introduced before and who now demands something, without a comma behind the verb. */
function readPerson(draft: Draft, text: string): Clause | null {
  const match = PERSON_SAYS.exec(text);
  const name = match?.[1];
  if (!match || !name || !isPersonName(name)) return null;
  const before = draft.folded.slice(0, NAMED_WITHIN);
  if (!OFFICES.some((office) => before.includes(office + name))) return null;
  const verb = match[2]!;
  return {
    speaker: [0, name.length],
    verb: [name.length, name.length + verb.length],
    titleEnd: clauseEnd(text, 0),
    joint: -1,
  };
}

function clauseEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const ch = text[i]!;
    if (ch === '，' || ch === '。' || ch === '：' || ch === '；') return i;
    if (ch === '.' && isFullStop(text, i)) return i;
  }
  return text.length;
}

/** Words that make 要求, 建议 or 希望 a noun: 总体要求：…. */
const ATTRIBUTE =
  /^(?:总体|总的|工作|目标|具体|有关|主要|任务|基本|纪律|时间|相关|几点|重要|根本|现实|客观|内在|必然|迫切|本质|政治|明确|组织|活动|学习|质量|技术|安全|报名|材料|意见|政策|对策)$/;

function speaks(speaker: string): boolean {
  if (CITED.test(speaker) && !/在.{0,30}(?:报告|讲话|发言)[中时]$/.test(speaker)) return false;
  if (ATTRIBUTE.test(speaker) || /(?:[和与及或、]|的)$/.test(speaker)) return false;
  return !/^(?:一|二|三|四|五|如果|因此|所以|但|而且|其中|这|那|要|应当?|必须|可以|不|就)/.test(speaker);
}

function bareClause(text: string, from: number, end: number, bare: RegExpExecArray): Clause {
  const [, words = '', verb = ''] = bare;
  const shortened = verb.replace(/^(?:还|又|并)/, '');
  const verbEnd = from + words.length + verb.length;
  return {
    speaker: [from, from + speakerOf(words).length],
    verb: [verbEnd - shortened.length, verbEnd],
    titleEnd: clauseEnd(text, end + 1),
    joint: end,
  };
}

/** `刘某在总结讲话中` → `刘某`. */
function speakerOf(words: string): string {
  const at = words.search(/[在就](?=.{2})/);
  return at >= 2 ? words.slice(0, at) : words.trimEnd();
}

const LINE = new RegExp(`^(${SPEAKERS}|[\\u4e00-\\u9fff]{2,4})(?:还|一致)?(?:${BARE_VERBS})：?$`);
const BODIES = new RegExp(`^(?:${SPEAKERS})$`);

/** Whether a whole line is a bare reporting clause (会议指出), with what it reports in the next paragraph. */
export function isReportingLine(draft: Draft, unit: Unit): boolean {
  if (lengthOf(unit) > 14 || lengthOf(unit) < 4) return false;
  const speaker = LINE.exec(draft.folded.slice(unit.start, unit.end))?.[1];
  return speaker !== undefined && (BODIES.test(speaker) || isPersonName(speaker)) && speaks(speaker);
}

/** The end of the first clause of a unit, an offset. */
export function firstClauseEnd(draft: Draft, unit: Unit): number {
  return unit.start + clauseEnd(head(draft, unit, 220), 0);
}

/** Whether a paragraph tells who attended or what was on the agenda: it continues no reported section. */
export function isAttendance(draft: Draft, unit: Unit): boolean {
  return ATTENDANCE.pattern.test(tail(draft, unit, 30)) || ATTENDANCE.pattern.test(head(draft, unit, 30));
}
