import type { FaultKind, Json } from "./fault.ts";

type Plant = FaultKind["plant"];

const kind = (code: string, name: string, plant: Plant): FaultKind => ({ name, part: "sample", code, plant });
const isAccepted = (file: Json): boolean => file["expected"]["outcome"] === "accepted";

/** A step on the way of the first outcomes with an outcome that leads straight to a target. */
function stepBefore(workflow: Json, target: string): { readonly step: string; readonly outcome: string } | undefined {
  for (const [step, { next, kind: of }] of Object.entries(workflow["steps"] as Record<string, Json>)) {
    const outcome = Object.entries(next as Json).find(([, to]) => to === target)?.[0];
    if (outcome !== undefined && of === "task" && leadsTo(workflow, workflow["start"] as string, step)) return { step, outcome };
  }
  return undefined;
}

/** Whether the way of the first outcomes comes from one step to another. */
function leadsTo(workflow: Json, from: string, to: string): boolean {
  const steps = workflow["steps"] as Record<string, Json>;
  const passed = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && steps[at] !== undefined && !passed.has(at); at = Object.values((steps[at] as Json)["next"] as Record<string, string>)[0]) {
    if (at === to) return true;
    passed.add(at);
  }
  return false;
}

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
  kind("not-a-date", "a paper of a day that does not exist", (file) => ((file["documents"][0]["issuedOn"] = "2026-02-30"), ["documents", 0, "issuedOn"])),
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
  kind("sample-differs", "a last due date its script does not lead to", (file) => (file["expected"]["finalDue"] === undefined ? undefined : ((file["expected"]["finalDue"] = "2026-12-31T17:00:00+07:00"), ["expected", "finalDue"]))),
  kind("sample-differs", "a status its script does not lead to", (file) => (isAccepted(file) ? ((file["expected"]["nationalStatus"] = 7), ["expected", "nationalStatus"]) : undefined)),
  kind("sample-differs", "results that are not handed over", (file) => (isAccepted(file) && (file["expected"]["results"] ?? []).length > 0 ? ((file["expected"]["results"] = []), ["expected", "results"]) : undefined)),
  kind("unknown-result", "a result nobody declared", (file) => (isAccepted(file) ? ((file["expected"]["results"] = ["khong_co"]), ["expected", "results", 0]) : undefined)),
  kind("sample-differs", "a script that stops what should come to its result", (file, { workflow }) => {
    const found = stepBefore(workflow, "@stop");
    if (found === undefined || file["script"] !== undefined) return undefined;
    file["script"] = [{ step: found.step, outcome: found.outcome }];
    return ["expected", "nationalStatus"];
  }),
  kind("sample-act-unreached", "an act at a step the dossier does not come to", (file, { workflow }) => {
    const [id] = Object.entries(workflow["steps"] as Json).find(([, step]) => (step as Json)["kind"] === "intake") ?? [];
    file["script"] = [...(file["script"] ?? []), { step: id, outcome: "accept" }, { step: id, outcome: "accept" }];
    return ["script", file["script"].length - 1];
  }),
  kind("sample-act-refused", "a record its form does not allow", (file, { workflow }) => {
    const index = ((file["script"] ?? []) as Json[]).findIndex(({ step, record }) => record !== undefined && workflow["steps"][step]["record"] !== undefined);
    if (index === -1) return undefined;
    file["script"][index]["record"] = { khong_co: true };
    return ["script", index];
  }),
  kind("sample-act-refused", "an outcome its record contradicts", (file, { workflow }) => {
    const index = ((file["script"] ?? []) as Json[]).findIndex(({ step, record }) => record !== undefined && Object.keys(workflow["steps"][step]["outcomeWhen"] ?? {}).length > 1);
    if (index === -1) return undefined;
    const act = file["script"][index] as Json;
    const other = Object.keys(workflow["steps"][act["step"]]["outcomeWhen"] as Json).find((outcome) => outcome !== act["outcome"]);
    act["outcome"] = other;
    return ["script", index];
  }),
  kind("sample-without-end", "a script that goes round and round", (file, { workflow }) => {
    const loop = Object.entries(workflow["steps"] as Json).find(([id, step]) => (step as Json)["kind"] === "sign" && Object.values((step as Json)["next"] as Json).some((target) => leadsTo(workflow, target as string, id)));
    if (loop === undefined || file["script"] !== undefined) return undefined;
    const back = Object.entries(loop[1]["next"] as Json).find(([, target]) => leadsTo(workflow, target as string, loop[0]));
    file["script"] = Array.from({ length: 300 }, () => ({ step: loop[0], outcome: back?.[0] }));
    return ["expected", "outcome"];
  }),
  kind("sample-unit", "a unit nobody has", (file) => ((file["receivingUnit"] = "H20.999"), ["receivingUnit"])),
  kind("sample-problem-unexpected", "a sample with a field nobody knows", (file) => ((file["form"]["khong_co"] = "x"), ["form", "khong_co"])),
  kind("sample-problem-missing", "a problem that does not come", (file) => ((file["expected"]["problems"] = [...(file["expected"]["problems"] ?? []), { pointer: "/form/khong_co", code: "required" }]), ["expected", "problems", file["expected"]["problems"].length - 1])),
];
