/**
 * Expressions that are tried only where the text has a character that one of their matches begins (or ends) with, which
 * is read from their source. Changes for speed alone.
 */
import { UnitSet } from './words.ts';

/** Every character: where a class is not spelled out. */
const ANY = null;
type Edge = string | typeof ANY;

/** A part of an expression: the characters it can begin and end with, and whether it can match nothing. */
interface Part {
  readonly first: Edge;
  readonly last: Edge;
  readonly empty: boolean;
  /** Whether all its matches begin (or end) where the text does. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const one = (edge: Edge): Part => ({ first: edge, last: edge, empty: false, opens: false, closes: false });
const NOTHING: Part = { ...one(''), empty: true };
const both = (a: Edge, b: Edge): Edge => (a === ANY || b === ANY ? ANY : a + b);
const either = (a: Part, b: Part): Part => ({
  first: both(a.first, b.first),
  last: both(a.last, b.last),
  empty: a.empty || b.empty,
  opens: a.opens && b.opens,
  closes: a.closes && b.closes,
});
const behind = (a: Part, b: Part): Part => ({
  first: a.empty ? both(a.first, b.first) : a.first,
  last: b.empty ? both(a.last, b.last) : b.last,
  empty: a.empty && b.empty,
  opens: a.opens || (a.empty && a.first === '' && b.opens),
  closes: b.closes || (b.empty && b.last === '' && a.closes),
});

/** Wider ranges count as any character. */
const WIDEST = 128;

function range(from: Edge, to: Edge): Edge {
  if (from === ANY || to === ANY) return ANY;
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  if (last - first > WIDEST) return ANY;
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function ofWords(words: readonly string[]): Part {
  let first = '';
  let last = '';
  for (const word of words) {
    first += word[0];
    last += word[word.length - 1];
  }
  return { first, last, empty: false, opens: false, closes: false };
}

const TIMES = /(?:[?*+]|\{(\d+)[^}]*\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]))?/y;

/** Words of a list, up to the bracket that closes it. */
const WORDS = /[\u4e00-\u9fff]+(?:\|[\u4e00-\u9fff]+)*(?=\))/y;
/** What neither begins nor ends a group or an alternative. */
const INNER = /(?:[^\\[()|]|\\.|\[(?:[^\]\\]|\\.)*\])+/y;
const REPEATS = '?*+{';

/** Reads the parts of a source, or only how they begin. Named groups and backward references are not known. */
class Source {
  readonly #text: string;
  readonly #firstOnly: boolean;
  #at = 0;

  constructor(text: string, firstOnly: boolean) {
    this.#text = text;
    this.#firstOnly = firstOnly;
  }

  alternatives(): Part {
    let all = this.#sequence();
    while (this.#text[this.#at] === '|') {
      this.#at++;
      all = either(all, this.#sequence());
    }
    return all;
  }

  #sequence(): Part {
    let whole = NOTHING;
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at]!)) {
      whole = behind(whole, this.#repeated());
      if (!this.#firstOnly || whole.empty) continue;
      this.#skip();
      break;
    }
    return whole;
  }

  /** Passes over the rest of an alternative. */
  #skip(): void {
    for (let depth = 0; this.#at < this.#text.length; ) {
      if (this.#token(INNER) !== null) continue;
      const c = this.#text[this.#at]!;
      if (depth === 0 && c !== '(') return;
      if (c === '(') depth++;
      if (c === ')') depth--;
      this.#at++;
    }
  }

  #repeated(): Part {
    const atom = this.#atom();
    if (this.#at === this.#text.length || !REPEATS.includes(this.#text[this.#at]!)) return atom;
    const times = this.#token(TIMES)!;
    const optional = times[0][0] === '?' || times[0][0] === '*' || times[1] === '0';
    return optional ? { ...atom, empty: true, opens: false, closes: false } : atom;
  }

  #atom(): Part {
    const c = this.#text[this.#at]!;
    if (c === '(') return this.#group();
    if (c === '[') return this.#class();
    this.#at++;
    if (c === '^') return { ...NOTHING, opens: true };
    if (c === '$') return { ...NOTHING, closes: true };
    return one(c === '.' ? ANY : c === '\\' ? this.#escaped() : c);
  }

  #token(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text);
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #escaped(): Edge {
    const c = this.#text[this.#at++]!;
    if (c === 'd') return '0123456789';
    if (c !== 'u') return /[a-zA-Z0-9]/.test(c) ? ANY : c;
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(this.#text.slice(this.#at - 4, this.#at), 16));
  }

  #group(): Part {
    const opening = this.#token(GROUP)![0];
    const words = this.#token(WORDS);
    const inner = words === null ? this.alternatives() : ofWords(words[0].split('|'));
    this.#at++;
    return /[=!]$/.test(opening) ? NOTHING : inner;
  }

  #class(): Part {
    let all: Edge = this.#text[++this.#at] === '^' ? ANY : '';
    while (this.#text[this.#at] !== ']') {
      const from = this.#member();
      const ranges = this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']';
      if (ranges) this.#at++;
      all = both(all, ranges ? range(from, this.#member()) : from);
    }
    this.#at++;
    return one(all);
  }

  #member(): Edge {
    const c = this.#text[this.#at++]!;
    return c === '\\' ? this.#escaped() : c;
  }
}

