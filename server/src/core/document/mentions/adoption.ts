/**
 * Notes and clauses that say who passed, approved and put into force a document, and when. Changes when such a note is
 * worded differently. `（2022年7月27日…第二次全体会议通过）`, `2020年7月31日…批准`, `已经2018年9月6日…修订通过，现予公布`.
 */
import type { Span } from '../../text/span.ts';
import type { Block, DateRole } from '../model.ts';
import { wholeNote } from './brokenNotes.ts';
import type { RawDate } from './dates.ts';
import type { Reading } from './reading.ts';

/** A note's extent and the dates in it by index. */
export interface AdoptionNote extends Span {
  readonly roles: ReadonlyMap<number, DateRole>;
}

const ACTION = /通过|批准|公布|发布|颁布|修订|修正|修改|施行|实施|起执行/g;
const NOTE_LINE = /^[ ]*[（(]?[^。]*(?:通过|批准|修订|修正|公布|发布|施行|实施)[^。]{0,12}[）)]?[ ]*$/;
/** `2025年2月11日在嘉兴市第九届人民代表大会第五次会议上`, below the title of a report. */
const REPORT_LINE = /^[—（( ]*[0-9]{4} ?年[^。，；]{4,16}日[，]?在[^。；]{4,40}会议?上[）)]?$/;
/** How many lines with text from a part's start may hold its note. */
const HEAD_LINES = 14;
/** `（2019年1月15日在县第十五届人民代表大会第四次会议上）`. */
const AT_MEETING = /^[ ，]?在[^。；]*(?:会|会议|典礼|仪式)(?:[（(]扩大[）)])?上[）) \s]*$/;
/** `2018年7月30日 云岭省高级人民法院审判委员会第1745次会议`, the first of two bodies that passed a text. */
const RECORD = /^ [\u4e00-\u9fff]{2,30}第[0-9一二三四五六七八九十百]{1,6}次[\u4e00-\u9fff]{0,4}会议\s*$/;
const LONGEST_NOTE = 1500;

const isBlank = (text: string, block: Block): boolean =>
  text.slice(block.start, Math.min(block.end, block.start + 400)).trim() === '';

/** Blocks that are notes: marked so by the structure, or a short line near a part's beginning that reads like one. */
function noteBlocks(reading: Reading): Block[] {
  const { blocks, folded, structure } = reading;
  const marked = blocks.flatMap((block, i) =>
    block.kind === 'adoption-note' ? [wholeNote(folded, blocks, i).block] : [],
  );
  if (marked.length > 0) return marked;
  const found: Block[] = [];
  const starts = new Set([0, ...structure.parts.map((part) => part.span.start)]);
  for (const start of starts) {
    let seen = 0;
    for (let i = reading.blockIndex(start); i < blocks.length && seen < HEAD_LINES; i++) {
      const { block, last } = wholeNote(folded, blocks, i);
      i = last;
      if (isBlank(folded, block)) continue;
      seen++;
      if (block.end - block.start > 160) continue;
      const line = folded.slice(block.start, block.end).trim();
      const note = NOTE_LINE.test(line) || REPORT_LINE.test(line);
      if (note && /[0-9〇零一二三四五六七八九]{4} ?年/.test(line) && !found.includes(block)) found.push(block);
    }
  }
  return found;
}

/** The roles of the dates of all notes. Of several versions the last one counts; former ones are mentioned. */
export function readAdoptionNotes(reading: Reading, dates: readonly RawDate[]): AdoptionNote[] {
  const notes: AdoptionNote[] = [];
  for (const block of noteBlocks(reading)) {
    const end = Math.min(block.end, block.start + LONGEST_NOTE);
    notes.push({ start: block.start, end: block.end, roles: noteRoles(reading.folded, block.start, end, dates) });
  }
  return notes;
}

function noteRoles(folded: string, start: number, end: number, dates: readonly RawDate[]): Map<number, DateRole> {
  const inside = dates.map((date, i) => ({ date, i })).filter(({ date }) => date.start >= start && date.end <= end);
  const roles = new Map<number, DateRole>();
  let adopted = -1;
  inside.forEach(({ date, i }, n) => {
    const stop = inside[n + 1]?.date.start ?? end;
    const clause = folded.slice(date.end, stop);
    const actions = [...clause.matchAll(ACTION)].map((m) => m[0]);
    const has = (...words: string[]): boolean => words.some((word) => actions.includes(word));
    // A page's own line, told by its time or its marks.
    if (actions.length === 0 && (date.timed || /^\d{4}[-/]/.test(folded.slice(date.start, date.end)))) return;
    if (date.month === null) roles.set(i, 'mentioned');
    else if (has('通过') || (has('修订') && !has('施行', '实施', '起执行'))) {
      if (adopted >= 0) roles.set(adopted, 'mentioned');
      adopted = i;
      roles.set(i, 'adopted');
    } else if (has('批准')) roles.set(i, 'approved');
    else if (has('施行', '实施', '起执行')) roles.set(i, 'effective');
    else if (has('公布', '发布', '颁布') && n + 1 === inside.length) roles.set(i, 'published');
    else if (has('公布', '发布', '颁布') && adopted >= 0) roles.set(i, 'published');
    else if (
      inside.length === 1 &&
      /^[（(\s]*$/.test(folded.slice(start, date.start)) &&
      /^(?:，[\u4e00-\u9fff]{2,8})?[）)\s]*$/.test(clause)
    )
      roles.set(i, 'signed');
    else if (inside.length === 1 && date.day !== null && AT_MEETING.test(clause)) roles.set(i, 'meeting');
    else if (actions.length === 0 && n === 0 && inside.length > 1 && /^[、，]/.test(clause)) roles.set(i, 'adopted');
    else if (inside.length === 1 && date.day !== null && RECORD.test(clause)) roles.set(i, 'adopted');
    else roles.set(i, 'mentioned');
  });
  return roles;
}

const PROMULGATED = /现(?:将[^，。；]{0,60})?(?:予以?)?(?:公布|发布|印发|颁布)|予以(?:公布|发布)|现公布/;

/** Dates of `经2018年9月6日国务院第23次常务会议通过，现予公布`: the clause around a date in a short promulgating text. */
export function promulgationRole(folded: string, date: RawDate): DateRole | null {
  const before = folded.slice(Math.max(0, date.start - 60), date.start);
  const after = folded.slice(date.end, date.end + 120);
  const close = after.search(/[。\n]/);
  const clause = close < 0 ? after : after.slice(0, close);
  const action = /通过|批准/.exec(clause);
  if (action === null || action.index > 70 || /[；，][^，；]*年/.test(clause.slice(0, action.index))) return null;
  if (!/(?:已|业|已经|经|已于|业经|于|由)\s?$/.test(before) || !PROMULGATED.test(clause.slice(action.index)))
    return null;
  return action[0] === '批准' ? 'approved' : 'adopted';
}
