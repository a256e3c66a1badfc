/**
 * Compares two versions of a text: which unit of the old one is which unit of the new one.
 * Changes when the way of finding what was kept, and what was moved, changes.
 *
 * Clauses that occur once on both sides are the anchors (patience diff); what lies between two anchors is compared unit
 * by unit (Myers 1986, greedy, bounded); clauses that were left over on both sides and are equal were moved. A Chinese
 * paragraph is one line, so a diff by lines would lose all of it for one changed character.
 */
import type { Comparable } from './comparable.ts';

export interface Matching {
  /** For each unit of the old text the unit of the new text, or -1. */
  readonly to: Int32Array;
  /** For each unit of the old text: 0 lost, 1 kept in order, 2 moved. */
  readonly kind: Uint8Array;
  /** For each unit of the new text the unit of the old text, or -1: inserted. */
  readonly from: Int32Array;
}

const DELIMITERS = new Set([...',.;:!?…'].map((c) => c.charCodeAt(0)));
/** Above this many differences two stretches have nothing in common. */
const MOST_DIFFERENCES = 700;
/** Shorter islands between two changes are chance. */
const MOVED_AT_LEAST = 6;

interface Tokens {
  readonly ids: Int32Array;
  readonly start: Int32Array;
}

function tokenize(text: string, from: number, to: number, ids: Map<string, number>): Tokens {
  const list: number[] = [];
  const start: number[] = [];
  let begin = from;
  for (let i = from; i < to; i++) {
    if (!DELIMITERS.has(text.charCodeAt(i)) && i + 1 < to && i + 1 - begin < 400) continue;
    const token = text.slice(begin, i + 1);
    let id = ids.get(token);
    if (id === undefined) {
      id = ids.size;
      ids.set(token, id);
    }
    list.push(id);
    start.push(begin);
    begin = i + 1;
  }
  start.push(to);
  return { ids: Int32Array.from(list), start: Int32Array.from(start) };
}

/** Longest increasing subsequence of `values` by index. */
function increasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Int32Array(values.length);
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (values[tails[mid]!]! < value) low = mid + 1;
      else high = mid;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const out: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) out.push(i);
  return out.reverse();
}

class Differ {
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly #a: string;
  readonly #b: string;

  constructor(a: string, b: string) {
    this.#a = a;
    this.#b = b;
    this.to = new Int32Array(a.length).fill(-1);
    this.kind = new Uint8Array(a.length);
    this.from = new Int32Array(b.length).fill(-1);
  }

  match(i: number, j: number, length: number, kind: number): void {
    for (let k = 0; k < length; k++) {
      this.to[i + k] = j + k;
      this.kind[i + k] = kind;
      this.from[j + k] = i + k;
    }
  }

  /** Stretches of units, clauses as landmarks; what both begin and end with is cut off at the ends of clauses. */
  align(a0: number, a1: number, b0: number, b1: number): void {
    const a = this.#a;
    const b = this.#b;
    const most = Math.min(a1 - a0, b1 - b0);
    let head = 0;
    while (head < most && a.charCodeAt(a0 + head) === b.charCodeAt(b0 + head)) head++;
    if (head < a1 - a0 || head < b1 - b0) while (head > 0 && !DELIMITERS.has(a.charCodeAt(a0 + head - 1))) head--;
    let tail = 0;
    while (tail < most - head && a.charCodeAt(a1 - 1 - tail) === b.charCodeAt(b1 - 1 - tail)) tail++;
    while (tail > 0 && !DELIMITERS.has(a.charCodeAt(a1 - tail - 1))) tail--;
    this.match(a0, b0, head, 1);
    this.match(a1 - tail, b1 - tail, tail, 1);
    const [i0, i1, j0, j1] = [a0 + head, a1 - tail, b0 + head, b1 - tail];
    if (i0 === i1 || j0 === j1) return;
    const ids = new Map<string, number>();
    const ta = tokenize(a, i0, i1, ids);
    const tb = tokenize(b, j0, j1, ids);
    this.#patience(ta, 0, ta.ids.length, tb, 0, tb.ids.length);
  }

