/**
 * What an abbreviation stands for, read from the text: 三力 from 政治判断力、政治领悟力、政治执行力, a short form from the
 * longer quotation beside it, a list that the glossary knows as the parts of a term.
 * Changes when another way to abbreviate is understood.
 */

import type { Glossary } from '../glossary/glossary.ts';
import { Matcher } from '../glossary/matcher.ts';
import type { GlossaryEntry } from '../glossary/model.ts';
import { termKey } from '../text/fold.ts';
import { numeralValue } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { Scene } from './scene.ts';

const NUMERIC = /^([两双二三四五六七八九十])(?:个|大|项|种|类|条)?([^一二两三四五六七八九十百千万0-9].{0,4})$/;

/** The number and the head of a numeric abbreviation: 三力 → 3, 力; 两个先行 → 2, 先行. */
export function numericShape(key: string): { readonly count: number; readonly head: string } | null {
  const m = NUMERIC.exec(key);
  if (!m) return null;
  const count = m[1] === '双' ? 2 : numeralValue(m[1]!);
  return count === null || count < 2 ? null : { count, head: m[2]! };
}

interface Coordination {
  readonly span: Span;
  readonly text: string;
  /** With the word that joins each to the one before it. */
  readonly parts: readonly { readonly text: string; readonly start: number; readonly joint: string }[];
}

const CLAUSE = /[^。！？；：\n\r]+/g;
const JOINT = /[、，,]|以及|和|与/g;

/** Stretches of a block with at least two parts joined by 、，和与. */
function coordinations(folded: string, block: Span): Coordination[] {
  const found: Coordination[] = [];
  const base = block.start;
  for (const clause of folded.slice(block.start, block.end).matchAll(CLAUSE)) {
    const text = clause[0];
    if (text.length > 400 || text.length < 5) continue;
    const parts: { text: string; start: number; joint: string }[] = [];
    let from = 0;
    let before = '';
    for (const joint of text.matchAll(JOINT)) {
      parts.push({ text: text.slice(from, joint.index), start: base + clause.index + from, joint: before });
      before = joint[0];
      from = joint.index + joint[0].length;
    }
    if (parts.length === 0) continue;
    parts.push({ text: text.slice(from), start: base + clause.index + from, joint: before });
    const start = base + clause.index;
    found.push({ span: { start, end: start + text.length }, text, parts });
  }
  return found;
}

/** A list that answers an abbreviation; `whole` where its last part ends with the head, too, so that it holds no more. */
interface Answer {
  readonly span: Span;
  readonly components: string[];
  readonly whole: boolean;
}

/** 把内蒙古建设成为我国北方重要生态安全屏障: the words before the first thing listed. */
const LEAD = /^.*(?:建设成为|建设成|建设为|建成|打造成为|打造成|打造为|成为|打造|构建|建设)(?=.{4})/;

/** Exactly `count` joined parts that share the head of a numeric abbreviation; `head` may be split (不…腐). */
function answer(c: Coordination, count: number, head: string): Answer | null {
  const { parts } = c;
  if (parts.length < count) return null;
  const trim = (s: string): string => s.replace(/[“”‘’\s]/g, '');
  const ends = parts.map((p) => trim(p.text).length > head.length && trim(p.text).endsWith(head));
  for (let i = 0; i + count <= parts.length; i++) {
    if (i > 0 && ends[i - 1]) continue;
    let n = 0;
    while (n < count - 1 && ends[i + n]) n++;
    if (n < count - 1) continue;
    const last = parts[i + count - 1]!;
    const at = last.text.indexOf(head);
    if (at < 1 || (i + count < parts.length && ends[i + count] === true && ends[i + count - 1] === true)) continue;
    const end = last.start + at + head.length;
    const components = parts.slice(i, i + count - 1).map((p) => trim(p.text));
    components.push(trim(last.text.slice(0, at + head.length)));
    // One-character heads need short parts that look alike, or any three words with 力 would do.
    if (head.length === 1 && (count < 3 || components.slice(1).some((t) => t.length < 2 || t.length > 8))) continue;
    // 能源和战略资源基地、农产品基地: in a list with 、 a 和 before the first end stands inside the first part.
    let first = i;
    if (
      head.length > 1 &&
      parts[i + 1]?.joint === '、' &&
      /^[和与]$/.test(parts[i]!.joint) &&
      parts[i - 1]!.text.length > 2
    ) {
      first = i - 1;
      components[0] = `${trim(parts[first]!.text)}${parts[i]!.joint}${components[0]}`;
    }
    const lead = LEAD.exec(components[0]!)?.[0] ?? '';
    const plain = components[0]!.slice(lead.length);
    if (lead !== '' && plain.length > head.length) components[0] = plain;
    const whole = ends[i + count - 1] === true;
    return { span: { start: parts[first]!.start, end }, components, whole };
  }
  return null;
}

