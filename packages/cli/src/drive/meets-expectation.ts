import type { DossierState } from "@motcua/dossier";
import { isError, moneyText, type Sample } from "@motcua/procedure";
import type { Driven } from "./drive-sample.ts";
import { sameInstant } from "./same-instant.ts";

/** Where a driven sample differs from what it says must come of it; nothing when it ended as it should. */
export function meetsExpectation(sample: Sample, driven: Driven): readonly string[] {
  const { expected } = sample;
  if (driven.kind === "refused") {
    const got = driven.problems.filter(isError).map(({ code, pointer }) => `${code} ${pointer}`);
    if (expected.outcome === "accepted") return [`bị từ chối: ${got.join(", ")}`];
    if (expected.outcome === "gate") {
      const gate = `gate-${(expected.gate ?? "").replaceAll("_", "-")}`;
      return driven.problems.some(({ code }) => code === gate) ? [] : [`thiếu ${gate}, có ${got.join(", ")}`];
    }
    const wanted = (expected.problems ?? []).filter(({ severity }) => severity !== "warning").map(({ code, pointer }) => `${code} ${pointer}`);
    return [
      ...wanted.filter((problem) => !got.includes(problem)).map((problem) => `thiếu lỗi ${problem}`),
      ...got.filter((problem) => !wanted.includes(problem)).map((problem) => `thừa lỗi ${problem}`),
    ];
  }
  if (expected.outcome !== "accepted") return [`được tiếp nhận dù phải là ${expected.outcome}`];
  const { state } = driven;
  return [
    differs("trạng thái", state.nationalStatus, expected.nationalStatus ?? 10),
    differs("trường hợp", state.case, expected.case),
    differs("hẹn trả", driven.printedDue, expected.due, sameInstant),
    differs("hẹn trả sau cùng", state.due, expected.finalDue, sameInstant),
    ...Object.entries(expected.fees ?? {}).map(([id, wanted]) => differs(`phí ${id}`, feeOf(state, id), typeof wanted === "object" && wanted !== null ? moneyText(wanted) : wanted)),
  ].filter((fault) => fault !== undefined);
}

function feeOf({ fees }: DossierState, id: string): number | string | null {
  const fee = fees.find((one) => one.id === id);
  return fee?.foreign === undefined ? (fee?.vnd ?? null) : moneyText(fee.foreign);
}

function differs<T>(what: string, got: T, wanted: T | undefined, same: (a: T, b: T) => boolean = (a, b) => a === b): string | undefined {
  return wanted === undefined || same(got, wanted) ? undefined : `${what}: ${String(got)}, phải là ${String(wanted)}`;
}
