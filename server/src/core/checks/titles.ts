/**
 * Comparing titles of documents: what is ignored, and how far apart two titles are. Changes when that judgement changes.
 */
import type { Reference } from '../document/model.ts';
import { termKey } from '../text/fold.ts';

/** Genre words that end a title. */
export const GENRES =
  '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|纪要|讲话|致辞|规划|纲要|方案|计划|预案|建议|法|条例|规定|办法|细则|规则|章程|准则|宪法|要点|总结|制度|规程|标准|目录|清单|白皮书|宣言|声明|公约|协定|协议|解释|说明|提纲|大纲|指南|指引|指导意见|实施意见|若干意见|行动|举措|措施|政策';
const ENDS = new RegExp(`(?:${GENRES})(?:[（(][^）)]{1,20}[）)])?$`);

/** Whether a title ends like a document's. */
export const hasGenre = (title: string): boolean => ENDS.test(title.replace(/[”’」』\s]+$/, ''));

/** A title without blanks, marks and width: what must agree when one document cites another. */
export const titleKey = (title: string): string =>
  termKey(title)
    .replace(/[，。、；：·—（）《》〈〉\-—“”‘’]/g, '')
    .replace(/^(?:中国共产党|中共)/, '中共');

/** Edit distance of two strings, at most `limit` + 1. Two rows, cut off at the limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k++) {
      const cost = a[i - 1] === b[k - 1] ? 0 : 1;
      const value = Math.min(previous[k]! + 1, row[k - 1]! + 1, previous[k - 1]! + cost);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length]!;
}

/** Numbers, drafts and places: titles that differ there are other documents, not slips. */
const MEANT = /[0-9〇一二三四五六七八九十]|试行|暂行|修订|修正|草案|征求意见|补充|省|市|区|县/;

/** Characters on which two titles differ: what is left when their common head and tail are taken off. */
function middles(a: string, b: string): [string, string] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

/** A title without the name of the state, which makes short names of laws look long: 中华人民共和国国旗法, …国籍法. */
const ownWords = (title: string): string => titleKey(title).replace(/^中华人民共和国/, '');

/**
 * Whether two titles are one title with a slip in one of them: long, nearly equal, and not told apart by a number, a place
 * or a word like 试行.
 */
export function nearTitles(a: string, b: string): boolean {
  const x = ownWords(a);
  const y = ownWords(b);
  if (x === y || Math.min(x.length, y.length) < 6) return false;
  const limit = Math.max(1, Math.min(3, Math.floor(Math.min(x.length, y.length) / 8)));
  if (distance(x, y, limit) > limit) return false;
  const [m, n] = middles(x, y);
  return !MEANT.test(m) && !MEANT.test(n);
}

const BESIDE = /^(?:[、，；,和及与與以]|\s|[（(][^（）()]{0,40}[）)])*$/;

/** Whether nothing but other titles and what joins them stands between two titles: a list names different documents. */
export function inOneList(text: string, end: number, start: number): boolean {
  if (start < end || start - end > 400) return false;
  const between = text.slice(end, start);
  return !between.includes('\n') && BESIDE.test(between.replace(/《[^《》]*》/g, ''));
}

/** References that name documents, with full titles. */
export const documentTitles = (references: readonly Reference[]): Reference[] =>
  references.filter((r) => r.periodical !== true && r.title.replace(/\s/g, '').length >= 7);
