import { entryWith, type FaultKind, type Json, NEVER, type Path, putFirst } from "./fault.ts";

type Plant = FaultKind["plant"];

const kind = (code: string, name: string, plant: Plant): FaultKind => ({ name, part: "form", code, plant });
/** How a form's file writes the way to `schemas/shared`. */
const shared = (file: Json): string => (file["$schema"] as string).replace(/contract\/.*$/, "shared");
const LABEL = { vi: "Trường thêm", en: "Further field" };

/** Adds a field on a page of its own; `at` leads on from the field. */
const field =
  (schema: Json, ...at: Path): Plant =>
  (file) => {
    putFirst(file["properties"], "them", { "x-label": LABEL, "x-data": "none", ...schema });
    file["x-sections"].push({ id: "them", title: LABEL, fields: ["/them"] });
    return ["properties", "them", ...at];
  };

/** The same under another key. */
const named =
  (name: string, schema: Json): Plant =>
  (file) => {
    putFirst(file["properties"], name, { "x-label": LABEL, ...schema });
    file["x-sections"].push({ id: "them", title: LABEL, fields: [`/${name}`] });
    return ["properties", name];
  };

const rule =
  (assert: string, ...at: Path): Plant =>
  (file) => {
    file["x-rules"] = [{ id: "them", assert, at: `/${Object.keys(file["properties"])[0]}`, message: LABEL }, ...(file["x-rules"] ?? [])];
    return ["x-rules", 0, ...at];
  };

const object = (more: Json = {}): Json => ({ type: "object", additionalProperties: false, required: ["a"], properties: { a: { type: "boolean", "x-label": LABEL, "x-data": "none" }, b: { type: "string", maxLength: 9, "x-label": LABEL, "x-data": "none" } }, ...more });
const requiredLeaf = (file: Json): string | undefined => (file["required"] as string[]).find((name) => file["x-sections"].some((section: Json) => section["fields"].includes(`/${name}`)));