const inCase = (edge: Edge, { ignoreCase }: RegExp): Edge =>
  edge === ANY || !ignoreCase ? edge : edge + edge.toLowerCase() + edge.toUpperCase();

function openingUnits(expression: RegExp): Edge {
  const { first, empty, opens } = new Source(expression.source, true).alternatives();
  return empty || !opens ? ANY : inCase(first, expression);
}

/** The characters that the matches begin with; null where they may be any, stand anywhere or match nothing. */
export function openings(expression: RegExp): UnitSet | null {
  const units = openingUnits(expression);
  return units === ANY ? null : new UnitSet(units);
}

/** The characters that the matches end with; null as for `openings`. */
export function closings(expression: RegExp): UnitSet | null {
  const { last, empty, closes } = new Source(expression.source, false).alternatives();
  const units = empty || !closes ? ANY : inCase(last, expression);
  return units === ANY ? null : new UnitSet(units);
}

const known = (units: UnitSet | null, expression: RegExp): UnitSet => {
  if (units === null) throw new Error(`no edge can be read from ${expression.source}`);
  return units;
};

/** An expression that begins with `^`, for short texts. */
export class Opening {
  readonly #expression: RegExp;
  readonly #opens: UnitSet;

  constructor(expression: RegExp) {
    this.#expression = expression;
    this.#opens = known(openings(expression), expression);
  }

  test(text: string): boolean {
    return this.#opens.has(text.charCodeAt(0)) && this.#expression.test(text);
  }
}

/** One of several expressions for a whole line. Those that can begin with any character are tried on every line. */
export class AnyLine {
  readonly #all: RegExp;
  readonly #rest: RegExp | null;
  readonly #opens: UnitSet;

  /** `join` makes one expression of several. */
  constructor(expressions: readonly RegExp[], join: (expressions: readonly RegExp[]) => RegExp) {
    const rest: RegExp[] = [];
    let all = '';
    for (const expression of expressions) {
      const units = openingUnits(expression);
      if (units === ANY) rest.push(expression);
      else all += units;
    }
    this.#opens = new UnitSet(all);
    this.#all = join(expressions);
    this.#rest = rest.length === 0 ? null : join(rest);
  }

  test(line: string): boolean {
    if (this.#opens.has(line.charCodeAt(0))) return this.#all.test(line);
    return this.#rest?.test(line) ?? false;
  }
}

/** An expression that begins with `^`, tried on the `reach` characters at a place. */
export class Behind {
  readonly #expression: RegExp;
  readonly #reach: number;
  readonly #opens: UnitSet;

  constructor(expression: RegExp, reach: number) {
    this.#expression = expression;
    this.#reach = reach;
    this.#opens = known(openings(expression), expression);
  }

  /** Whether it matches at `at` in what stands before `end`. */
  test(text: string, at: number, end = text.length): boolean {
    return (
      at < end &&
      this.#opens.has(text.charCodeAt(at)) &&
      this.#expression.test(text.slice(at, Math.min(end, at + this.#reach)))
    );
  }

  /** How many characters it matches there; 0 where it does not. */
  length(text: string, at: number, end = text.length): number {
    if (at >= end || !this.#opens.has(text.charCodeAt(at))) return 0;
    return this.#expression.exec(text.slice(at, Math.min(end, at + this.#reach)))?.[0].length ?? 0;
  }
}

/** An expression that ends with `$`, tried on the `reach` characters before a place. */
export class Before {
  readonly #expression: RegExp;
  readonly #reach: number;
  readonly #closes: UnitSet;

  constructor(expression: RegExp, reach: number) {
    this.#expression = expression;
    this.#reach = reach;
    this.#closes = known(closings(expression), expression);
  }

  /** Whether it matches before `at`, no further back than `from`. */
  test(text: string, at: number, from = 0): boolean {
    return (
      at > from &&
      this.#closes.has(text.charCodeAt(at - 1)) &&
      this.#expression.test(text.slice(Math.max(from, at - this.#reach), at))
    );
  }
}
