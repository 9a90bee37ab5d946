import { entryWith, type FaultKind, type Files, type Json, NEVER, type Path } from "./fault.ts";

type Plant = FaultKind["plant"];

const kind = (code: string, name: string, plant: Plant): FaultKind => ({ name, part: "workflow", code, plant });
const NAME = { vi: "Bước thêm", en: "Further step" };

/** Changes the first step of a kind; `at` leads on from the step. */
const step =
  (wanted: (step: Json) => boolean, change: (step: Json, id: string, steps: Json) => Path | undefined): Plant =>
  (file) => {
    const found = entryWith(file["steps"], wanted);
    const at = found === undefined ? undefined : change(found[1], found[0], file["steps"]);
    return found === undefined || at === undefined ? undefined : ["steps", found[0], ...at];
  };

const ofKind = (name: string) => (one: Json) => one["kind"] === name;
const firstOutcome = (one: Json): string => Object.keys(one["next"])[0] ?? "";
const task = (next: Json, more: Json = {}): Json => ({ kind: "task", name: NAME, role: "thu_ly", next, outcomes: Object.fromEntries(Object.keys(next).map((name) => [name, NAME])), ...more });
const roleOf = (steps: Json): string => (Object.values(steps) as Json[]).find((one) => one["role"] !== undefined)?.["role"] as string;

/** Adds a task that an outcome of the first task leads to. */
const detour =
  (next: (id: string) => Json, more: Json = {}): Plant =>
  (file) => {
    const found = entryWith(file["steps"], ofKind("task"));
    if (found === undefined) return undefined;
    const [id, from] = found;
    file["steps"]["them"] = task(next(id), { role: roleOf(file["steps"]), ...more });
    from["next"]["re_nhanh"] = "them";
    from["outcomes"] = { ...from["outcomes"], re_nhanh: NAME };
    return ["steps", "them"];
  };

/** A legal window from the intake to the step acceptance leads to, and what is wrong with it; the fault lies in the one of this number. */
const windowed =
  (change: (window: Json, file: Json) => Path | undefined, nth = 0): Plant =>
  (file) => {
    const [from, intake] = entryWith(file["steps"], ofKind("intake")) ?? ["", {}];
    const to = intake["next"]?.["accept"] as string | undefined;
    if (to === undefined || file["steps"][to] === undefined || file["steps"][to]["kind"] === "fork") return undefined;
    const window: Json = { id: "phan_dau", name: NAME, from, to, limit: "1wd", source: "Luật giả định, Điều 1" };
    file["windows"] = [window];
    const at = change(window, file);
    return at === undefined ? undefined : ["windows", nth, ...at];
  };

/** Where every limit counts working time: sums of other times depend on the calendar. */
const whereWorkingTime =
  (plant: Plant): Plant =>
  (file, files) =>
    limitsOf(files).every((limit) => /^(same-day|.*(min|wh|wd))$/.test(limit)) ? plant(file, files) : undefined;

function limitsOf({ procedure }: Files): readonly string[] {
  return Object.values<Json>(procedure["cases"]).flatMap(({ limit }) => [limit["time"], ...Object.values(limit["byChannel"] ?? {}), ...(limit["then"] ?? []).map((found: Json) => found["limit"])] as string[]);
}