  #patience(ta: Tokens, a0: number, a1: number, tb: Tokens, b0: number, b1: number): void {
    // An explicit stack: a document may have thousands of anchors one below the other.
    const work: [number, number, number, number][] = [[a0, a1, b0, b1]];
    while (work.length > 0) {
      let [i0, i1, j0, j1] = work.pop()!;
      while (i0 < i1 && j0 < j1 && ta.ids[i0] === tb.ids[j0]) this.#token(ta, i0++, tb, j0++);
      while (i0 < i1 && j0 < j1 && ta.ids[i1 - 1] === tb.ids[j1 - 1]) this.#token(ta, --i1, tb, --j1);
      if (i0 === i1 || j0 === j1) continue;
      const anchors = this.#anchors(ta, i0, i1, tb, j0, j1);
      if (anchors.length === 0) {
        this.#units(ta.start[i0]!, ta.start[i1]!, tb.start[j0]!, tb.start[j1]!);
        continue;
      }
      let [i, j] = [i0, j0];
      for (const [ai, bj] of anchors) {
        work.push([i, ai, j, bj]);
        this.#token(ta, ai, tb, bj);
        [i, j] = [ai + 1, bj + 1];
      }
      work.push([i, i1, j, j1]);
    }
  }

  #token(ta: Tokens, i: number, tb: Tokens, j: number): void {
    this.match(ta.start[i]!, tb.start[j]!, ta.start[i + 1]! - ta.start[i]!, 1);
  }

  #anchors(ta: Tokens, i0: number, i1: number, tb: Tokens, j0: number, j1: number): [number, number][] {
    const once = (t: Tokens, from: number, to: number): Map<number, number> => {
      const map = new Map<number, number>();
      for (let i = from; i < to; i++) map.set(t.ids[i]!, map.has(t.ids[i]!) ? -1 : i);
      return map;
    };
    const inA = once(ta, i0, i1);
    const inB = once(tb, j0, j1);
    const pairs: [number, number][] = [];
    for (const [id, i] of inA) {
      const j = inB.get(id);
      // A clause of two characters (`同时，`) says little about where it belongs.
      if (i >= 0 && j !== undefined && j >= 0 && ta.start[i + 1]! - ta.start[i]! > 3) pairs.push([i, j]);
    }
    return increasing(pairs.map(([, j]) => j)).map((k) => pairs[k]!);
  }

  /** Myers' greedy algorithm on units, with its trace; gives up beyond a bound. */
  #units(a0: number, a1: number, b0: number, b1: number): void {
    const a = this.#a;
    const b = this.#b;
    let [i0, i1, j0, j1] = [a0, a1, b0, b1];
    while (i0 < i1 && j0 < j1 && a.charCodeAt(i0) === b.charCodeAt(j0)) this.match(i0++, j0++, 1, 1);
    while (i0 < i1 && j0 < j1 && a.charCodeAt(i1 - 1) === b.charCodeAt(j1 - 1)) this.match(--i1, --j1, 1, 1);
    const n = i1 - i0;
    const m = j1 - j0;
    if (n === 0 || m === 0) return;
    const most = Math.min(n + m, MOST_DIFFERENCES);
    const offset = most + 1;
    let v = new Int32Array(2 * offset + 1);
    const trace: Int32Array[] = [];
    let found = -1;
    for (let d = 0; d <= most && found < 0; d++) {
      trace.push(v.slice(offset - d - 1, offset + d + 2));
      for (let k = -d; k <= d; k += 2) {
        const down = k === -d || (k !== d && v[offset + k - 1]! < v[offset + k + 1]!);
        let x = down ? v[offset + k + 1]! : v[offset + k - 1]! + 1;
        while (x < n && x - k < m && a.charCodeAt(i0 + x) === b.charCodeAt(j0 + x - k)) x++;
        v[offset + k] = x;
        if (x >= n && x - k >= m) {
          found = d;
          break;
        }
      }
    }
    v = new Int32Array(0);
    if (found < 0) return;
    const runs: [number, number, number][] = [];
    let x = n;
    let y = m;
    for (let d = found; d >= 0; d--) {
      const row = trace[d]!;
      const at = (k: number): number => row[k + d + 1]!;
      const k = x - y;
      const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
      const before = d === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
      const start = d === 0 ? 0 : before;
      if (x > start) runs.push([start, start - k, x - start]);
      if (d === 0) break;
      x = down ? before : before - 1;
      y = x - (down ? k + 1 : k - 1);
    }
    for (const [i, j, length] of meaningful(runs.reverse(), n, m)) this.match(i0 + i, j0 + j, length, 1);
  }

  /** Finds stretches of lost clauses that occur among the inserted ones. */
  moves(): void {
    const ids = new Map<string, number>();
    const a = this.#a;
    const b = this.#b;
    const lost = this.#free(this.to, a, ids);
    const inserted = this.#free(this.from, b, ids);
    for (const [id, i] of lost) {
      const j = inserted.get(id);
      if (i < 0 || j === undefined || j < 0 || this.to[i]! >= 0 || this.from[j]! >= 0) continue;
      let [s, t] = [i, j];
      while (s > 0 && t > 0 && this.to[s - 1]! < 0 && this.from[t - 1]! < 0 && a[s - 1] === b[t - 1]) {
        s--;
        t--;
      }
      let length = 0;
      while (
        s + length < a.length &&
        t + length < b.length &&
        this.to[s + length]! < 0 &&
        this.from[t + length]! < 0 &&
        a[s + length] === b[t + length]
      ) {
        length++;
      }
      if (length >= MOVED_AT_LEAST) this.match(s, t, length, 2);
    }
  }

  /** Clauses of which no unit is matched, with the place of each; -1 where it occurs more than once. */
  #free(matched: Int32Array, text: string, ids: Map<string, number>): Map<number, number> {
    const out = new Map<number, number>();
    for (let i = 0; i < text.length; ) {
      if (matched[i]! >= 0) {
        i++;
        continue;
      }
      let end = i;
      while (end < text.length && matched[end]! < 0) end++;
      const tokens = tokenize(text, i, end, ids);
      for (let k = 0; k < tokens.ids.length; k++) {
        const id = tokens.ids[k]!;
        out.set(id, out.has(id) ? -1 : tokens.start[k]!);
      }
      i = end;
    }
    return out;
  }
}

/** Leaves out islands that are shorter than the changes around them: chance, not text that was kept. */
function meaningful(runs: [number, number, number][], n: number, m: number): [number, number, number][] {
  const kept = [...runs];
  for (let again = true; again; ) {
    again = false;
    for (let r = 0; r < kept.length; r++) {
      const [i, j, length] = kept[r]!;
      const before = kept[r - 1];
      const after = kept[r + 1];
      const left = Math.max(i - (before ? before[0] + before[2] : 0), j - (before ? before[1] + before[2] : 0));
      const right = Math.max((after ? after[0] : n) - i - length, (after ? after[1] : m) - j - length);
      if (length > 8 || length >= left || length >= right) continue;
      kept.splice(r, 1);
      again = true;
      break;
    }
  }
  return kept;
}

/** Compares two texts in comparable form. Near linear for texts that have clauses in common. */
export function diff(a: Comparable, b: Comparable): Matching {
  const differ = new Differ(a.text, b.text);
  differ.align(0, a.text.length, 0, b.text.length);
  differ.moves();
  return { to: differ.to, kind: differ.kind, from: differ.from };
}
