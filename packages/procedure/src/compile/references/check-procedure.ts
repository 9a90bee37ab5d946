import { parseDuration, isIsoDay } from "@motcua/calendar";
import type { DocumentDefinition, DurationText, PartyPointers, ResultDefinition } from "../../definition.ts";
import { documentList } from "../../document-list.ts";
import type { Problem } from "../../problem.ts";
import { fieldAt, resolveRef } from "../form/object-shape.ts";
import { segmentsOf } from "../../json-pointer.ts";
import { isWithin } from "../province/duration-order.ts";
import { type Definition, duplicateIds, type Path, problemIn, unknownName } from "./definition.ts";
import { unknownField } from "./unknown-field.ts";

/** What `procedure.json` refers to that is not there, and what it says twice, in vain or of no day. */
export function checkProcedure(definition: Definition): readonly Problem[] {
  return [partiesExist, unitsAreCommunes, idsAreUnique, casesAreReached, agreementsLengthen, documentsFit, feesFit, resultsFit, periodHolds, durationsHold].flatMap((check) => check(definition));
}

function partiesExist(definition: Definition): readonly Problem[] {
  const { submitter, owner, signers = [] } = definition.procedure.parties;
  const parties: readonly (readonly [Path, PartyPointers])[] = [[["submitter"], submitter], [["owner"], owner], ...signers.map((signer, index) => [["signers", index], signer] as const)];
  return parties.flatMap(([who, party]) =>
    Object.entries(party as unknown as Readonly<Record<keyof PartyPointers, readonly string[]>>).flatMap(([key, pointers]) =>
      pointers.flatMap((pointer, index) => unknownField(definition, { part: "procedure", path: ["parties", ...who, key, index], pointer })),
    ),
  );
}

function unitsAreCommunes(definition: Definition): readonly Problem[] {
  const { competentUnit, roles, units = {} } = definition.procedure;
  const known = ["receiving", "competent", ...Object.keys(units)];
  return [
    ...Object.entries(units).flatMap(([id, { at }]) => (at === undefined ? [] : isCommune(definition, ["units", id, "at"], at))),
    ...Object.entries(roles).flatMap(([id, { unit }]) => (typeof unit === "string" ? unknownName(definition, { part: "procedure", path: ["roles", id, "unit"], name: unit, known, code: "unknown-part-unit" }) : [])),
    ...(competentUnit !== undefined && "unit" in competentUnit ? unknownName(definition, { part: "procedure", path: ["competentUnit", "unit"], name: competentUnit.unit, known: Object.keys(units), code: "unknown-part-unit" }) : []),
    ...unusedUnits(definition),
    ...(competentUnit === undefined || !("at" in competentUnit) ? [] : isCommune(definition, ["competentUnit", "at"], competentUnit.at)),
    ...Object.entries(roles).flatMap(([id, { unit }]) => (typeof unit === "string" ? [] : isCommune(definition, ["roles", id, "unit", "at"], unit.at))),
  ];
}

function unusedUnits(definition: Definition): readonly Problem[] {
  const { procedure, workflow } = definition;
  const used = new Set<unknown>([
    ...(procedure.competentUnit !== undefined && "unit" in procedure.competentUnit ? [procedure.competentUnit.unit] : []),
    ...Object.values(procedure.roles).map(({ unit }) => unit),
    ...Object.values(workflow.steps).flatMap((step) => (step.kind === "fork" ? Object.values(step.branches).map(({ unit }) => unit) : step.kind === "consult" ? (step.agencies ?? []).map(({ unit }) => unit) : [])),
  ]);
  return Object.keys(procedure.units ?? {}).filter((id) => !used.has(id)).map((name) => problemIn(definition, "procedure", ["units", name], { code: "unit-unused", spot: "key", given: { name } }));
}

function isCommune(definition: Definition, path: Path, pointer: string): readonly Problem[] {
  const field = fieldAt(definition.form, segmentsOf(pointer));
  if (field === undefined) return unknownField(definition, { part: "procedure", path, pointer });
  return field.format === "vn-commune" ? [] : [problemIn(definition, "procedure", path, { code: "not-a-commune", given: { name: pointer } })];
}

