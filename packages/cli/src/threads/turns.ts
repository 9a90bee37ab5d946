/** Turns that threads take at a list: each item is taken once, by whoever is free first. */
export class Turns {
  readonly #next: Int32Array;

  /** @param memory of {@link begin}, the same in all threads */
  constructor(memory: SharedArrayBuffer) {
    this.#next = new Int32Array(memory);
  }

  /** Memory for turns nobody has taken. */
  static begin(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  }

  /** The items that fall to whoever asks. */
  *of<Item>(items: readonly Item[]): Generator<Item, void> {
    for (let index = this.#take(); index < items.length; index = this.#take()) yield items[index] as Item;
  }

  #take(): number {
    return Atomics.add(this.#next, 0, 1);
  }
}
