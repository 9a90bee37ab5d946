/** A callback at an instant. */
export interface Timer {
  readonly at: number;
  /** Order among timers of one instant. */
  readonly order: number;
  readonly callback: () => void;
  cancelled: boolean;
}

/** Timers by instant, then by the order in which they were set. A binary heap. */
export class TimerQueue {
  private readonly heap: Timer[] = [];
  private added = 0;

  add(at: number, callback: () => void): Timer {
    const timer: Timer = { at, order: this.added++, callback, cancelled: false };
    this.heap.push(timer);
    this.rise(this.heap.length - 1);
    return timer;
  }

  /** The next timer that has not been cancelled. */
  peek(): Timer | undefined {
    while (this.heap[0]?.cancelled === true) this.removeFirst();
    return this.heap[0];
  }

  /** Takes the next timer if it is due. */
  take(now: number): Timer | undefined {
    const next = this.peek();
    if (next === undefined || next.at > now) return undefined;
    this.removeFirst();
    return next;
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private before(left: number, right: number): boolean {
    const [a, b] = [this.heap[left] as Timer, this.heap[right] as Timer];
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  private swap(left: number, right: number): void {
    [this.heap[left], this.heap[right]] = [this.heap[right] as Timer, this.heap[left] as Timer];
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.heap.length && this.before(left, least)) least = left;
      if (right < this.heap.length && this.before(right, least)) least = right;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }
}
