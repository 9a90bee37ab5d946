import type { Pause, PausePolicy } from "@motcua/calendar";
import { CommandFailure, EXIT } from "../exit.ts";
import { parseInstant } from "./parse-instant.ts";

const POLICIES: readonly PausePolicy[] = ["RESTART", "EXTEND", "SUBTRACT", "NONE"];

/** A pause as typed: `2026-03-03T10:00/2026-03-05T14:30:EXTEND`. @throws CommandFailure when it is none */
export function parsePause(text: string): Pause {
  const colon = text.lastIndexOf(":");
  const policy = POLICIES.find((name) => name === text.slice(colon + 1).toUpperCase());
  const [from, to, ...more] = text.slice(0, colon).split("/");
  if (policy === undefined || from === undefined || to === undefined || more.length > 0) {
    throw new CommandFailure(`--pause ${text}: cần TỪ/ĐẾN:CHÍNH_SÁCH, ví dụ 2026-03-03T10:00/2026-03-05T14:30:EXTEND; chính sách: ${POLICIES.join(", ")}.`, EXIT.usage);
  }
  const pause = { from: parseInstant(from, "--pause"), to: parseInstant(to, "--pause"), policy };
  if (Date.parse(pause.to) <= Date.parse(pause.from)) throw new CommandFailure(`--pause ${text}: thời điểm tiếp tục phải sau thời điểm tạm dừng.`, EXIT.usage);
  return pause;
}
