import type { Result } from "@motcua/procedure";
import { refused } from "@motcua/procedure";
import type { Handlers, Quote } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

export async function quote(_ports: Ports, _request: Parameters<Handlers["quote"]>[0]): Promise<Result<Quote>> {
  return refused(problem("unknown-procedure"));
}
