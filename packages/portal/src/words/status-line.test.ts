import { describe, expect, it } from "vitest";
import { statusLine, statusMeaning } from "./status-line.ts";

const at = (nationalStatus: number, acceptedAt?: string) => statusLine({ nationalStatus, ...(acceptedAt === undefined ? {} : { acceptedAt }) });
const current = (stages: ReturnType<typeof at>) => stages.filter(({ state }) => state === "current").map(({ name }) => name);

describe("the way of a dossier in a line", () => {
  it("stands where the status says", () => {
    expect(current(at(1))).toEqual(["Đã nộp"]);
    expect(current(at(4, "2026-10-05"))).toEqual(["Đang giải quyết"]);
    expect(current(at(9, "2026-10-05"))).toEqual(["Có kết quả"]);
  });

  it("does not claim acceptance while a supplement is awaited before it", () => {
    expect(current(at(5))).toEqual(["Đã nộp"]);
    expect(current(at(5, "2026-10-05"))).toEqual(["Đang giải quyết"]);
  });

  it("is behind once the result is handed over", () => {
    expect(at(10, "2026-10-05").every(({ state }) => state === "done")).toBe(true);
  });

  it.each([[3, "Không được tiếp nhận"], [7, "Đã rút theo yêu cầu"], [8, "Dừng giải quyết"]])("ends early at status %i with its own word", (status, word) => {
    expect(at(status).at(-1)).toEqual({ name: word, state: "current" });
    expect(at(status).map(({ name }) => name)).not.toContain("Đã trả kết quả");
  });

  it("explains every status", () => {
    for (let status = 1; status <= 10; status += 1) expect(statusMeaning(status)).not.toBe("");
  });
});
