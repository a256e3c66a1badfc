/**
 * Who is quoted: the words before a quotation that name a speaker and a verb of saying.
 * Changes when quotations are introduced in another way.
 */
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

const SAYS =
  /(?:指出|强调|提出|要求|说|说过|写道|认为|嘱托|嘱咐|叮嘱|号召|希望|批示|寄语|赋予|称|讲|引用|描述为|概括为)(?:了|过|的)?[：，:,]?$/;
/** 全会指出，…提出“…”: the outer report says nothing of who is quoted. */
const REPORT = /^(?:会议|全会|大会|报告|决议|文章|讲话)(?:还|并)?(?:指出|强调|认为|要求|提出)[，,：:]/;
const LONGEST = 60;
const SHORTEST_QUOTE = 6;

/** The words that introduce the quotation in this span (without marks), or null. */
export function attribution(text: string, span: Span): Span | null {
  if (span.end - span.start < SHORTEST_QUOTE) return null;
  const from = Math.max(0, span.start - 200);
  let lead = fold(text.slice(from, span.start));
  if (!/[“「『"]$/.test(lead)) return null;
  lead = lead.slice(0, -1);
  // “A”“B”等: one introduction for both.
  for (let i = 0; i < 4; i++) {
    const before = /[“][^“”]{2,60}[”][、和，]?$/.exec(lead);
    if (!before) break;
    lead = lead.slice(0, before.index);
  }
  const stop = Math.max(...['。', '！', '？', '；', '\n'].map((c) => lead.lastIndexOf(c))) + 1;
  let words = lead.slice(stop).trimStart();
  if (!SAYS.test(words)) return null;
  const report = REPORT.exec(words);
  if (report && report[0].length < words.length) words = words.slice(report[0].length);
  // A verb alone names nobody, and a long lead is a sentence of its own.
  if (words.length > LONGEST || words.replace(SAYS, '').replace(/^(?:明确|首次|还|并|又|就|曾|深刻)+/, '').length < 2)
    return null;
  const end = from + stop + lead.slice(stop).length;
  return { start: end - words.length, end };
}