/** Whether a block has a head as often as an abbreviation counts; most have not, and need not be taken apart. */
function holds(folded: string, block: Span | undefined, head: string, count: number): boolean {
  if (!block) return false;
  let n = 0;
  let at = block.start;
  while (n < count) {
    at = folded.indexOf(head, at);
    if (at < 0 || at >= block.end) return false;
    n++;
    at += head.length;
  }
  return true;
}

/** How many blocks (blank ones not counted) may lie between an abbreviation and the passage that spells it out. */
const NEAR = 2;
/** The same where exactly as many parts end with a head of two characters or more: …屏障、…屏障、…基地 for “两个屏障”. */
const FAR = 6;

/** Passages that spell out numeric abbreviations of the document near one of their mentions, by key. */
export function spelledOut(
  scene: Scene,
  mentions: ReadonlyMap<string, readonly Span[]>,
): { key: string; span: Span; components: string[] }[] {
  const shapes = [...mentions.keys()].flatMap((key) => {
    const shape = numericShape(key);
    return shape ? [{ key, ...shape }] : [];
  });
  if (shapes.length === 0) return [];
  const found: { key: string; span: Span; components: string[] }[] = [];
  const blocks = scene.document.blocks.filter((b) => b.kind !== 'blank');
  const place = (offset: number): number => {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (blocks[mid]!.start <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  };
  const known = new Map<number, Coordination[]>();
  const inBlock = (at: number): Coordination[] => {
    let list = known.get(at);
    if (!list) {
      const block = blocks[at];
      list = block ? coordinations(scene.folded, block) : [];
      known.set(at, list);
    }
    return list;
  };
  for (const { key, count, head } of shapes.slice(0, 64)) {
    const own = mentions.get(key) ?? [];
    const near = new Set<number>();
    const far = new Set<number>();
    for (const m of own.slice(0, 32)) {
      const at = place(m.start);
      for (let d = -NEAR; d <= NEAR; d++) near.add(at + d);
      if (head.length > 1) for (let d = -FAR; d <= FAR; d++) far.add(at + d);
    }
    let n = 0;
    const candidates = (places: ReadonlySet<number>): number[] =>
      [...places].filter((at) => holds(scene.folded, blocks[at], head, count)).sort((a, b) => a - b);
    const seek = (places: readonly number[], whole: boolean): void => {
      for (const c of places.flatMap(inBlock)) {
        if (n === 3) return;
        if (!c.text.includes(head)) continue;
        const hit = answer(c, count, head);
        if (!hit || (whole && !hit.whole)) continue;
        if (own.some((m) => m.start < hit.span.end && hit.span.start < m.end)) continue;
        found.push({ key, span: hit.span, components: hit.components });
        n++;
      }
    };
    seek(candidates(near), false);
    if (n === 0) seek(candidates(far), true);
  }
  return found;
}

const HAN = /[\u4e00-\u9fff]/;
/** How long the parts of a list are that is merged into one word, and what is left of each. */
const PART = { least: 3, most: 9 };
const LEFT = [3, 2, 4];

/** 坚定维护者、积极建设者、先行示范者, where the document also says 维护者建设者示范者: the list, and one place of the word. */
export function mergedLists(scene: Scene): { name: Span; span: Span; components: string[] }[] {
  const { folded } = scene;
  const found: { name: Span; span: Span; components: string[] }[] = [];
  const seen = new Set<string>();
  let next = 0;
  const isHan = (at: number): boolean => {
    const unit = folded.charCodeAt(at);
    return unit >= 0x4e00 && unit <= 0x9fff;
  };
  for (let mark = folded.indexOf('、'); mark >= 0; mark = folded.indexOf('、', Math.max(mark + 1, next))) {
    const last = folded[mark - 1]!;
    let start = mark - 1;
    while (start > 0 && mark - start <= PART.most && isHan(start - 1)) start--;
    let parts: string[] | null = null;
    let end = mark;
    while (folded[end] === '、') {
      let to = end + 1;
      while (to < folded.length && to - end <= PART.most && isHan(to)) to++;
      const whole = folded.slice(end + 1, to);
      const part = folded[to] === '、' ? whole : whole.slice(0, whole.indexOf(last) + 1);
      if (part.length < PART.least || !part.endsWith(last)) break;
      parts ??= [folded.slice(Math.max(start, mark - PART.most), mark)];
      parts.push(part);
      end += 1 + part.length;
    }
    next = end;
    if (!parts || parts.length < 3) continue;
    for (const left of LEFT) {
      if (parts.some((p) => p.length <= left)) continue;
      const merged = parts.map((p) => p.slice(-left)).join('');
      const at = seen.has(merged) ? -1 : folded.indexOf(merged);
      if (at < 0) continue;
      seen.add(merged);
      const from = mark - parts[0]!.length;
      found.push({ name: { start: at, end: at + merged.length }, span: { start: from, end }, components: parts });
    }
  }
  return found;
}

/** Whether `short` abbreviates `long`: same first and last character, all of it in order inside. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || short.length > 5 || long.length < short.length * 2 || long.length > 40) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

/** The parts of every entry as a matcher, made once per glossary. */
class Parts {
  readonly matcher = new Matcher();
  readonly owners = new Map<string, GlossaryEntry[]>();

  constructor(glossary: Glossary) {
    for (const entry of glossary.entries) {
      if (entry.components.length < 2 || entry.components.length > 12) continue;
      for (const key of new Set(entry.components.map((c) => termKey(c.zh)))) {
        if (key.length < 2) continue;
        this.matcher.add(key);
        const owners = this.owners.get(key);
        if (owners) owners.push(entry);
        else this.owners.set(key, [entry]);
      }
    }
  }
}

const parts = new WeakMap<Glossary, Parts>();

/** How far apart the first and the last part may stand, in units for each part. */
const REACH = 40;

/** Passages that name all parts of a term of the glossary close together. */
export function componentPassages(scene: Scene): { key: string; span: Span; components: string[] }[] {
  let index = parts.get(scene.glossary);
  if (!index) {
    index = new Parts(scene.glossary);
    parts.set(scene.glossary, index);
  }
  const hits = index.matcher.find(scene.compact.text);
  const byEntry = new Map<GlossaryEntry, { key: string; start: number; end: number }[]>();
  for (const hit of hits) {
    for (const entry of index.owners.get(hit.key) ?? []) {
      const list = byEntry.get(entry);
      if (list) list.push(hit);
      else byEntry.set(entry, [hit]);
    }
  }
  const found: { key: string; span: Span; components: string[] }[] = [];
  for (const [entry, list] of byEntry) {
    const wanted = new Set(entry.components.map((c) => termKey(c.zh)));
    if (new Set(list.map((h) => h.key)).size < wanted.size) continue;
    const span = nearest(list, wanted.size);
    if (!span || span.end - span.start > wanted.size * REACH) continue;
    // Parts inside the term itself explain nothing, and short words meet by chance.
    const window = scene.compact.text.slice(span.start, span.end);
    if (window.includes('\n')) continue;
    if ([...wanted].join('').length < wanted.size * 4 || entry.keys.some((key) => key.includes(window))) continue;
    found.push({
      key: entry.key,
      span: scene.compact.span(span.start, span.end),
      components: entry.components.map((c) => c.zh),
    });
  }
  return found;
}

/** The first shortest window of hits with `size` different keys. */
function nearest(hits: readonly { key: string; start: number; end: number }[], size: number): Span | null {
  const counts = new Map<string, number>();
  let best: Span | null = null;
  let left = 0;
  for (const hit of hits) {
    counts.set(hit.key, (counts.get(hit.key) ?? 0) + 1);
    while (counts.size === size) {
      const first = hits[left]!;
      if (!best || hit.end - first.start < best.end - best.start) best = { start: first.start, end: hit.end };
      const n = counts.get(first.key)! - 1;
      if (n === 0) counts.delete(first.key);
      else counts.set(first.key, n);
      left++;
    }
  }
  return best;
}

const ORDINAL = /第[〇一二三四五六七八九十百0-9]+(?:届|次)(?=[\u4e00-\u9fff])/g;

/** Names of meetings without their number (省第十五次党代会 → 省党代会), where the text uses them, with the full name's place. */
export function shortMeetings(scene: Scene): { short: string; full: Span; spans: Span[] }[] {
  const { folded } = scene;
  const seen = new Map<string, Span | null>();
  for (const m of scene.document.meetings) {
    const name = folded.slice(m.span.start, m.span.end);
    const short = name.replace(ORDINAL, '');
    if (short === name || short.length < 4 || short.length > 20 || !HAN.test(short[0]!)) continue;
    const before = seen.get(short);
    // Two meetings with one short form: it may mean either.
    if (before && termKey(folded.slice(before.start, before.end)) !== termKey(name)) seen.set(short, null);
    else if (before === undefined) seen.set(short, m.span);
  }
  const found: { short: string; full: Span; spans: Span[] }[] = [];
  for (const [short, full] of seen) {
    if (!full) continue;
    const spans: Span[] = [];
    for (let at = folded.indexOf(short); at >= 0; at = folded.indexOf(short, at + short.length)) {
      spans.push({ start: at, end: at + short.length });
    }
    if (spans.length > 0) found.push({ short: termKey(short), full, spans });
  }
  return found;
}
