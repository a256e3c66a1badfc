/** Names of kinds, categories and reasons in both languages of the interface. Changes when the model has a new one. */
import type { DateRole, Kind } from '../document/model.ts';
import type { Confidence, EntryCategory } from '../glossary/model.ts';
import type { Message } from '../l10n.ts';

const m = (zh: string, en: string): Message => ({ zh, en });

export const CATEGORY: Readonly<Record<EntryCategory, Message>> = {
  'numeric-abbreviation': m('数字缩略语', 'numeric abbreviation'),
  slogan: m('口号', 'slogan'),
  program: m('工程与行动', 'programme'),
  mechanism: m('机制', 'mechanism'),
  strategy: m('战略', 'strategy'),
  goal: m('目标', 'goal'),
  institution: m('机构', 'institution'),
  brand: m('品牌', 'brand'),
  idiom: m('习用语', 'idiom'),
  metaphor: m('比喻', 'metaphor'),
  quotation: m('引语', 'quotation'),
  document: m('文件', 'document'),
  unknown: m('用语', 'term'),
};

export const KIND: Readonly<Record<Kind, Message>> = {
  resolution: m('决议', 'resolution'),
  decision: m('决定', 'decision'),
  order: m('命令', 'order'),
  communique: m('公报', 'communiqué'),
  announcement: m('公告', 'announcement'),
  'public-notice': m('通告', 'public notice'),
  opinion: m('意见', 'opinions'),
  notice: m('通知', 'notice'),
  circular: m('通报', 'circular'),
  report: m('报告', 'report'),
  request: m('请示', 'request for instructions'),
  reply: m('批复', 'reply'),
  motion: m('议案', 'motion'),
  letter: m('函', 'letter'),
  minutes: m('纪要', 'minutes'),
  news: m('新闻报道', 'news report'),
  speech: m('讲话', 'speech'),
  plan: m('规划、方案', 'plan'),
  law: m('法规', 'law or rules'),
  other: m('其他文件', 'other document'),
};

export const DATE_ROLE: Readonly<Record<DateRole, Message>> = {
  meeting: m('会议日期', 'date of the meeting'),
  adopted: m('通过日期', 'date of adoption'),
  approved: m('批准日期', 'date of approval'),
  signed: m('成文日期', 'date of signing'),
  published: m('发布日期', 'date of publication'),
  printed: m('印发日期', 'date of printing'),
  effective: m('施行日期', 'effective date'),
  source: m('来源日期', 'date of the source'),
  mentioned: m('文中日期', 'date in the text'),
};

export const CONFIDENCE: Readonly<Record<Confidence, Message>> = {
  high: m('有来源佐证', 'sourced'),
  medium: m('部分有来源佐证', 'sourced in part'),
  'in-document': m('仅见于文件本身，未查到其他来源', 'known from a document only; no other source found'),
  unsourced: m('未查到来源', 'unsourced'),
};

/** Why a value is what it is: the machine-readable reasons of `Evidence`. */
const REASON: Readonly<Record<string, Message>> = {
  'adoption-note': m('题注', 'the note of adoption'),
  'adoption-clause': m('通过的说明', 'the clause of adoption'),
  byline: m('电头', 'the byline'),
  dateline: m('电头', 'the dateline'),
  imprint: m('版记', 'the imprint'),
  lead: m('导语', 'the first paragraph'),
  signature: m('落款', 'the signature'),
  'source-line': m('来源行', 'the source line'),
  title: m('标题', 'the title'),
  'title-year': m('标题中的年份', 'the year in the title'),
  'web-chrome': m('网页信息', 'the web page around the text'),
  'web-line': m('网页信息', 'the web page around the text'),
  'same-paragraph': m('同段的年份', 'a year in the same paragraph'),
  'same-year': m('同一年份', 'the same year'),
  'nearest-year': m('最近的年份', 'the nearest year'),
  'document-number': m('发文字号', 'the document number'),
  wording: m('文中措辞', 'the wording'),
  label: m('标签', 'a label'),
  promulgation: m('公布令', 'the promulgation'),
  none: m('无依据', 'nothing'),
  'below-title': m('标题下的日期', 'the date below the title'),
  'signed-date': m('成文日期', 'the date of signing'),
  'order-number': m('公布令', 'the order of promulgation'),
  'number-line': m('文号行', 'the line of the document number'),
  opening: m('开头', 'the opening'),
  'impossible-date': m('日期不存在', 'a date that does not exist'),
};

/** A reason in words; an unknown one as it is. */
export const reason = (word: string): Message => REASON[word] ?? { zh: word, en: word.replaceAll('-', ' ') };

const WEEKDAYS: readonly Message[] = [
  m('星期日', 'Sunday'),
  m('星期一', 'Monday'),
  m('星期二', 'Tuesday'),
  m('星期三', 'Wednesday'),
  m('星期四', 'Thursday'),
  m('星期五', 'Friday'),
  m('星期六', 'Saturday'),
];

/** The weekday of an ISO day; null for reduced precision or a day that does not exist. */
export function weekday(iso: string): Message | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return null;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCDate() === Number(match[3]) ? WEEKDAYS[date.getUTCDay()]! : null;
}
