import type { Result } from "@motcua/procedure";
import { refused } from "@motcua/procedure";
import type { Handlers } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

export async function receipt(_ports: Ports, _by: Parameters<Handlers["receipt"]>[0]): Promise<Result<Uint8Array>> {
  return refused(problem("not-found"));
}
