/**
 * Where the characters stand that the readers of a passage look for: one look at each character, whose answer all readers
 * share, so that none of them goes over the text itself. Changes when a reader looks for other characters.
 */
import { ESTABLISHED, PLACE_PREFIXES } from './data/establishedTerms.ts';
import { POSITIONS } from './data/persons.ts';
import { COMPOSITE_HEADS, PROGRAM_HEADS } from './data/programs.ts';

/** Bits; a character has those of everything that it may be. */
export const ROLE = {
  /** The last character of the head of a programme or of an established name, of a position, of 出席 and the like: these are told by two characters. */
  headEnd: 1,
  positionEnd: 2,
  attendance: 4,
  numeral: 8,
  /** 年, 月, and what parts the numbers of a date. */
  dateMark: 16,
  /** 届, 次 and 大 behind the number of a meeting. */
  meetingMark: 32,
  /** Quotation marks and title marks. */
  pairMark: 64,
  /** What an ordinal begins with, if not with a numeral. */
  ordinalStart: 128,
} as const;

const SINGLE = new Uint16Array(65536);
/** 1 where a character with these low bits may have a role of its own: small enough for the fastest memory. */
const LOW = 2047;
const SINGLES = new Uint8Array(LOW + 1);
const enter = (role: number, characters: string): void => {
  for (const character of characters) {
    SINGLE[character.charCodeAt(0)]! |= role;
    SINGLES[character.charCodeAt(0) & LOW] = 1;
  }
};
enter(ROLE.numeral, '0123456789〇零一二两三四五六七八九十百');
enter(ROLE.dateMark, '年月-./');
enter(ROLE.meetingMark, '届次大');
enter(ROLE.pairMark, '“”‘’《》〈〉"');
enter(ROLE.ordinalStart, '第首其再最①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳（');

/** By what is mixed of two characters: others may share it, so who asks looks again. */
const PAIRS = 8191;
const PAIR = new Uint16Array(PAIRS + 1);
const enterPairs = (role: number, words: Iterable<string>): void => {
  for (const word of words) {
    PAIR[(word.charCodeAt(word.length - 2) * 31 + word.charCodeAt(word.length - 1)) & PAIRS]! |= role;
  }
};
for (const table of [PROGRAM_HEADS, COMPOSITE_HEADS, ESTABLISHED])
  enterPairs(ROLE.headEnd, Object.values(table).flat());
enterPairs(ROLE.headEnd, PLACE_PREFIXES);
enterPairs(ROLE.positionEnd, POSITIONS);
enterPairs(ROLE.attendance, ['出席', '应到', '实到']);

/** The places of a text that have a role. */
export class Sites {
  #at = new Uint32Array(256);
  #roles = new Uint16Array(256);
  #count = 0;
  /** The roles of all places. */
  #all = 0;
  /** Which place was found last. */
  #last = 0;

  /** Takes the places of another text, folded. */
  fill(folded: string): this {
    let at = this.#at;
    let roles = this.#roles;
    let count = 0;
    let all = 0;
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const paired = PAIR[(before * 31 + unit) & PAIRS]!;
      before = unit;
      if ((SINGLES[unit & LOW]! | paired) === 0) continue;
      const role = SINGLE[unit]! | paired;
      if (role === 0) continue;
      if (count === at.length) {
        this.#grow();
        at = this.#at;
        roles = this.#roles;
      }
      at[count] = i;
      roles[count] = role;
      count++;
      all |= role;
    }
    return this.#filled(count, all);
  }

  /** Takes the places of single characters alone, of these roles. */
  fillSingle(folded: string, wanted: number): this {
    let count = 0;
    let all = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      if (SINGLES[unit & LOW] === 0) continue;
      const role = SINGLE[unit]! & wanted;
      if (role === 0) continue;
      if (count === this.#at.length) this.#grow();
      this.#at[count] = i;
      this.#roles[count] = role;
      count++;
      all |= role;
    }
    return this.#filled(count, all);
  }

  #filled(count: number, all: number): this {
    this.#count = count;
    this.#all = all;
    this.#last = 0;
    return this;
  }

  #grow(): void {
    const at = new Uint32Array(2 * this.#at.length);
    const roles = new Uint16Array(at.length);
    at.set(this.#at);
    roles.set(this.#roles);
    this.#at = at;
    this.#roles = roles;
  }

  /** The first place at or behind `from` that has one of the roles, or -1. Cheap where `from` is near the last answer. */
  next(role: number, from: number): number {
    if ((this.#all & role) === 0) return -1;
    const at = this.#at;
    const roles = this.#roles;
    const count = this.#count;
    let k = from === 0 ? 0 : this.#last;
    while (k > 0 && at[k - 1]! >= from) k--;
    while (k < count && (at[k]! < from || (roles[k]! & role) === 0)) k++;
    this.#last = k;
    return k < count ? at[k]! : -1;
  }
}
