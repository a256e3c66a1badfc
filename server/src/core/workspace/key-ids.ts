/** Interning of term keys. Changes when keys need another number. */

/** Numbers for term keys, so that a mention costs a few bytes. */
export class KeyIds {
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];

  id(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#keys.length;
      this.#ids.set(key, id);
      this.#keys.push(key);
    }
    return id;
  }

  /** The number of a key that is known; undefined for others. */
  find(key: string): number | undefined {
    return this.#ids.get(key);
  }

  key(id: number): string {
    return this.#keys[id] ?? '';
  }

  get size(): number {
    return this.#keys.length;
  }
}