const idsAreUnique = (definition: Definition): readonly Problem[] =>
  (["documents", "fees", "results", "gates", "legalBasis"] as const).flatMap((list) =>
    duplicateIds(definition, "procedure", [list], (definition.procedure[list] ?? []).map(({ id }) => id)),
  );

function casesAreReached(definition: Definition): readonly Problem[] {
  const cases = Object.entries(definition.procedure.cases);
  const open = cases.findIndex(([, { when }]) => when === undefined);
  if (open === -1) return [];
  return cases.slice(open + 1).map(([name]) => problemIn(definition, "procedure", ["cases", name], { code: "case-unreachable", spot: "key", given: { name } }));
}

/** What nobody may agree on longer than the law's own time is no agreement. */
const agreementsLengthen = (definition: Definition): readonly Problem[] =>
  Object.entries(definition.procedure.cases).flatMap(([id, { limit: { time, agreed } }]) =>
    agreed?.atMost === undefined || !isWithin(agreed.atMost, time) ? [] : [problemIn(definition, "procedure", ["cases", id, "limit", "agreed", "atMost"], { code: "agreement-not-longer", given: { found: agreed.atMost, limit: time } })],
  );

/** Steps at which an officer takes papers in. */
function takingIn({ workflow }: Definition): readonly string[] {
  return Object.entries(workflow.steps).flatMap(([id, step]) => ("role" in step && step.kind !== "wait" ? [id] : []));
}

function documentsFit(definition: Definition): readonly Problem[] {
  const { documents, documentGroups = {} } = definition.procedure;
  const groups = Object.keys(documentGroups);
  return [
    ...documents.flatMap(({ at }, index) => unknownName(definition, { part: "procedure", path: ["documents", index, "at"], name: at, known: takingIn(definition), code: "unknown-step" })),
    ...documents.flatMap(({ group }, index) => unknownName(definition, { part: "procedure", path: ["documents", index, "group"], name: group, known: groups, code: "unknown-group" })),
    ...documents.flatMap((document, index) => entriesFit(definition, ["documents", index], document)),
    ...documents.flatMap((document, index) => (document.at !== undefined && documentList(document, documentGroups).each !== undefined ? [problemIn(definition, "procedure", ["documents", index, "at"], { code: "entry-document-at-step", given: { name: document.id } })] : [])),
    ...Object.entries(documentGroups).flatMap(([name, group]) => entriesFit(definition, ["documentGroups", name], group)),
    ...Object.entries(documentGroups).flatMap(([name, { need }]) => {
      const count = documents.filter(({ group }) => group === name).length;
      const given = { name, need: String(need), count: String(count) };
      return count >= need ? [] : [problemIn(definition, "procedure", ["documentGroups", name, "need"], { code: "group-too-small", given })];
    }),
  ];
}

/** The list a document is asked for each entry of, and where an entry's name stands. */
function entriesFit(definition: Definition, path: Path, { each, entryName = [] }: Pick<DocumentDefinition, "each" | "entryName">): readonly Problem[] {
  if (each === undefined) return [];
  const list = isList(definition, [...path, "each"], each);
  if (list.length > 0) return list;
  return entryName.flatMap((pointer, index) => {
    const at: Path = [...path, "entryName", index];
    const field = fieldAt(definition.form, segmentsOf(`${each}/0${pointer}`));
    if (field === undefined) return unknownField(definition, { part: "procedure", path: at, pointer: `${each}/0${pointer}` });
    return resolveRef(field, definition.form).type === "string" ? [] : [problemIn(definition, "procedure", at, { code: "not-a-text", given: { name: pointer } })];
  });
}

const feesFit = (definition: Definition): readonly Problem[] =>
  definition.procedure.fees.flatMap((fee, index) => [
    ...unknownName(definition, { part: "procedure", path: ["fees", index, "case"], name: fee.case, known: Object.keys(definition.procedure.cases), code: "unknown-case" }),
    ...(fee.each === undefined ? [] : isList(definition, ["fees", index, "each"], fee.each)),
    ...("tiers" in fee.amount && !ascends((fee.amount.tiers ?? []).map(({ upTo }) => upTo)) ? [problemIn(definition, "procedure", ["fees", index, "amount", "tiers"], { code: "tiers-not-ascending" })] : []),
  ]);

