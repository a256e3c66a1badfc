/**
 * Lists in running text: splitting at 、 and 和 outside quotes and brackets, and the edges of the first and last item.
 * Changes when items are parted or bounded differently. Every walk is bounded, so the whole stays linear.
 */
import type { Span } from '../../text/span.ts';
import { WordIndex } from '../../text/words.ts';
import { LIST_VERBS, OPEN_ENDINGS } from './data/enumerationWords.ts';
import { INNER_WORDS, OBJECT_VERBS } from './data/programs.ts';

const REACH = 420;
const LONGEST_SEGMENT = 160;
const CLOSERS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '）': '（',
  '》': '《',
  '】': '【',
  '〉': '〈',
};
/** What opens a list and is never part of its first item. */
const INTRODUCING: ReadonlySet<string> = new Set(['特别是', '尤其是', '主要是', '分别是']);
const MODALS = ['要', '须', '应', '应当', '必须', '需', '需要', '能', '可', '始终', '坚决', '务必'];
const VERBS = new WordIndex([...LIST_VERBS, ...OBJECT_VERBS, ...MODALS, ...INTRODUCING], 'start');
const INNER: ReadonlySet<string> = new Set(INNER_WORDS);
const MODAL: ReadonlySet<string> = new Set(MODALS);
const JOINTS = ['以及', '和', '及', '与', '暨'];

/** What a character is to a walk back over a list: 0 nothing, 1 a closing mark, 2 the parting 、, 3 the end. */
const BACK = new Uint8Array(65536);
for (const c of Object.keys(CLOSERS)) BACK[c.charCodeAt(0)] = 1;
BACK['、'.charCodeAt(0)] = 2;
for (const c of '，。；：！？（“‘《\n\r') BACK[c.charCodeAt(0)] = 3;

/** Where the mark opens that closes at `close`, no further back than `least`; -1 where it does not. */
function openerBefore(folded: string, close: number, opener: string, least: number): number {
  for (let i = close - 1; i >= least; i--) if (folded[i] === opener) return i;
  return -1;
}

/** The segments between 、 before `end`, back to the beginning of the clause; brackets and quotes are passed over whole. */
export function segmentsBefore(folded: string, end: number): Span[] {
  const segments: Span[] = [];
  let stop = end;
  let i = end - 1;
  const least = Math.max(0, end - REACH);
  for (; i >= least; i--) {
    const role = BACK[folded.charCodeAt(i)];
    if (role === 0) continue;
    const c = folded[i]!;
    if (role === 1) {
      const opener = CLOSERS[c]!;
      const open = openerBefore(folded, i, opener, least);
      if (open >= least && !folded.slice(open, i).includes('\n')) {
        i = open;
        if (folded[i - 1] === '”' && c === '”') {
          segments.push({ start: open, end: stop });
          stop = open;
        }
        continue;
      }
      break;
    }
    if (role === 3) break;
    segments.push({ start: i + 1, end: stop });
    stop = i;
  }
  segments.push({ start: i + 1, end: stop });
  segments.reverse();
  const marker = segments[0]!;
  // 一、 at the beginning of a line numbers the paragraph.
  const opens = marker.start === 0 || '\n\r'.includes(folded[marker.start - 1]!);
  return opens &&
    segments.length > 1 &&
    /^ *[一二三四五六七八九十0-9]{1,3}$/.test(folded.slice(marker.start, marker.end))
    ? segments.slice(1)
    : segments;
}

/**
 * The segments behind `start` up to the end of the list: 。；） or a line end, and ， where 、 part the items.
 * Empty where there are more than `wanted` or one is too long to be an item.
 */
export function segmentsAfter(folded: string, start: number, separator: '、' | '，' | '；', wanted: number): Span[] {
  const segments: Span[] = [];
  let from = start;
  let depth = 0;
  const most = Math.min(folded.length, start + 2 * REACH);
  let i = start;
  for (; i < most; i++) {
    if (segments.length > wanted || i - from > LONGEST_SEGMENT) return [];
    const c = folded[i]!;
    if ('“‘（《【〈'.includes(c)) depth++;
    else if ('”’）》】〉'.includes(c)) {
      if (depth === 0) break;
      depth--;
    } else if (depth > 0) {
      if (c === '\n') break;
      continue;
    }
    if (depth > 0) continue;
    if (c === separator) {
      segments.push({ start: from, end: i });
      from = i + 1;
    } else if (
      '。！？\n\r'.includes(c) ||
      (c === '；' && separator !== '；') ||
      (c === '，' && separator === '、') ||
      c === '：'
    )
      break;
  }
  if (i > from) segments.push({ start: from, end: i });
  return segments;
}

