/**
 * Lists of small records as numbers and one string: what a workspace keeps of thousands of documents would otherwise be
 * millions of objects. Changes when records need another kind of value. A reader makes the records anew each time.
 */
import type { Span } from '../text/span.ts';

export interface Pack {
  /** First two numbers for each part: where its numbers and where its words begin. */
  readonly numbers: Int32Array;
  readonly words: string;
}

const NO_NUMBER = -0x80000000;

export class PackWriter {
  readonly #numbers: number[] = [];
  readonly #words: string[] = [];
  readonly #parts: number;
  #part = 0;
  #length = 0;

  constructor(parts: number) {
    this.#parts = parts;
    for (let i = 0; i < 2 * parts; i++) this.#numbers.push(0);
  }

  /** Begins the next part. */
  part(): this {
    this.#numbers[2 * this.#part] = this.#numbers.length;
    this.#numbers[2 * this.#part + 1] = this.#length;
    this.#part++;
    return this;
  }

  num(n: number | null): this {
    this.#numbers.push(n ?? NO_NUMBER);
    return this;
  }

  text(text: string | null): this {
    this.#numbers.push(text === null ? NO_NUMBER : text.length);
    if (text !== null) {
      this.#words.push(text);
      this.#length += text.length;
    }
    return this;
  }

  span(span: Span | null): this {
    return this.num(span === null ? null : span.start).num(span === null ? null : span.end);
  }

  list<T>(items: readonly T[], write: (item: T) => void): this {
    this.#numbers.push(items.length);
    for (const item of items) write(item);
    return this;
  }

  done(): Pack {
    if (this.#part !== this.#parts) throw new Error(`${this.#part} of ${this.#parts} parts written`);
    return { numbers: Int32Array.from(this.#numbers), words: this.#words.join('') };
  }
}

export class PackReader {
  readonly #pack: Pack;
  #at: number;
  #word: number;

  constructor(pack: Pack, part: number) {
    this.#pack = pack;
    this.#at = pack.numbers[2 * part]!;
    this.#word = pack.numbers[2 * part + 1]!;
  }

  /** A number that is never null. */
  int(): number {
    return this.#pack.numbers[this.#at++]!;
  }

  num(): number | null {
    const n = this.int();
    return n === NO_NUMBER ? null : n;
  }

  text(): string | null {
    const length = this.num();
    if (length === null) return null;
    this.#word += length;
    return this.#pack.words.slice(this.#word - length, this.#word);
  }

  /** Passes over some numbers. */
  skip(numbers: number): void {
    this.#at += numbers;
  }

  skipText(): void {
    this.#word += this.num() ?? 0;
  }

  words(): string {
    return this.text() ?? '';
  }

  span(): Span {
    return { start: this.int(), end: this.int() };
  }

  spanOrNull(): Span | null {
    const start = this.num();
    const end = this.num();
    return start === null || end === null ? null : { start, end };
  }

  list<T>(read: () => T): T[] {
    const n = this.int();
    const items: T[] = [];
    for (let i = 0; i < n; i++) items.push(read());
    return items;
  }
}
