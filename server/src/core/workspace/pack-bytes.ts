/**
 * Packs as bytes and back, for keeping them in a file: numbers in as few bytes as they need, words as UTF-16.
 * Changes when a pack holds something else. Both ways on one machine: the order of bytes is the machine's own.
 */
import type { Pack } from './pack.ts';

/** Units that one call can turn into a string. */
const CHUNK = 4096;

/** Small numbers of either sign become small: 0, -1, 1, -2 … */
const zigzag = (n: number): number => ((n << 1) ^ (n >> 31)) >>> 0;

export class ByteWriter {
  #bytes = new Uint8Array(16 * 1024);
  #length = 0;

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  num(n: number): this {
    this.#room(5);
    let rest = zigzag(n);
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
    return this;
  }

  nums(numbers: ArrayLike<number>): this {
    this.num(numbers.length);
    for (let i = 0; i < numbers.length; i++) this.num(numbers[i]!);
    return this;
  }

  words(text: string): this {
    this.num(text.length);
    this.#room(2 * text.length);
    const units = new Uint16Array(text.length);
    for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
    this.#bytes.set(new Uint8Array(units.buffer), this.#length);
    this.#length += 2 * text.length;
    return this;
  }

  pack({ numbers, words }: Pack): this {
    return this.nums(numbers).words(words);
  }

  /** A copy of what was written; the writer begins anew. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }
}

/** Throws a RangeError where the bytes end too early or say something impossible. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  num(): number {
    let n = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || shift > 28) throw new RangeError('no number');
      n |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return (n >>> 1) ^ -(n & 1);
  }

  /** A length that the rest of the bytes can hold, each of its items of `size` bytes at least. */
  #length(size: number): number {
    const n = this.num();
    if (n < 0 || n * size > this.#bytes.length - this.#at) throw new RangeError('no length');
    return n;
  }

  nums(): Int32Array {
    const numbers = new Int32Array(this.#length(1));
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.num();
    return numbers;
  }

  words(): string {
    const length = this.#length(2);
    // A copy, because the units may begin at an odd byte.
    const units = new Uint16Array(this.#bytes.slice(this.#at, this.#at + 2 * length).buffer);
    this.#at += 2 * length;
    const parts: string[] = [];
    for (let i = 0; i < length; i += CHUNK)
      parts.push(String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]));
    return parts.length === 1 ? parts[0]! : parts.join('');
  }

  pack(): Pack {
    const numbers = this.nums();
    return { numbers, words: this.words() };
  }
}
