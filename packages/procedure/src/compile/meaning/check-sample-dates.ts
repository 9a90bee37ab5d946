import { isIsoDay } from "@motcua/calendar";
import type { ProcedureFile } from "../../definition.ts";
import type { Problem } from "../../problem.ts";
import type { Sample } from "../../procedure.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

/** Times of a sample in the order they must have, by JSON Pointer. */
const ORDER = ["/submittedAt", "/acceptedAt", "/expected/due", "/expected/finalDue"] as const;

/** Times of a sample that do not exist, are out of order, or at which its procedure is not in force. */
export function checkSampleDates(file: ParsedFile, procedure: Pick<ProcedureFile, "effective">): readonly Problem[] {
  const sample = file.value as Sample;
  const { due, finalDue } = sample.expected;
  const times = [sample.submittedAt, sample.acceptedAt, due, finalDue].map((time, index) => ({ time, pointer: ORDER[index] ?? "" })).filter(({ time }) => time !== undefined);
  const unreal = times.filter(({ time = "" }) => !isIsoDay(time.slice(0, 10)) || Number.isNaN(Date.parse(time)));
  const papers = sample.documents.flatMap(({ issuedOn }, index) => (issuedOn === undefined || isIsoDay(issuedOn) ? [] : [{ pointer: `/documents/${index}/issuedOn` }]));
  if (unreal.length + papers.length > 0) return [...unreal, ...papers].map(({ pointer }) => definitionProblem({ code: "not-a-date", file, pointer }));
  const late = times.slice(1).flatMap(({ time = "", pointer }, index) => {
    const before = times[index];
    return before !== undefined && isEarlier(time, before.time ?? "") ? [definitionProblem({ code: "sample-dates-order", file, pointer, given: { name: nameOf(pointer), before: nameOf(before.pointer) } })] : [];
  });
  return [...late, ...inForce(file, sample, procedure)];
}

/** A date alone is the whole of its day. */
function isEarlier(time: string, other: string): boolean {
  return time.length === 10 || other.length === 10 ? time.slice(0, 10) < other.slice(0, 10) : Date.parse(time) < Date.parse(other);
}

function nameOf(pointer: string): string {
  return pointer.split("/").at(-1) ?? "";
}

function inForce(file: ParsedFile, { submittedAt }: Sample, { effective: { from, to } }: Pick<ProcedureFile, "effective">): readonly Problem[] {
  const day = submittedAt.slice(0, 10);
  if (day >= from && (to === undefined || day <= to)) return [];
  return [definitionProblem({ code: "sample-outside-period", file, pointer: "/submittedAt", given: { from, to: to ?? "…" } })];
}
