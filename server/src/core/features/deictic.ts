/**
 * Which body or place a word means in this document: 市委 is the committee of the document's city, 我省 its province.
 * Changes when such words are resolved by something else than the document's place.
 */
import { type Place, placeEndingAt } from '../document/mentions/places.ts';
import { fold } from '../text/fold.ts';
import { type Span, touches } from '../text/span.ts';
import { BODY_NAMES, type BodyName, LEVELS, OWN } from './deictic.data.ts';

export interface Deictic {
  readonly span: Span;
  readonly place: Place;
  /** Null for a word that means the place itself. */
  readonly body: BodyName | null;
}

const BODY = new RegExp(`([${LEVELS}])(${BODY_NAMES.map((b) => b.short).join('|')})`, 'g');
const PLACE = new RegExp(`[${OWN}]([${LEVELS}])(?!域)`, 'g');
const REACH = 12;

/** The place of this level that holds the document's own: 市 of 杭州市滨江区 is 杭州市. Null where the region does not tell. */
function placeOf(region: string, level: string): Place | null {
  const folded = fold(region);
  for (let at: Place | null = placeEndingAt(folded, folded.length)?.place ?? null; at; at = at.parent) {
    if (at.name.endsWith(level) && !at.name.endsWith('自治区')) return at;
  }
  return null;
}

/** The word at `offset` that means a body or place of the document's own; null where none stands or nothing tells which. */
export function deicticAt(text: string, region: string | null, offset: number): Deictic | null {
  if (region === null) return null;
  const from = Math.max(0, offset - REACH);
  const around = fold(text.slice(from, offset + REACH));
  const pick = (pattern: RegExp): { span: Span; match: RegExpMatchArray } | null => {
    for (const match of around.matchAll(pattern)) {
      const span = { start: from + match.index, end: from + match.index + match[0].length };
      if (touches(span, offset)) return { span, match };
    }
    return null;
  };
  const own = pick(PLACE);
  if (own) {
    const place = placeOf(region, own.match[1]!);
    return place && { span: own.span, place, body: null };
  }
  const found = pick(BODY);
  if (!found || !bare(around, found.span.start - from)) return null;
  const place = placeOf(region, found.match[1]!);
  const body = BODY_NAMES.find((b) => b.short === found.match[2]);
  return place && body ? { span: found.span, place, body } : null;
}

/** 杭州市委 names its place, 原市委, 各区委 and 县市委 mean others. */
function bare(around: string, at: number): boolean {
  if (placeEndingAt(around, at + 1) !== null) return false;
  const before = around.slice(Math.max(0, at - 2), at);
  // 省市区委 are three committees of the own places; 各县市委 are those of others.
  return !/[各原省市区县州盟旗]$/.test(before) || /省市?$/.test(before);
}

/** The full name in Chinese, and what it is in English. */
export function fullName({ place, body }: Deictic): { readonly zh: string; readonly en: string } {
  if (!body) return { zh: place.path, en: place.path };
  return { zh: body.zh.replace('{}', place.path), en: body.en.replace('{}', place.path) };
}
