import type { FaultKind, Json } from "./fault.ts";

type Plant = FaultKind["plant"];

const kind = (code: string, name: string, plant: Plant): FaultKind => ({ name, part: "sample", code, plant });
const isAccepted = (file: Json): boolean => file["expected"]["outcome"] === "accepted";

/** Mistakes in a sample: the first of a procedure that is accepted, unless said otherwise. */
export const SAMPLE_FAULTS: readonly FaultKind[] = [
  kind("missing-key", "a sample that expects nothing", (file) => (delete file["expected"], [])),
  kind("unknown-key", "a sample with a misspelt key", (file) => ((file["chanel"] = "online"), ["chanel"])),
  kind("sample-name", "a sample of another name", (file) => ((file["id"] = "khac"), ["id"])),
  kind("unknown-document", "a paper nobody asks for", (file) => (file["documents"].push({ id: "khong_co" }), ["documents", file["documents"].length - 1, "id"])),
  kind("unknown-question", "an answer nobody asked for", (file) => ((file["answers"] = { ...file["answers"], khong_co: true }), ["answers", "khong_co"])),
  kind("unknown-case", "a case nobody declared", (file) => ((file["expected"]["case"] = "khong_co"), ["expected", "case"])),
  kind("unknown-fee", "a fee nobody declared", (file) => ((file["expected"]["fees"] = { khong_co: 1 }), ["expected", "fees", "khong_co"])),
  kind("unknown-gate", "a gate nobody declared", (file) => ((file["expected"]["gate"] = "khong_co"), ["expected", "gate"])),
  kind("unknown-step", "an act at a step nobody declared", (file) => ((file["script"] = [{ step: "khong_co", outcome: "x" }]), ["script", 0, "step"])),
  kind("unknown-outcome", "an outcome its step does not have", (file, { workflow }) => {
    const [id] = Object.entries(workflow["steps"] as Json).find(([, step]) => (step as Json)["kind"] === "intake") ?? [];
    file["script"] = [{ step: id, outcome: "khong_co" }];
    return id === undefined ? undefined : ["script", 0, "outcome"];
  }),
  kind("sample-pointer", "a problem at no place", (file) => ((file["expected"]["problems"] = [{ pointer: "/khac", code: "x" }]), ["expected", "problems", 0, "pointer"])),
  kind("not-a-date", "a filing on a day that does not exist", (file) => ((file["submittedAt"] = "2026-02-30T08:00:00+07:00"), ["submittedAt"])),
  kind("sample-dates-order", "an acceptance before the filing", (file) => ((file["acceptedAt"] = "2020-01-02T08:00:00+07:00"), ["acceptedAt"])),
  kind("sample-outside-period", "a filing before the procedure was in force", (file) => ((file["submittedAt"] = "2019-01-02T08:00:00+07:00"), ["submittedAt"])),
  kind("sample-differs", "a due date the law does not give", (file) => (isAccepted(file) && file["expected"]["due"] !== undefined && file["expected"]["finalDue"] === undefined ? ((file["expected"]["due"] = "2026-12-31T17:00:00+07:00"), ["expected", "due"]) : undefined)),
  kind("sample-differs", "documents the procedure does not ask for", (file) => (isAccepted(file) && file["expected"]["documents"]?.length > 1 ? (file["expected"]["documents"].pop(), ["expected", "documents"]) : undefined)),
  kind("sample-differs", "a fee of another amount", (file) => {
    const [id] = Object.keys(file["expected"]["fees"] ?? {});
    if (!isAccepted(file) || id === undefined) return undefined;
    file["expected"]["fees"][id] = 123_456;
    return ["expected", "fees"];
  }),
  kind("sample-problem-unexpected", "a sample with a field nobody knows", (file) => ((file["form"]["khong_co"] = "x"), ["form", "khong_co"])),
  kind("sample-problem-missing", "a problem that does not come", (file) => ((file["expected"]["problems"] = [...(file["expected"]["problems"] ?? []), { pointer: "/form/khong_co", code: "required" }]), ["expected", "problems", file["expected"]["problems"].length - 1])),
];
