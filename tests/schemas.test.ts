import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { dueDate, parseDuration, type WorkCalendar } from "@motcua/calendar";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { contract, faults, files, type Json, KINDS, kinds, of, read, root, whole } from "./schema-files.ts";

/** Every schema found under `properties`, by its JSON Pointer; `$ref`s into `$defs` are merged in. */
function keysOf(schema: Json): { path: string; key: Json }[] {
  const found: { path: string; key: Json }[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      if (name === "examples" || name === "if" || name === "then" || name === "else") continue;
      if (name !== "properties" && name !== "$defs") {
        walk(child, `${path}/${name}`);
        continue;
      }
      for (const [key, value] of Object.entries(child as Json)) {
        if (name === "properties") found.push({ path: `${path}/properties/${key}`, key: resolved(schema, value) });
        walk(value, `${path}/${name}/${key}`);
      }
    }
  };
  walk(schema, "");
  return found;
}

function resolved(schema: Json, key: Json): Json {
  const name = /^#\/\$defs\/(.+)$/.exec(key["$ref"] ?? "")?.[1];
  return name === undefined ? key : { ...schema["$defs"][name], ...key };
}

describe("the contract", () => {
  test.each(kinds)("%s.schema.json is valid JSON Schema 2020-12", (kind) => {
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validateSchema(contract(kind)), JSON.stringify(ajv.errors)).toBe(true);
  });

  test.each(kinds)("every key of %s.schema.json has a title, a description and examples", (kind) => {
    const bare = keysOf(contract(kind)).filter(({ key }) => !key["title"] || !key["description"] || !(key["examples"]?.length > 0));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test.each(kinds)("every example in %s.schema.json is accepted by its own key", (kind) => {
    const schema = contract(kind);
    const ajv = new Ajv2020({ strict: false }).addSchema(schema);
    const wrong = keysOf(schema).filter(({ path, key }) => {
      const accept = ajv.compile({ $ref: `${schema["$id"]}#${path}` });
      return !(key["examples"] as unknown[]).every((example) => accept(example));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("uses plain references, so that editors follow them", () => {
    const text = kinds.map((kind) => JSON.stringify(contract(kind))).join("\n");
    expect(text).not.toMatch(/\$dynamicRef|\$dynamicAnchor|unevaluated/);
  });
});

describe("the files", () => {
  test("each has a contract", () => {
    const orphans = files.filter((path) => !path.startsWith("contract/") && !kinds.some((kind) => KINDS[kind].test(path)));
    expect(orphans).toEqual([]);
  });

  test.each(kinds.flatMap((kind) => of(kind).map((path) => [path, kind] as const)))("%s keeps its contract", (path, kind) => {
    expect(faults(kind, read(path))).toEqual([]);
  });

  test.each(of("sample"))("%s bears the name of its file", (path) => {
    expect(read(path)["id"]).toBe(basename(path, ".json"));
  });

  test.each(of("form"))("%s labels every field in Vietnamese and English", (path) => {
    const unlabelled = fieldsOf(read(path)).filter(({ field }) => !field["$ref"] && !(field["x-label"]?.vi && field["x-label"]?.en));
    expect(unlabelled.map(({ path: at }) => at)).toEqual([]);
  });

  test.each(of("form"))("%s names code lists and definitions that exist", (path) => {
    const text = readFileSync(join(root, path), "utf8");
    const lists = [...text.matchAll(/"x-code-list": "([^"]+)"/g)].map((match) => `shared/code-lists/${match[1]}.json`);
    expect(lists.filter((list) => !files.includes(list))).toEqual([]);
    for (const [, file, name] of text.matchAll(/"\$ref": "([^"#]*)#\/\$defs\/([^"]+)"/g)) {
      const target = file === "" ? path : relative(root, join(root, path, "..", file ?? "")).replaceAll("\\", "/");
      expect(Object.keys(read(target)["$defs"] ?? {}), `${target}#/$defs/${name}`).toContain(name);
    }
  });
});

/** Declared fields (schemas with a type, a reference or a label under `properties`), conditions left out. */
function fieldsOf(schema: Json): { path: string; field: Json }[] {
  const found: { path: string; field: Json }[] = [];
  const walk = (node: Json, path: string): void => {
    for (const [key, field] of Object.entries((node["properties"] ?? {}) as Json)) {
      found.push({ path: `${path}/${key}`, field });
      walk(field, `${path}/${key}`);
    }
    if (node["items"]) walk(node["items"], `${path}/*`);
  };
  walk(schema, "");
  for (const [name, definition] of Object.entries((schema["$defs"] ?? {}) as Json)) {
    found.push({ path: `#${name}`, field: definition });
    walk(definition, `#${name}`);
  }
  return found;
}

describe("code lists", () => {
  test.each(of("code-list"))("%s has unique codes, a source, and its file's name", (path) => {
    const list = read(path);
    const codes = list["values"].map((value: Json) => value["code"]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(list["id"]).toBe(basename(path, ".json"));
  });

  test("the 3,321 communes lie in the 34 provinces, as many as each counts", () => {
    const provinces: Json[] = read("shared/code-lists/provinces-34.json")["values"];
    const communes: Json[] = read("shared/code-lists/communes-2025.json")["values"];
    expect([provinces.length, communes.length]).toEqual([34, 3321]);
    for (const province of provinces) {
      expect(communes.filter((commune) => commune["province"] === province["code"]).length, province["name"].vi).toBe(province["communes"]);
    }
  });

  test("the 63 identity-number prefixes are the provinces the 34 were merged from", () => {
    const merged = read("shared/code-lists/provinces-34.json")["values"].flatMap((value: Json) => value["mergedFrom"]);
    const former = read("shared/code-lists/provinces-63.json")["values"].map((value: Json) => value["code"]);
    expect(merged.toSorted()).toEqual(former.toSorted());
    expect(former.length).toBe(63);
  });
});

describe("provinces", () => {
  test("Đồng Tháp has a unit for each of its communes, in the order of their codes", () => {
    const communes = read("shared/code-lists/communes-2025.json")["values"].filter((value: Json) => value["province"] === "82");
    const units = read("provinces/dong-thap/province.json")["units"];
    const expected = communes.map((value: Json, index: number) => [`H20.${String(index + 1).padStart(3, "0")}`, value["code"]]);
    expect(units.slice(1).map((unit: Json) => [unit["code"], unit["commune"]])).toEqual(expected);
  });

  test("every fee left to the province, and no other, has Đồng Tháp's amount", () => {
    const set = Object.entries(read("provinces/dong-thap/province.json")["procedures"] as Json).flatMap(([code, local]) => Object.keys(local.fees ?? {}).map((fee) => `${code} ${fee}`));
    const open = of("procedure").flatMap((path) => {
      const procedure = read(path);
      return procedure["fees"].filter((fee: Json) => fee["amount"].state === "set-locally").map((fee: Json) => `${procedure["code"]} ${fee["id"]}`);
    });
    // Versions of one procedure leave the same fee open.
    expect(set.toSorted()).toEqual([...new Set(open)].toSorted());
  });
});

describe("calendars", () => {
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const isWeekend = (date: string) => [0, 6].includes(weekday(date));

  test.each(of("calendar"))("%s lists its days once, in order and in its year", (path) => {
    const year = read(path);
    const dates: string[] = year["days"].map((day: Json) => day["date"]);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.every((date) => date.startsWith(`${year["year"]}-`))).toBe(true);
    for (const day of year["days"] as Json[]) {
      if (day["kind"] === "SWAP_WORK") expect(isWeekend(day["date"]), day["date"]).toBe(true);
      else if (day["kind"] !== "HOLIDAY") expect(isWeekend(day["date"]), day["date"]).toBe(false);
    }
  });

  test("2024, 2025 and 2026 give 12, 12 and 14 weekdays off", () => {
    const off = (year: number) => read(`calendars/${year}.json`)["days"].filter((day: Json) => day["kind"] !== "SWAP_WORK" && !isWeekend(day["date"])).length;
    expect([2024, 2025, 2026].map(off)).toEqual([12, 12, 14]);
  });

  test("what is not announced yet is provisional: the swap of 23/11/2026, every Tết and National Day from 2027", () => {
    const provisional = (date: string) => read(`calendars/${date.slice(0, 4)}.json`)["provisional"].some((range: Json) => range["from"] <= date && date <= range["to"]);
    const days = ["2026-11-23", "2027-02-05", "2028-01-26", "2029-02-13", "2030-02-01", "2027-09-01", "2027-09-03", "2028-09-01", "2029-09-03", "2030-09-03"];
    expect(days.filter((day) => !provisional(day))).toEqual([]);
  });
});

describe.each(of("procedure").map((path) => path.slice(0, -"procedure.json".length)))("%s holds together", (folder) => {
  const procedure = whole(`${folder}procedure.json`);
  const form = read(`${folder}form.schema.json`);
  const workflow = whole(`${folder}workflow.json`);
  const samples = of("sample").filter((path) => path.startsWith(folder)).map(read);
  const steps = Object.entries(workflow["steps"] as Json);
  const ids = (list: Json[]) => list.map((item) => item["id"] as string);

  test("its ids are unique", () => {
    for (const list of [procedure["documents"], procedure["fees"], procedure["results"], procedure["gates"] ?? [], form["x-sections"], form["x-rules"], procedure["legalBasis"]]) {
      expect(ids(list)).toEqual([...new Set(ids(list))]);
    }
  });

  test("every field stands on exactly one page", () => {
    const shown = (form["x-sections"] as Json[]).flatMap((section) => section["fields"] as string[]);
    const fields = Object.entries(form["properties"] as Json).flatMap(([key, field]) => {
      if (shown.includes(`/${key}`)) return [`/${key}`];
      const reference: string | undefined = field["$ref"];
      const definition = reference === undefined ? field : read(`shared/${basename(reference.split("#")[0] ?? "")}`)["$defs"][reference.split("/").at(-1) ?? ""];
      return Object.keys(definition["properties"] ?? { "": 0 }).map((inner) => `/${key}/${inner}`);
    });
    expect(shown.toSorted()).toEqual(fields.toSorted());
  });

  test("its steps lead to steps, and its roles, results and records exist", () => {
    const targets = steps.flatMap(([, step]) => [...Object.values(step.next as Json), ...(step.skip ? [step.skip] : []), ...Object.values((step.branches ?? {}) as Json).map((branch) => branch.start)]);
    expect(targets.filter((target: string) => !target.startsWith("@") && !(target in workflow["steps"]))).toEqual([]);
    expect(new Set(steps.flatMap(([, step]) => (step.role ? [step.role] : [])))).toEqual(new Set(Object.keys(procedure["roles"])));
    expect(new Set(steps.flatMap(([, step]) => [...(step.result ? [step.result] : []), ...((step.results ?? []) as string[])]))).toEqual(new Set(ids(procedure["results"])));
    expect(steps.flatMap(([, step]) => (step.record ? [step.record.split("/").at(-1)] : [])).toSorted()).toEqual(Object.keys(form["$defs"] ?? {}).toSorted());
  });

  test("every outcome of a step has its label, in the order of next", () => {
    for (const [id, step] of steps) if (step.outcomes) expect(Object.keys(step.outcomes), id).toEqual(Object.keys(step.next));
  });

  test("questions, documents and groups named in expressions and samples exist", () => {
    const asked = [...JSON.stringify([procedure, form, workflow]).matchAll(/\bask\.([a-z0-9_]+)/g)].map((match) => match[1]);
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(procedure["questions"] ?? {}).toSorted());
    const groups = new Set((procedure["documents"] as Json[]).flatMap((document) => (document["group"] ? [document["group"]] : [])));
    expect(groups).toEqual(new Set(Object.keys(procedure["documentGroups"] ?? {})));
    for (const sample of samples) {
      const named = [...ids(sample["documents"]), ...(sample["expected"].documents ?? [])];
      // One asked for each entry of a list goes on with the entry's number.
      expect(named.filter((id: string) => !ids(procedure["documents"]).includes(id.replace(/\.\d+$/, ""))), sample["id"]).toEqual([]);
      expect(Object.keys(sample["answers"] ?? {}).filter((id) => !(id in (procedure["questions"] ?? {})))).toEqual([]);
      expect((sample["script"] ?? []).filter((act: Json) => !(act["step"] in workflow["steps"]))).toEqual([]);
    }
  });

  test("it has samples that are accepted, unusual and refused", () => {
    const outcomes = samples.map((sample) => sample["expected"].outcome as string);
    expect(outcomes.filter((outcome) => outcome === "accepted").length).toBeGreaterThanOrEqual(2);
    expect(outcomes).toContain("invalid");
  });
});

describe("due dates of the samples, recomputed by the clock", () => {
  const years = of("calendar").map(read) as unknown as WorkCalendar["years"];
  const provinces = of("province").map(read);
  /** The province a sample is filed in. */
  const placeOf = (sample: Json): Json => {
    const found = provinces.find(({ units }) => (units as Json[]).some(({ code }) => code === sample["receivingUnit"]));
    if (found === undefined) throw new Error(`no unit ${sample["receivingUnit"]}`);
    return found;
  };
  const due = (start: string, time: string, { sessions, cutOff }: { readonly sessions: WorkCalendar["sessions"]; readonly cutOff?: string }) => {
    const limit = parseDuration(time);
    if (limit === undefined) throw new Error(`no duration: ${time}`);
    return dueDate({ start, limit, calendar: { years, sessions }, ...(cutOff === undefined ? {} : { cutOff }) });
  };
  const accepted = of("sample").map((path) => [path, read(path)] as const).filter(([, sample]) => sample["expected"].due !== undefined);

  test.each(accepted)("%s", (path, sample) => {
    const folder = path.slice(0, path.indexOf("samples/"));
    const { code, cases } = read(`${folder}procedure.json`);
    const { time, cutOff, byChannel = {}, agreed } = cases[sample["expected"].case].limit;
    const { sessions, procedures } = placeOf(sample);
    // Agreed to at a step: the day itself is what is promised.
    const [, step, field] = agreed?.day.split(".") ?? [];
    const day = (sample["script"] as Json[] | undefined)?.find((act) => act["step"] === step)?.["record"]?.[field];
    if (day !== undefined) return expect(sample["expected"].due).toContain(`${day}T`);
    const local = procedures[code]?.limits?.[sample["expected"].case];
    expect(due(sample["acceptedAt"], local ?? byChannel[sample["channel"]] ?? time, { sessions, cutOff })).toMatchObject({ due: sample["expected"].due, provisional: false });
    return undefined;
  });

  test("a consultation with apology moves the due date by the time it is given", () => {
    for (const [path, sample] of accepted) {
      const steps = read(`${path.slice(0, path.indexOf("samples/"))}workflow.json`)["steps"] as Json;
      const script: Json[] = sample["script"] ?? [];
      const asked = script.map((act) => steps[act["step"]]).find((step: Json) => step["extension"] === "apologise");
      // Time that passes at a step off the clock moves the date further.
      if (script.some((act) => act["after"] && steps[act["step"]].offClock)) continue;
      // Counted from the day that was promised: that day itself is not counted again.
      const promised = `${sample["expected"].due.slice(0, 10)}T07:00:00+07:00`;
      if (asked) expect(due(promised, asked.within, { sessions: placeOf(sample)["sessions"] }).due, path).toBe(sample["expected"].finalDue);
    }
  });
});
