/**
 * Those to whom a document goes (主送机关): which line names them, and what it names.
 * Changes when such lines are printed in another way.
 */
import { RECIPIENT_WORDS } from '../data/front.ts';
import type { SpannedText } from '../model.ts';
import { type Draft, lengthOf, type Unit } from './unit.ts';
import { spanned } from './values.ts';

const BODY = '[^，。；：《》]{2,40}(?:委会|政府|街道|办事处|部门|单位|机构|公司|学校|局|委|办)(?:（[^（）]{2,12}）)?';
const ADDRESSEES = new RegExp(`^${BODY}(?:，${BODY}){1,8}$`);

/** 各部门单位：, 各校部机关：: all of a kind, whatever they are called. */
const EVERYONE = /^(?:全[校院市县区镇乡省司])?各[\u4e00-\u9fff、，（）()]{2,24}：$/;

/** A line of bodies parted by commas whose colon is missing. */
export const isAddressees = (line: string): boolean => ADDRESSEES.test(line);

/** The last line of the head may name several bodies before its colon. */
export function isRecipients(draft: Draft, unit: Unit): boolean {
  const length = lengthOf(unit);
  if (length > 240 || length < 3 || unit.marker) return false;
  const line = draft.folded.slice(unit.start, unit.end);
  const last = line[line.length - 1];
  if (last !== '：') return isAddressees(line);
  return (
    (RECIPIENT_WORDS.test(line) || EVERYONE.test(line)) &&
    !/[。；？！]/.test(line) &&
    !/(?:如下|以下|通知|包括|要求|指出|是|有|为|做到|任务|目标|原则|措施|事项)：$/.test(line)
  );
}

/** The names in a line of recipients. */
export function splitNames(draft: Draft, start: number, end: number): SpannedText[] {
  const out: SpannedText[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const ch = i < end ? draft.folded[i]! : '，';
    if (ch !== '，' && ch !== '；' && ch !== '。' && ch !== '：') continue;
    if (i > from) out.push(spanned(draft, from, i));
    from = i + 1;
  }
  return out.filter((s) => s.text.length > 1);
}
