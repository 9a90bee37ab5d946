import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("every item is taken once, whoever asks", () => {
  const [memory, items] = [Turns.begin(), Array.from({ length: 100 }, (_, index) => index)];
  const [one, other] = [new Turns(memory).of(items), new Turns(memory).of(items)];
  const taken = [one.next().value, other.next().value, other.next().value, ...one, ...other];
  expect(taken).toEqual(items);
});