/** Mistakes in `form.schema.json`. */
export const FORM_FAULTS: readonly FaultKind[] = [
  kind("rules-of-no-record", "rules of a definition no step records", (file) => {
    file["$defs"] = { ...file["$defs"], Them: { type: "object", additionalProperties: false, properties: { a: { type: "boolean", "x-label": LABEL, "x-data": "none" } }, "x-label": LABEL, "x-rules": [] } };
    return ["$defs", "Them", "x-rules"];
  }),
  kind("rule-effect-in-record", "a rule of a record that only warns", (file, { workflow }) => {
    const [, one] = entryWith(workflow["steps"], ({ record }) => record !== undefined) ?? [];
    const name = (one?.["record"] as string | undefined)?.slice("#/$defs/".length);
    if (name === undefined) return undefined;
    const definition = file["$defs"][name] as Json;
    definition["x-rules"] = [{ id: "them", assert: "today >= submittedOn", at: `/${Object.keys(definition["properties"])[0]}`, effect: "warn", message: LABEL }];
    return ["$defs", name, "x-rules", 0, "effect"];
  }),
  kind("not-a-list", "a rule for the entries of no list", (file) => {
    const leaf = Object.keys(file["properties"])[0];
    file["x-rules"] = [{ id: "them", each: `/${leaf}`, assert: "nth > 1", at: "/a", message: LABEL }, ...(file["x-rules"] ?? [])];
    return ["x-rules", 0, "each"];
  }),
  kind("unknown-key", "a keyword of JSON Schema that is not honoured", field({ type: "string", contentEncoding: "base64" }, "contentEncoding")),
  kind("ref-unknown-file", "a shared file that is not there", field({ $ref: "../../../shared/nobody.schema.json#/$defs/HoTen" }, "$ref")),
  kind("ref-unknown-definition", "a definition that is not there", (file, files) => field({ $ref: `${shared(file)}/person.schema.json#/$defs/HoTenn` }, "$ref")(file, files)),
  kind("ref-not-local", "a definition on the network", field({ $ref: "https://example.com/person.schema.json#/$defs/HoTen" }, "$ref")),
  kind("ref-circle", "definitions that contain each other", (file) => {
    file["$defs"] = { ...file["$defs"], VongA: { allOf: [{ $ref: "#/$defs/VongB" }] }, VongB: { anyOf: [{ $ref: "#/$defs/VongA" }] } };
    return ["$defs", "VongA", "allOf", 0, "$ref"];
  }),
  kind("unknown-code-list", "a code list nobody wrote", field({ type: "string", "x-code-list": "khong-co" }, "x-code-list")),
  kind("code-list-and-enum", "a code list beside values", field({ type: "string", "x-code-list": "genders", enum: ["nam"] }, "x-code-list")),
  kind("code-list-needs-format", "a long code list without a format", field({ type: "string", "x-code-list": "communes-2025" }, "x-code-list")),
  kind("open-object", "an object that is not closed", field({ type: "object", required: [], properties: { a: { type: "boolean", "x-label": LABEL } } })),
  kind("field-without-type", "a field without a type", field({})),
  kind("object-without-fields", "an object without fields", field({ type: "object", additionalProperties: false })),
  kind("list-without-items", "a list of nothing known", field({ type: "array" })),
  kind("unknown-required-field", "a required field that is not there", (file) => {
    file["required"] = ["khong_co", ...file["required"]];
    return ["required", 0];
  }),
  kind("unknown-conditional-field", "a condition on a field that is not there", field(object({ if: { properties: { c: { const: true } } }, then: { required: ["b"] } }), "if", "properties", "c")),
  kind("pattern-invalid", "a pattern that does not compile", field({ type: "string", pattern: "^(a$" }, "pattern")),
  kind("pattern-backtracks", "a repetition inside a repetition", field({ type: "string", pattern: "^(a+)+$" }, "pattern")),
  kind("pattern-backtracks", "alternatives that begin alike inside a repetition", field({ type: "string", pattern: "^(a|aa)+$" }, "pattern")),
  kind("range-empty", "a range without values", field({ type: "string", minLength: 9, maxLength: 3 }, "maxLength")),
  kind("enum-wrong-type", "a default of another type", field({ type: "string", default: 84 }, "default")),
  kind("enum-label-unknown", "a label for a value that is not there", field({ type: "string", enum: ["a"], "x-enum": { a: LABEL, b: LABEL } }, "x-enum", "b")),
  kind("enum-label-missing", "a value without a label", field({ type: "string", enum: ["a", "b"], "x-enum": { a: LABEL } }, "x-enum")),
  kind("field-without-label", "a field without a label", (file) => {
    field({ type: "boolean" })(file, { procedure: {}, form: file, workflow: {}, samples: {} });
    delete file["properties"]["them"]["x-label"];
    return ["properties", "them"];
  }),
  kind("one-of-needs-const", "variants nobody can tell apart", field({ oneOf: [object(), object()] }, "oneOf")),
  kind("reserved-name", "a field named with a word of expressions", named("in", { type: "boolean", "x-data": "none" })),
  kind("sections-not-at-root", "pages inside a field", field(object({ "x-sections": [{ id: "a", title: LABEL, fields: ["/a"] }] }), "x-sections")),
  kind("no-sections", "a form without pages", (file) => {
    delete file["x-sections"];
    return [];
  }),
  kind("field-without-section", "a field on no page", (file) => {
    putFirst(file["properties"], "them", { type: "boolean", "x-label": LABEL, "x-data": "none" });
    return ["properties", "them"];
  }),
  kind("field-in-two-sections", "a field on two pages", (file) => {
    file["x-sections"].push({ id: "them", title: LABEL, fields: [file["x-sections"][0]["fields"][0]] });
    return ["x-sections", file["x-sections"].length - 1, "fields", 0];
  }),
  kind("duplicate-id", "two pages of one id", (file) => {
    field({ type: "boolean" })(file, { procedure: {}, form: file, workflow: {}, samples: {} });
    file["x-sections"].at(-1)["id"] = file["x-sections"][0]["id"];
    return ["x-sections", file["x-sections"].length - 1, "id"];
  }),
  kind("unknown-pointer", "a page with a field that is not there", (file) => {
    file["x-sections"][0]["fields"].push("/khong_co");
    return ["x-sections", 0, "fields", file["x-sections"][0]["fields"].length - 1];
  }),
  kind("section-unreachable", "a page nobody reaches", (file) => {
    field({ type: "boolean" })(file, { procedure: {}, form: file, workflow: {}, samples: {} });
    file["x-sections"].at(-1)["when"] = NEVER;
    return ["x-sections", file["x-sections"].length - 1, "when"];
  }),
  kind("field-required-but-hidden", "a required field on a page that may not appear", (file) => {
    const name = requiredLeaf(file);
    const index = file["x-sections"].findIndex((section: Json) => section["fields"].includes(`/${name}`));
    if (name === undefined || index === -1) return undefined;
    file["x-sections"][index]["when"] = "today > '2026-09-01'";
    return ["x-sections", index, "fields", file["x-sections"][index]["fields"].indexOf(`/${name}`)];
  }),
  kind("field-required-but-hidden", "a field required just where its page is hidden", (file) => {
    const fields = { a: { type: "boolean", "x-label": LABEL, "x-data": "none" }, b: { type: "string", maxLength: 9, "x-label": LABEL, "x-data": "none" } };
    file["properties"] = { them: { type: "object", additionalProperties: false, required: ["a"], "x-label": LABEL, "x-data": "none", properties: fields, if: { properties: { a: { const: true } }, required: ["a"] }, then: { required: ["b"] } }, ...file["properties"] };
    file["required"].push("them");
    file["x-sections"].push({ id: "mot", title: LABEL, fields: ["/them/a"] }, { id: "hai", title: LABEL, fields: ["/them/b"], when: "!form.them.a" });
    return ["x-sections", file["x-sections"].length - 1, "fields", 0];
  }),
  kind("field-required-and-forbidden", "a field both required and forbidden", field(object({ if: { properties: { a: { const: true } }, required: ["a"] }, then: { not: { required: ["a"] } } }), "then", "not", "required", 0)),
  kind("rule-in-vain", "a rule that finds nothing", rule("channel == channel", "assert")),
  kind("rule-refuses-everything", "a rule no form satisfies", rule(NEVER, "assert")),
  kind("condition-variable-not-here", "a rule that reads answers", rule("ask.uy_quyen", "assert")),
  kind("condition-needs-has", "an optional field read without has()", (file) => {
    field({ type: "string", maxLength: 9 })(file, { procedure: {}, form: file, workflow: {}, samples: {} });
    return rule("form.them == 'x'", "assert")(file, { procedure: {}, form: file, workflow: {}, samples: {} });
  }),
  kind("unknown-prefill-source", "prefill from nowhere", field({ type: "string", maxLength: 9, "x-prefill": ["applicant.nam"] }, "x-prefill", 0)),
  kind("prefill-cannot-give", "a phone number prefilled from a date of birth", field({ type: "string", format: "vn-phone", "x-data": "personal", "x-prefill": ["applicant.birth-date"] }, "x-prefill", 0)),
  kind("personal-data-class-missing", "a date of birth without its class", named("ngay_sinh_them", { type: "string", format: "date" })),
  kind("personal-data-class-low", "an identity number called impersonal", field({ type: "string", format: "vn-personal-id", "x-data": "none" }, "x-data")),
  kind("text-without-english", "a field without English", (file) => {
    const found = entryWith(file["properties"], (schema) => schema["x-label"]?.en !== undefined);
    if (found === undefined) return undefined;
    delete found[1]["x-label"].en;
    return ["properties", found[0], "x-label"];
  }),
];
