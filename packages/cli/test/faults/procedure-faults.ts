import { entryWith, type FaultKind, type Json, NEVER, type Path } from "./fault.ts";

type Plant = FaultKind["plant"];

const kind = (code: string, name: string, plant: Plant): FaultKind => ({ name, part: "procedure", code, plant });
const firstCase = (file: Json): string => Object.keys(file["cases"])[0] ?? "";

/** Sets a value and tells where. */
function set(file: Json, path: Path, value: unknown): Path {
  const last = path.at(-1) as string | number;
  const parent = path.slice(0, -1).reduce<Json>((at, segment) => at[segment] as Json, file);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return path;
}

/** A shared file as this one names it: where a procedure has versions, it stands a folder deeper. */
const besides = (file: Json, name: string): string => (file["$schema"] as string).replace("contract/procedure.schema.json", `shared/${name}`);

/** A condition on the first document. */
const when = (source: string): Plant => (file) => set(file, ["documents", 0, "when"], source);

/** Mistakes in `procedure.json`. */
export const PROCEDURE_FAULTS: readonly FaultKind[] = [
  kind("unknown-notified", "nobody by that name to be told of a result", (file) => ((file["results"][0]["notify"] = ["khong_co"]), ["results", 0, "notify", 0])),
  kind("missing-key", "a procedure without a name", (file) => (set(file, ["name"], undefined), [])),
  kind("missing-key", "a name without Vietnamese", (file) => (set(file, ["name", "vi"], undefined), ["name"])),
  kind("missing-key", "a fee without its source", (file) => (file["fees"].length === 0 ? undefined : (set(file, ["fees", 0, "amount", "source"], undefined), ["fees", 0, "amount"]))),
  kind("missing-key", "a time limit without its source", (file) => (set(file, ["cases", firstCase(file), "limit", "source"], undefined), ["cases", firstCase(file), "limit"])),
  kind("unknown-key", "a misspelt key", (file) => set(file, ["levelz"], ["commune"])),
  kind("wrong-value-type", "a word where a list is needed", (file) => set(file, ["levels"], "commune")),
  kind("value-not-offered", "a level that does not exist", (file) => set(file, ["levels", 0], "comune")),
  kind("wrong-notation", "a national code in another notation", (file) => set(file, ["code"], "1001193")),
  kind("wrong-notation", "a time limit without a unit", (file) => set(file, ["cases", firstCase(file), "limit", "time"], "3")),
  kind("key-not-allowed", "an amount beside one the province sets", (file) => {
    const index = (file["fees"] as readonly Json[]).findIndex(({ amount }) => amount["state"] === "set-locally");
    return index < 0 ? undefined : set(file, ["fees", index, "amount", "vnd"], 5_000);
  }),
  kind("reduction-not-less", "a reduction that takes nothing off", (file) => {
    const index = (file["fees"] as readonly Json[]).findIndex(({ amount }) => amount["vnd"] !== undefined && amount["tiers"] === undefined);
    if (index < 0) return undefined;
    const { vnd } = file["fees"][index]["amount"] as { readonly vnd: number };
    set(file, ["fees", index, "reduced"], [{ when: "channel == 'online'", vnd, reason: { vi: "Trực tuyến", en: "Online" }, source: "Thông tư giả định" }]);
    return ["fees", index, "reduced", 0, "vnd"];
  }),
  kind("wrong-notation", "a paper's age in working days", (file) => {
    const index = file["documents"].findIndex((document: Json) => document["isForm"] === undefined && document["mode"] === "submit");
    return index < 0 ? undefined : set(file, ["documents", index, "notOlderThan"], "5wd");
  }),
  kind("duty-without-end", "a duty before an end there is not", (file) => {
    set(file, ["results", 0, "validity"], undefined);
    return set(file, ["results", 0, "duties"], [{ id: "gia_han", what: { vi: "Gia hạn", en: "Renew" }, before: "60d", source: "Nghị định giả định" }]) && ["results", 0, "duties", 0, "before"];
  }),
  kind("validity-unreachable", "a validity after one without a condition", (file) => set(file, ["results", 0, "validity"], [{ time: "12mo" }, { time: "24mo" }]) && ["results", 0, "validity", 1]),
  kind("text-too-short", "a source of one letter", (file) => set(file, ["clock", "supplementLimit", "source"], "x")),
  kind("too-few-entries", "no channel at all", (file) => set(file, ["channels"], [])),
  kind("duplicate-entry", "a channel named twice", (file) => set(file, ["channels"], ["online", "online"])),
  kind("key-notation", "a case whose id has a hyphen", (file) => set(file, ["cases", "truong-hop"], file["cases"][firstCase(file)])),
  kind("value-out-of-range", "an amount of nothing that is not called free", (file) => {
    const index = file["fees"].findIndex((fee: Json) => fee["amount"]["vnd"] !== undefined);
    return index === -1 ? undefined : set(file, ["fees", index, "amount", "vnd"], 0);
  }),
  kind("ref-unknown-file", "a fragment of a file that is not there", (file) => set(file, ["documents", 0, "$ref"], besides(file, "fragment.json#/documents/giay_to_cu_tru"))),
  kind("ref-unknown-fragment", "a fragment that is not there", (file) => set(file, ["documents", 0, "$ref"], besides(file, "fragments.json#/documents/khong_co"))),
  kind("ref-wrong-kind", "a fragment of another kind", (file) => set(file, ["documents", 0, "$ref"], besides(file, "fragments.json#/questions/khong_khai_thac_duoc_cu_tru"))),
  kind("ref-not-local", "a fragment from the network", (file) => set(file, ["documents", 0, "$ref"], "https://example.org/fragments.json#/documents/a")),
  kind("unknown-pointer", "a party's name at no field", (file) => set(file, ["parties", "owner", "name", 0], "/khong_co")),
  kind("agreement-not-longer", "an agreement that lengthens nothing", (file) => {
    set(file, ["cases", firstCase(file), "limit", "agreed"], { day: "today", atMost: file["cases"][firstCase(file)]["limit"]["time"], source: "Luật giả định, Điều 1" });
    return ["cases", firstCase(file), "limit", "agreed", "atMost"];
  }),
  kind("condition-wrong-type", "an agreed day that is no date", (file) => {
    set(file, ["cases", firstCase(file), "limit", "agreed"], { day: "channel", source: "Luật giả định, Điều 1" });
    return ["cases", firstCase(file), "limit", "agreed", "day"];
  }),
  kind("unknown-part-unit", "a role of a unit nobody declared", (file) => set(file, ["roles", Object.keys(file["roles"])[0] ?? "", "unit"], "khong_co")),
  kind("unit-unused", "a unit without a part", (file) => set(file, ["units"], { thua: { name: { vi: "Đơn vị thừa", en: "A unit too many" }, level: "ministry" } }) && ["units", "thua"]),
  kind("not-a-commune", "a competent unit that is no commune", (file) => (file["competentUnit"]?.["at"] === undefined ? undefined : set(file, ["competentUnit", "at"], file["parties"]["submitter"]["name"][0]))),
  kind("duplicate-id", "two documents of one id", (file) => (file["documents"].length < 2 ? undefined : set(file, ["documents", 1, "id"], file["documents"][0]["id"]))),
  kind("not-a-list", "a document for each entry of no list", (file) => (file["documents"][1]?.["group"] === undefined && file["documents"].length > 1 ? set(file, ["documents", 1, "each"], file["parties"]["submitter"]["name"][0]) : undefined)),
  kind("not-a-text", "an entry named by something else than a text", (file, { form }) => {
    const list = entryWith(form["properties"] as Json, ({ items }) => (items as Json)?.["type"] === "object");
    const field = entryWith((list?.[1]["items"] as Json | undefined)?.["properties"] as Json, ({ type }) => type === "integer" || type === "boolean");
    const index = (file["documents"] as Json[]).findIndex(({ isForm, group, each }) => isForm === undefined && group === undefined && each === undefined);
    if (list === undefined || field === undefined || index === -1) return undefined;
    set(file, ["documents", index, "each"], `/${list[0]}`);
    return set(file, ["documents", index, "entryName"], [`/${field[0]}`]) && ["documents", index, "entryName", 0];
  }),
  kind("unknown-pointer", "an entry named by what it does not have", (file) => {
    const index = (file["documents"] as Json[]).findIndex(({ entryName }) => entryName !== undefined);
    return index === -1 ? undefined : set(file, ["documents", index, "entryName"], ["/khong_co"]) && ["documents", index, "entryName", 0];
  }),
  kind("entry-document-at-step", "a document of each entry at a step", (file, { workflow }) => {
    const index = (file["documents"] as Json[]).findIndex(({ each }) => each !== undefined);
    return index === -1 ? undefined : set(file, ["documents", index, "at"], workflow["start"]);
  }),
  kind("key-not-allowed", "a document of a group for each entry of a list", (file) => {
    const index = (file["documents"] as Json[]).findIndex(({ group }) => group !== undefined);
    return index === -1 ? undefined : set(file, ["documents", index, "each"], "/a");
  }),
  kind("missing-key", "names for the entries of no list", (file) => {
    const index = file["documents"].findIndex((document: Json) => document["each"] === undefined);
    return index < 0 ? undefined : (set(file, ["documents", index, "entryName"], ["/a"]), ["documents", index]);
  }),
  kind("unknown-group", "a document of a group nobody declared", (file) => {
    const index = file["documents"].findIndex((document: Json) => document["each"] === undefined);
    return index < 0 ? undefined : set(file, ["documents", index, "group"], "khong_co");
  }),
  kind("group-too-small", "a group that needs more than it has", (file) => {
    const [name] = Object.keys(file["documentGroups"] ?? {});
    return name === undefined ? undefined : set(file, ["documentGroups", name, "need"], 99);
  }),
  kind("unknown-case", "a fee of a case nobody declared", (file) => (file["fees"].length === 0 ? undefined : set(file, ["fees", 0, "case"], "khong_co"))),
  kind("case-unreachable", "a case after the one without a condition", (file) => {
    const last = Object.values(file["cases"]).at(-1) as Json;
    return last["when"] === undefined ? set(file, ["cases", "them"], { ...last, when: "today == submittedOn" }) : undefined;
  }),
  kind("case-covered", "a case that the one before it has taken", (file) => {
    const [id, first] = Object.entries(file["cases"])[0] as [string, Json];
    file["cases"] = { truoc: { ...first, when: "today == submittedOn" }, sau: { ...first, when: "today == submittedOn && today > '2026-01-01'" }, [id]: { ...first, when: undefined } };
    delete file["cases"][id]["when"];
    return ["cases", "sau"];
  }),
  kind("no-default-case", "no case without a condition", (file) => {
    const [id, first] = Object.entries(file["cases"])[0] as [string, Json];
    file["cases"] = { [id]: { ...first, when: "today == submittedOn" } };
    return ["cases"];
  }),
  kind("role-unused", "a role that holds no step", (file) => set(file, ["roles", "thua"], { name: { vi: "Thừa", en: "Spare" }, unit: "receiving" })),
  kind("question-unused", "a question nobody asks about", (file) => {
    file["questions"] = { ...file["questions"], thua: { text: { vi: "Thừa?", en: "Spare?" }, by: "officer" } };
    return ["questions", "thua"];
  }),
  kind("period-empty", "a period that ends before it begins", (file) => set(file, ["effective", "to"], "2020-01-01")),
  kind("not-a-date", "a day that does not exist", (file) => set(file, ["effective", "from"], "2026-02-30")),
  kind("duration-zero", "a limit of no time", (file) => set(file, ["cases", firstCase(file), "limit", "time"], "0wd")),
  kind("condition-syntax", "a condition that does not parse", when("today == submittedOn &&")),
  kind("condition-function", "a function nobody offers", when("dayBetween(today, submittedOn) > 3")),
  kind("condition-wrong-type", "a condition that is no yes or no", when("channel")),
  kind("condition-unknown-value", "a channel nobody offers", when("channel == 'fax'")),
  kind("condition-unknown-variable", "a clock", when("now > today")),
  kind("condition-variable-not-here", "a record read before any step", when("steps.tham_tra.x")),
  kind("unknown-field-in-condition", "a field that was renamed", when("form.khong_co_truong == 'x'")),
  kind("condition-never-holds", "a condition that contradicts itself", when(NEVER)),
  kind("condition-never-holds", "days that are both more and fewer", when("daysBetween(submittedOn, today) > 60 && daysBetween(submittedOn, today) < 30")),
  kind("condition-always-holds", "a condition that is true of everything", when("today == '2026-09-01' || today != '2026-09-01'")),
  kind("condition-too-long", "a condition as long as a page", when(Array.from({ length: 300 }, () => "today == submittedOn").join(" || "))),
  kind("text-says-nothing", "a name that is yet to be written", (file) => set(file, ["name", "vi"], "TODO")),
  kind("text-without-english", "a document without English", (file) => (set(file, ["documents", 0, "name", "en"], undefined), ["documents", 0, "name"])),
  kind("source-says-nothing", "a source of dots", (file) => set(file, ["cases", firstCase(file), "limit", "source"], "....")),
  kind("fee-typical-above-cap", "a typical amount above the cap", (file) => {
    const index = file["fees"].findIndex((fee: Json) => fee["amount"]["state"] === "set-locally");
    if (index === -1) return undefined;
    Object.assign(file["fees"][index]["amount"], { typical: 9000, atMost: 1000 });
    return ["fees", index, "amount", "typical"];
  }),
  kind("result-never-signed", "a result nobody signs", (file) => {
    const [first] = file["results"] as Json[];
    file["results"].push({ ...first, id: "them", signed: true, sealed: false });
    return ["results", file["results"].length - 1, "signed"];
  }),
  kind("result-never-sealed", "a result nobody seals", (file) => {
    const [first] = file["results"] as Json[];
    file["results"].push({ ...first, id: "them", signed: false, sealed: true });
    return ["results", file["results"].length - 1, "sealed"];
  }),
  kind("unknown-data-source", "data of a system nobody declared", (file) => set(file, ["documents", 0, "replacedBy"], { data: "khong-co.gi" }) && ["documents", 0, "replacedBy", "data"]),
  kind("not-a-list", "a fee for each entry of no list", (file) => (file["fees"].length === 0 ? undefined : set(file, ["fees", 0, "each"], file["parties"]["submitter"]["name"][0]))),
];
