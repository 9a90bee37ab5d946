import { is } from "@dongthap/procedures/1.001193/is";

/** Name of the child in a message from a queue; nothing is loaded that could say what is wrong with one. */
export function childOf(message: unknown): string | undefined {
  return is(message) ? message.tre.ho_ten : undefined;
}