/** Parts one segment at its 和: in the middle of it, by the joint that makes the parts most alike in length. */
export function splitAtJoint(folded: string, segment: Span): [Span, Span] | null {
  const text = folded.slice(segment.start, segment.end);
  let best: [Span, Span] | null = null;
  let bestDifference = Number.POSITIVE_INFINITY;
  for (const joint of JOINTS) {
    for (
      let at = text.indexOf(joint, 1);
      at >= 0 && at + joint.length < text.length - 1;
      at = text.indexOf(joint, at + 1)
    ) {
      const right = text.length - at - joint.length;
      const difference = Math.abs(at - right);
      if (difference >= bestDifference) continue;
      bestDifference = difference;
      const cut = segment.start + at;
      best = [
        { start: segment.start, end: cut },
        { start: cut + joint.length, end: segment.end },
      ];
    }
    if (best !== null) return best;
  }
  return best;
}

/** Trims blanks, a leading 和 and a trailing 等 of an item. */
export function trimItem(folded: string, item: Span): Span {
  let { start, end } = item;
  while (start < end && ' \t\n\r'.includes(folded[start]!)) start++;
  while (end > start && ' \t\n\r'.includes(folded[end - 1]!)) end--;
  for (const tail of ['等等', '等']) {
    if (end - start > tail.length + 1 && folded.slice(start, end).endsWith(tail)) {
      end -= tail.length;
      break;
    }
  }
  return { start, end };
}

/**
 * Cuts the verb phrase off the first item, so that about as much remains as the other items have. Where the others are
 * verb phrases themselves (守住耕地、稳住粮价), only a 要 goes.
 */
export function trimFirst(folded: string, given: Span, others: readonly Span[]): Span {
  const ordinal = /^(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}，)/.exec(
    folded.slice(given.start, given.start + 5),
  );
  const first = ordinal === null ? given : { start: given.start + ordinal[0].length, end: given.end };
  const mean = others.length === 0 ? 4 : others.reduce((sum, o) => sum + o.end - o.start, 0) / others.length;
  const phrases =
    others.filter((o) => isVerb(VERBS.at(folded, o.start))).length * 2 >= others.length && others.length > 0;
  if (others.length > 0 && others.every((o) => folded[o.start] === '“' || folded[o.start] === '《')) {
    const open = folded.slice(first.start, first.end).search(/[“《]/);
    if (open > 0) return { start: first.start + open, end: first.end };
  }
  // 下设办公室及人居环境、乡风文明…六个工作组: what stands before 及 is not counted.
  const and = others.length > 1 ? /(?:以及|及)(?!时|格)/.exec(folded.slice(first.start + 2, first.end)) : null;
  if (and && !others.some((o) => folded.slice(o.start, o.end).includes('及'))) {
    const start = first.start + 2 + and.index + and[0].length;
    if (first.end - start > 1 && Math.abs(first.end - start - mean) < first.end - first.start - mean)
      return { start, end: first.end };
  }
  const opensWithVerb = VERBS.at(folded, first.start) !== undefined;
  let best = first;
  let bestDifference = Math.abs(first.end - first.start - mean) + (opensWithVerb && !phrases ? 4 : 0);
  for (let at = first.start; at < first.end - 1; at++) {
    const verb = VERBS.at(folded, at);
    if (verb === undefined) continue;
    const rest = { start: at + verb.length, end: first.end };
    const length = rest.end - rest.start;
    if (length < 1 || (length < 2 && mean > 1.5)) continue;
    const introducing = INTRODUCING.has(verb);
    const modal = introducing || MODAL.has(verb);
    if (phrases && !modal && VERBS.at(folded, rest.start) === undefined) continue;
    const difference =
      Math.abs(length - mean) + (verb.length === 1 && !modal ? 1.5 : 0) - (introducing ? 4 : phrases && modal ? 2 : 0);
    if (difference < bestDifference) {
      bestDifference = difference;
      best = rest;
    }
  }
  return best;
}

/** Nouns that may be verbs too (创新, 改革) make no verb phrase of an item. */
const isVerb = (word: string | undefined): boolean => word !== undefined && word.length > 1 && !INNER.has(word);

/** Whether all items end in the same character (党史、新中国史、改革开放史). */
export function sharedEnding(folded: string, items: readonly Span[]): boolean {
  if (items.length < 2) return false;
  const last = folded[items[0]!.end - 1];
  return items.every((item) => folded[item.end - 1] === last);
}

/** Whether a segment is a phrase that waits for its object, so no item. */
export const isOpenPhrase = (text: string): boolean => OPEN_ENDINGS.test(text);
