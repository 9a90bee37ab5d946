import type { Change, Execution, Head } from "../execution/execution.ts";
import type { Frame } from "../execution/frame.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { Json } from "../json.ts";

/** A change being written: what has been put and removed is seen by what follows. */
export class Draft {
  readonly now: number;
  head: Head;
  private readonly execution: Execution;
  private readonly written = new Map<number, Frame>();
  /** States entered or tried again by this change. */
  readonly counted: string[] = [];
  private readonly removed = new Set<number>();
  private readonly events: HistoryEvent[] = [];

  constructor(execution: Execution, now: number) {
    this.execution = execution;
    this.now = now;
    this.head = execution.head;
  }

  /** Whether the execution was closed before or by this change. */
  get closed(): boolean {
    return this.head.status !== "RUNNING";
  }

  frame(id: number): Frame | undefined {
    return this.removed.has(id) ? undefined : (this.written.get(id) ?? this.execution.frames.get(id));
  }

  frames(): readonly Frame[] {
    const ids = new Set([...this.execution.frames.keys(), ...this.written.keys()]);
    return [...ids].flatMap((id) => this.frame(id) ?? []);
  }

  childrenOf(parent: number): readonly Frame[] {
    return this.frames()
      .filter((frame) => frame.parent === parent)
      .sort((left, right) => left.index - right.index);
  }

  put(frame: Frame): Frame {
    this.written.set(frame.id, frame);
    return frame;
  }

  remove(id: number): void {
    this.written.delete(id);
    this.removed.add(id);
  }

  /** Writes an event of a frame's thread; the frame put is the one returned. */
  event(frame: Frame, type: string, details: Readonly<Record<string, Json | undefined>> = {}): Frame {
    const id = this.write(frame.lastEvent, type, details);
    return this.put({ ...frame, lastEvent: id });
  }

  /** Writes an event of the execution itself. */
  write(previousEventId: number, type: string, details: Readonly<Record<string, Json | undefined>>): number {
    const id = this.head.events + 1;
    this.head = { ...this.head, events: id };
    const known = Object.fromEntries(Object.entries(details).filter((entry): entry is [string, Json] => entry[1] !== undefined));
    this.events.push({ id, previousEventId, timestamp: this.now, type, details: known });
    return id;
  }

  /** Counts what AWS bills: a state's entry or retry. */
  countTransition(state: string): void {
    this.head = { ...this.head, transitions: this.head.transitions + 1 };
    this.counted.push(state);
  }

  newFrameId(): number {
    const id = this.head.nextFrame;
    this.head = { ...this.head, nextFrame: id + 1 };
    return id;
  }

  change(): Change {
    return { head: this.head, frames: [...this.written.values()], removed: [...this.removed].filter((id) => this.execution.frames.has(id)), events: this.events };
  }
}