const resultsFit = (definition: Definition): readonly Problem[] =>
  definition.procedure.results.flatMap(({ each, notify = [], validity, duties = [] }, index) => [
    ...duplicateIds(definition, "procedure", ["results", index, "duties"], duties.map(({ id }) => id)),
    ...duties.flatMap(({ before }, nth) => (before === undefined || validity !== undefined ? [] : [problemIn(definition, "procedure", ["results", index, "duties", nth, "before"], { code: "duty-without-end" })])),
    ...waysAreReached(definition, index, validity),
    ...(each === undefined ? [] : isList(definition, ["results", index, "each"], each)),
    ...notify.flatMap((name, nth) => unknownName(definition, { part: "procedure", path: ["results", index, "notify", nth], name, known: [...Object.keys(definition.procedure.parties), ...Object.keys(definition.procedure.units ?? {})], code: "unknown-notified" })),
  ]);

/** After a way without a condition nobody looks further. */
function waysAreReached(definition: Definition, index: number, validity: ResultDefinition["validity"]): readonly Problem[] {
  if (typeof validity !== "object") return [];
  const open = validity.findIndex(({ when }) => when === undefined);
  return open === -1 ? [] : validity.slice(open + 1).map((_, after) => problemIn(definition, "procedure", ["results", index, "validity", open + 1 + after], { code: "validity-unreachable" }));
}

function isList(definition: Definition, path: Path, pointer: string): readonly Problem[] {
  const field = fieldAt(definition.form, segmentsOf(pointer));
  if (field === undefined) return unknownField(definition, { part: "procedure", path, pointer });
  return resolveRef(field, definition.form).type === "array" ? [] : [problemIn(definition, "procedure", path, { code: "not-a-list", given: { name: pointer } })];
}

function ascends(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function periodHolds(definition: Definition): readonly Problem[] {
  const { from, to } = definition.procedure.effective;
  const days = ([["from", from], ["to", to]] as const).flatMap(([key, day]) =>
    day === undefined || isIsoDay(day) ? [] : [problemIn(definition, "procedure", ["effective", key], { code: "not-a-date" })],
  );
  return to !== undefined && to < from ? [...days, problemIn(definition, "procedure", ["effective", "to"], { code: "period-empty" })] : days;
}

const durationsHold = (definition: Definition): readonly Problem[] => {
  const { cases, clock, documents, results } = definition.procedure;
  const written: readonly (readonly [Path, DurationText | undefined])[] = [
    ...Object.entries(cases).flatMap(([id, { limit }]) => [
      [["cases", id, "limit", "time"], limit.time] as const,
      ...Object.entries(limit.byChannel ?? {}).map(([channel, time]) => [["cases", id, "limit", "byChannel", channel], time] as const),
      [["cases", id, "limit", "agreed", "atMost"], limit.agreed?.atMost] as const,
      ...(limit.then ?? []).map((found, index) => [["cases", id, "limit", "then", index, "limit"], found.limit] as const),
    ]),
    [["clock", "acceptance"], clock.acceptance],
    [["clock", "responseWindow"], clock.responseWindow],
    ...documents.map(({ notOlderThan }, index) => [["documents", index, "notOlderThan"], notOlderThan] as const),
    ...results.flatMap(({ duties = [] }, index) => duties.flatMap(({ within, before }, nth): readonly (readonly [Path, DurationText | undefined])[] => [[["results", index, "duties", nth, "within"], within], [["results", index, "duties", nth, "before"], before]])),
    ...results.flatMap(({ validity }, index): readonly (readonly [Path, DurationText | undefined])[] => {
      const at: Path = ["results", index, "validity"];
      return typeof validity === "object" ? validity.map(({ time }, nth) => [[...at, nth, "time"], time] as const) : [[at, validity]];
    }),
  ];
  return written.flatMap(([path, time]) => (time === undefined || lasts(time) ? [] : [problemIn(definition, "procedure", path, { code: "duration-zero" })]));
};

/** Whether a duration is some time at all; `same-day` is. */
export function lasts(time: DurationText): boolean {
  const duration = parseDuration(time);
  return duration !== undefined && (duration.unit === "same-day" || duration.value > 0);
}
