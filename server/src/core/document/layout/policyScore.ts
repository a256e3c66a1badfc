/**
 * How sure we are that a text is a Chinese policy document at all, from 0 to 1.
 * Changes when a sign is added or weighed differently. Looks at a bounded part of the text.
 */
import { WordIndex } from '../../text/words.ts';
import { isHan } from './characters.ts';

const SAMPLE = 6_000;
const WORDS = new WordIndex(
  '贯彻 落实 推进 坚持 加强 工作 会议 全会 政府 人民 党委 省委 市委 党中央 国务院 规划 建设 发展 改革 部门 单位 规定 条例 通知 意见 实施 管理 依法 组织 群众 干部 社会 应当 有关 本办法 本条例 领导'.split(
    ' ',
  ),
  'start',
);
/** Signs beside the wording. */
export interface Signs {
  readonly kindKnown: boolean;
  readonly sections: number;
  readonly docNumber: boolean;
  readonly matter: boolean;
}

/** The score of a text. 0 for no Chinese at all. */
export function policyScore(folded: string, signs: Signs): number {
  const sample = folded.length > SAMPLE ? folded.slice(0, SAMPLE) : folded;
  let han = 0;
  let ink = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c <= 32) continue;
    ink++;
    if (isHan(c)) han++;
  }
  if (han < 20 || (han < ink * 0.3 && !signs.kindKnown)) return 0;
  const dense = han / 25;
  const density = Math.min(1, WORDS.countIn(sample, dense) / dense);
  let score = 0.45 * density;
  if (signs.kindKnown) score += 0.25;
  if (signs.sections >= 2) score += 0.15;
  if (signs.docNumber) score += 0.15;
  if (signs.matter) score += 0.1;
  return Math.round(Math.min(1, score) * 100) / 100;
}
