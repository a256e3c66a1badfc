/**
 * Words that give a date its role. Changes when a label or a phrase is missing. Folded text.
 */
import type { DateRole } from '../../model.ts';

/** Labels right before a date, blanks and a colon between: `发布日期:2022-07-21`, `成文日期：	2019年01月12日`, `印发日期`. */
export const DATE_LABELS: readonly (readonly [RegExp, DateRole])[] = [
  [/(?:发布|发表|公布|颁布|公开|更新|上网|刊发|播发|录入|上传|发稿)(?:日期|时间|于)[：:】]?[\s|]*$/, 'published'],
  [/(?:成文|生成|发文|制定|签发|签署|落款|批准签发)(?:日期|时间|于)[：:】]?[\s|]*$/, 'signed'],
  [/(?:印发|印制)(?:日期|时间|于)?[：:】]?[\s|]*$/, 'printed'],
  [/(?:生效|实施|施行)(?:日期|时间|于)[：:】]?[\s|]*$/, 'effective'],
  [/(?:通过|审议通过|表决通过)(?:日期|时间)[：:]?\s*$/, 'adopted'],
  [/批准(?:日期|时间)[：:]?\s*$/, 'approved'],
  [/(?:会议|召开|举行)(?:日期|时间)[：:]?\s*$/, 'meeting'],
  [/(?:^|[\s|｜【[（(])(?:日期|时间)[：:]?\s*$/, 'published'],
];

/** Right behind a date: `2020年7月17日印发`, `2021-08-28来源`, `8月28日电`, `11月27日讯`. */
export const DATE_TAILS: readonly (readonly [RegExp, DateRole])[] = [
  [/^\s{0,4}(?:印发(?!的)|印制|翻印|印(?=$|\s|（|，?共印))/, 'printed'],
  [/^(?:\s?[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?)?\s{0,8}(?:来源|信息来源|文章来源|稿源)/, 'published'],
  [/^(?:电|讯|消息)/, 'published'],
  [/^\s{0,2}(?:发布|刊发|播发|公布)(?:$|[\s）)　])/, 'published'],
  [/^(?:起)?(?:正式)?(?:施行|实施|执行|生效|试行)/, 'effective'],
  [/^起(?:施行|实施|执行|生效|试行|正式)/, 'effective'],
];

/** Verbs of a meeting that takes place; the date before them, or before the meeting, is its date. */
export const HELD = /举行|召开|开幕|闭幕|举办|开会/;