/** Mistakes in `workflow.json`. */
export const WORKFLOW_FAULTS: readonly FaultKind[] = [
  kind("unknown-step", "an outcome that leads to no step", step(ofKind("intake"), (one) => ((one["next"]["accept"] = "khong_co"), ["next", "accept"]))),
  kind("unknown-step", "a start that is no step", (file) => ((file["start"] = "khong_co"), ["start"])),
  kind("unknown-role", "a role nobody declared", step((one) => one["role"] !== undefined, (one) => ((one["role"] = "khong_co"), ["role"]))),
  kind("unknown-result", "a result nobody declared", step((one) => one["result"] !== undefined, (one) => ((one["result"] = "khong_co"), ["result"]))),
  kind("unknown-result", "one of several results nobody declared", step(ofKind("sign"), (one) => {
    one["results"] = [one["result"], "khong_co"];
    delete one["result"];
    return ["results", 1];
  })),
  kind("key-not-allowed", "a result beside several", step(ofKind("sign"), (one) => ((one["results"] = [one["result"], "khong_co"]), ["result"]))),
  kind("condition-variable-not-here", "a conclusion by a record at a step without one", step((one) => one["kind"] === "task" && one["record"] === undefined, (one) => {
    const outcome = firstOutcome(one);
    one["outcomeWhen"] = { [outcome]: "record.x" };
    return ["outcomeWhen", outcome];
  })),
  kind("unknown-record", "a record form that is not there", step(ofKind("task"), (one) => ((one["record"] = "#/$defs/KhongCo"), ["record"]))),
  kind("outcome-without-name", "an outcome without a name", step(ofKind("task"), (one) => ((one["next"]["khong_ten"] = "@stop"), ["next", "khong_ten"]))),
  kind("unknown-outcome", "a name for an outcome that is not there", step(ofKind("task"), (one) => ((one["outcomes"]["khong_co"] = NAME), ["outcomes", "khong_co"]))),
  kind("missing-key", "an outcome nobody handles", step(ofKind("intake"), (one) => (delete one["next"]["accept"], ["next"]))),
  kind("value-not-offered", "a kind of step that does not exist", step(ofKind("sign"), (one) => ((one["kind"] = "sing"), ["kind"]))),
  kind("unknown-key", "a key a kind of step does not have", step(ofKind("intake"), (one) => ((one["system"] = "population-db"), ["system"]))),
  kind("wrong-notation", "a step's time without a unit", step((one) => one["time"] !== undefined, (one) => ((one["time"] = "30"), ["time"]))),
  kind("duration-zero", "a step of no time", step((one) => one["time"] !== undefined, (one) => ((one["time"] = "0min"), ["time"]))),
  kind("step-unreachable", "a step no way leads to", (file) => ((file["steps"]["them"] = task({ xong: "@stop" }, { role: roleOf(file["steps"]) })), ["steps", "them"])),
  kind("step-without-end", "a step a dossier cannot leave", detour(() => ({ lai: "them" }))),
  kind("join-outside-fork", "@join outside a fork", (file, files) => (Object.values(file["steps"] as Json).some(ofKind("fork")) ? undefined : detour(() => ({ xong: "@join" }))(file, files))),
  kind("skip-circle", "skipped steps in a circle", detour(() => ({ xong: "@stop" }), { when: "today == submittedOn", skip: "them" })),
  kind("condition-never-holds", "a step that is always skipped", step(ofKind("task"), (one) => ((one["when"] = NEVER), ["when"]))),
  kind("workflow-without-intake", "no intake", (file) => {
    const found = entryWith(file["steps"], ofKind("intake"));
    if (found === undefined) return undefined;
    file["steps"][found[0]] = task({ xong: found[1]["next"]["accept"] }, { role: found[1]["role"] });
    return ["steps"];
  }),
  kind("workflow-without-return", "a result nobody hands over", (file) => {
    for (const [id, one] of Object.entries(file["steps"] as Json)) if (one["kind"] === "return") file["steps"][id] = task({ xong: "@end" }, { role: one["role"] });
    return ["steps"];
  }),
  kind("outcome-not-handled", "an objection that leads nowhere", step(ofKind("consult"), (one) => (delete one["next"]["objected"], ["next"]))),
  kind("outcome-not-handled", "a silence that leads nowhere", step(ofKind("consult"), (one) => ((one["silence"] = "not-answered"), delete one["next"]["silent"], ["next"]))),
  kind("outcome-never-comes", "a silence that cannot be", step(ofKind("consult"), (one) => (delete one["silence"], (one["next"]["silent"] = "@stop"), ["next", "silent"]))),
  kind("legal-time-over-limit", "a legal time above the limit of the whole", whereWorkingTime(step((one) => one["kind"] === "intake", (one) => ((one["legalLimit"] = { time: "300wd", source: "Luật giả định, Điều 1" }), ["legalLimit", "time"])))),
  kind("step-time-over-limit", "a legal time above every limit", step(ofKind("sign"), (one) => ((one["legalLimit"] = { time: "24mo", source: "Luật giả định, Điều 1" }), ["legalLimit", "time"]))),
  kind("step-time-over-limit", "an answer that takes longer than the whole", step((one) => one["kind"] === "consult" && one["extension"] === undefined, (one) => ((one["within"] = "300wd"), ["within"]))),
  kind("step-time-over-limit", "a posting after acceptance that takes longer than the whole", (file, files) => {
    const posting = detour(() => ({ elapsed: "@stop", objected: "@stop" }), { kind: "wait", for: "posting", duration: "24mo" })(file, files);
    return posting === undefined ? undefined : [...posting, "duration"];
  }),
  kind("unknown-outcome", "a bound on an outcome that is not there", step(ofKind("task"), (one) => ((one["atMost"] = { khong_co: 2 }), ["atMost", "khong_co"]))),
  kind("bound-without-loop", "a bound on an outcome that ends the dossier", step(ofKind("task"), (one) => ((one["next"]["het"] = "@stop"), (one["outcomes"] = { ...one["outcomes"], het: NAME }), (one["atMost"] = { het: 2 }), ["atMost", "het"]))),
  kind("value-out-of-range", "a bound of no time at all", step(ofKind("task"), (one) => ((one["atMost"] = { [firstOutcome(one)]: 0 }), ["atMost", firstOutcome(one)]))),
  kind("bound-on-every-outcome", "a step whose every outcome is bounded", (file, files) => {
    const path = detour(() => ({ lai: "re" }))(file, files);
    if (path === undefined) return undefined;
    const back = task({ xong: "them", thoi: "@stop" }, { role: roleOf(file["steps"]) });
    file["steps"]["re"] = back;
    file["steps"]["them"]["atMost"] = { lai: 1 };
    return ["steps", "them", "atMost"];
  }),
  kind("bound-on-time", "a bound on not coming in time", step((one) => one["kind"] === "attend" && one["within"] !== undefined, (one) => ((one["atMost"] = { absent: 1 }), ["atMost", "absent"]))),
  kind("unknown-step", "a window that begins at no step", windowed((one) => ((one["from"] = "khong_co"), ["from"]))),
  kind("window-never-closes", "a window whose end no way leads to", windowed((one) => (([one["from"], one["to"]] = [one["to"], one["from"]]), ["to"]))),
  kind("duplicate-id", "two windows of one id", windowed((one, file) => (file["windows"].push({ ...one }), ["id"]), 1)),
  kind("duration-zero", "a window of no time", windowed((one) => ((one["limit"] = "0wd"), ["limit"]))),
  kind("wrong-notation", "a window's time without a unit", windowed((one) => ((one["limit"] = "3"), ["limit"]))),
  kind("missing-key", "a window without its source", windowed((one) => (delete one["source"], []))),
  kind("window-at-fork", "a window that begins at a fork", windowed((one, file) => {
    const fork = entryWith(file["steps"], ofKind("fork"));
    return fork === undefined ? undefined : ((one["from"] = fork[0]), ["from"]);
  })),
  kind("legal-time-over-limit", "a window above the limit of the whole", whereWorkingTime(windowed((one) => ((one["limit"] = "300wd"), ["limit"])))),
  kind("step-time-over-limit", "a window above every limit", windowed((one) => ((one["limit"] = "24mo"), ["limit"]))),
  kind("step-time-over-limit", "a step with more time than its window", (file, files) => {
    if (windowed((one) => ((one["limit"] = "1wh"), []))(file, files) === undefined) return undefined;
    const { to } = file["windows"][0] as Json;
    file["steps"][to]["legalLimit"] = { time: "2wh", source: "Luật giả định, Điều 1" };
    return ["steps", to, "legalLimit", "time"];
  }),
  kind("outcome-without-name", "a wait for a reason of its own whose end has no name", (file, files) => {
    const wait = detour(() => ({ elapsed: "@stop", objected: "@stop" }), { kind: "wait", for: { ...NAME }, duration: "1min", outcomes: {} })(file, files);
    return wait === undefined ? undefined : [...wait, "next", "objected"];
  }),
  kind("value-not-offered", "a wait for a word that is no reason", (file, files) => {
    const wait = detour(() => ({ elapsed: "@stop", objected: "@stop" }), { kind: "wait", for: "reflection", duration: "1min" })(file, files);
    return wait === undefined ? undefined : [...wait, "for"];
  }),
  kind("unknown-outcome", "a silence that is none of the outcomes", step(ofKind("task"), (one) => ((one["within"] = "1min"), (one["silence"] = "khong_co"), ["silence"]))),
  kind("missing-key", "a time within which nothing follows", step(ofKind("task"), (one) => ((one["within"] = "1min"), []))),
  kind("missing-key", "a silence without a time", step(ofKind("task"), (one) => ((one["silence"] = firstOutcome(one)), []))),
  kind("missing-key", "the applicant's work without an end", (file, files) => detour(() => ({ xong: "@stop" }), { role: undefined, by: "applicant" })(file, files)),
  kind("key-not-allowed", "the applicant's work given to an officer", (file, files) => {
    const given = detour(() => ({ xong: "@stop" }), { by: "applicant", within: "1min", silence: "xong" })(file, files);
    return given === undefined ? undefined : [...given, "role"];
  }),
  kind("step-time-over-limit", "the applicant's time above the limit of the whole", (file, files) => {
    const given = detour(() => ({ xong: "@stop" }), { role: undefined, by: "applicant", within: "24mo", silence: "xong" })(file, files);
    return given === undefined ? undefined : [...given, "within"];
  }),
  kind("not-a-day", "an appointment on a tick", step(ofKind("attend"), (one) => ((one["appointment"] = "/cam_doan"), ["appointment"]))),
  kind("office-times-over-limit", "allotted times above the limit", whereWorkingTime(step(ofKind("intake"), (one) => ((one["time"] = "300wd"), ["time"])))),
  kind("branch-never-joins", "a branch that never joins", step(ofKind("fork"), (one, _, steps) => {
    const start = (Object.values(one["branches"])[0] as Json)["start"] as string;
    for (const outcome of Object.keys(steps[start]["next"])) steps[start]["next"][outcome] = "@stop";
    return [];
  })),
  kind("fork-inside-itself", "a branch that leads back to its fork", (file) => {
    const found = entryWith(file["steps"], ofKind("fork"));
    if (found === undefined) return undefined;
    const start = file["steps"][(Object.values(found[1]["branches"])[0] as Json)["start"]] as Json;
    start["next"][firstOutcome(start)] = found[0];
    return ["steps", found[0]];
  }),
  kind("fork-without-way", "a branch that fails and no way for it", step((one) => one["kind"] === "fork" && one["join"] === "all", (one, _, steps) => {
    const start = steps[(Object.values(one["branches"])[0] as Json)["start"]] as Json;
    start["next"][Object.keys(start["next"]).at(-1) ?? ""] = "@fail";
    return ["next"];
  })),
  kind("fork-never-fails", "a way for a failure that never comes", step((one) => one["kind"] === "fork" && one["join"] === "all", (one) => ((one["next"]["failed"] = "@stop"), ["next"]))),
  kind("quorum-too-large", "a quorum of more branches than there are", step(ofKind("fork"), (one, _, steps) => {
    const start = steps[(Object.values(one["branches"])[0] as Json)["start"]] as Json;
    start["next"][Object.keys(start["next"]).at(-1) ?? ""] = "@fail";
    one["join"] = { quorum: 9 };
    one["next"] = { joined: Object.values(one["next"])[0], failed: "@stop" };
    return ["join", "quorum"];
  })),
  kind("text-says-nothing", "a step called with dots", step(ofKind("intake"), (one) => ((one["name"]["vi"] = "…"), ["name", "vi"]))),
  kind("text-without-english", "a step without English", step(ofKind("intake"), (one) => (delete one["name"]["en"], ["name"]))),
];
