/** A digest of texts, one after the other: the same on every engine, without asking it for cryptography. Not for secrets. */
export class Digest {
  #high = 0xdeadbeef;
  #low = 0x41c6ce57;

  /** Adds a text by its UTF-16 units, lone surrogates included, and where it ends. */
  add(text: string): void {
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at === text.length ? 0x1_0000 : text.charCodeAt(at);
      // cyrb53
      this.#high = Math.imul(this.#high ^ unit, 2654435761);
      this.#low = Math.imul(this.#low ^ unit, 1597334677);
    }
  }

  /** 14 hexadecimal digits. */
  toString(): string {
    let high = Math.imul(this.#high ^ (this.#high >>> 16), 2246822507) ^ Math.imul(this.#low ^ (this.#low >>> 13), 3266489909);
    let low = Math.imul(this.#low ^ (this.#low >>> 16), 2246822507) ^ Math.imul(this.#high ^ (this.#high >>> 13), 3266489909);
    high >>>= 0;
    low >>>= 0;
    return (4_294_967_296 * (2_097_151 & low) + high).toString(16).padStart(14, "0");
  }
}
