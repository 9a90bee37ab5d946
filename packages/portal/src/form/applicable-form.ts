import type { Channel, FormSchema, ProcedureModule } from "@motcua/procedure";
import { evaluate } from "@motcua/procedure";
import { isObject, isWithin, valueAt, withValueAt, type JsonObject } from "./json-pointer.ts";
import { forbiddenNow, requiredNow } from "./object-rules.ts";
import { resolveSchema } from "./resolve-schema.ts";

/** What decides which parts of a form apply, apart from the form itself. */
export interface FormCircumstances {
  readonly channel: Channel;
  /** ISO date in the province. */
  readonly today: string;
  /** ISO date of the submission, where it was before today. */
  readonly submittedOn?: string;
  readonly ask: Readonly<Record<string, boolean>>;
}

/** Hiding one part can hide or show another; real forms settle in two rounds. */
const ROUNDS = 5;

/** Ids of the sections that apply to these answers. */
export function applicableSections(module: ProcedureModule, form: unknown, circumstances: FormCircumstances): ReadonlySet<string> {
  const facts = { form, channel: circumstances.channel, today: circumstances.today, submittedOn: circumstances.submittedOn ?? circumstances.today, ask: circumstances.ask };
  const sections = module.procedure.form["x-sections"] ?? [];
  const shown = sections.filter((section, index) => evaluate(module, `/form/x-sections/${index}/when`, facts, section.when === undefined));
  return new Set(shown.map(({ id }) => id));
}

/**
 * The form that would be submitted: what was filled in, without the sections and fields that do not apply to the
 * answers given (they are kept aside, so that changing an answer back loses nothing), and with an empty object where
 * one is required, so that what is missing is told field by field.
 */
export function applicableForm(module: ProcedureModule, filled: unknown, circumstances: FormCircumstances): JsonObject {
  let form: unknown = filled;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = withRequiredObjects(withoutForbidden(withoutHiddenSections(module, filled, applicableSections(module, form, circumstances)), module), module);
    if (JSON.stringify(next) === JSON.stringify(form)) break;
    form = next;
  }
  return isObject(form) ? form : {};
}

function withoutHiddenSections(module: ProcedureModule, form: unknown, shown: ReadonlySet<string>): unknown {
  const sections = module.procedure.form["x-sections"] ?? [];
  const kept = sections.filter(({ id }) => shown.has(id)).flatMap(({ fields }) => fields);
  const hidden = sections.filter(({ id }) => !shown.has(id)).flatMap(({ fields }) => fields);
  const gone = hidden.filter((place) => !kept.some((other) => isWithin(place, other) || isWithin(other, place)));
  const without = gone.reduce<unknown>((at, place) => withValueAt(at, place, undefined), form);
  return gone.reduce<unknown>(withoutEmptyParents, without);
}

/** A parent all of whose fields are in hidden sections is not given either. */
function withoutEmptyParents(form: unknown, place: string): unknown {
  const parent = place.slice(0, place.lastIndexOf("/"));
  const value = valueAt(form, parent);
  return parent !== "" && isObject(value) && Object.keys(value).length === 0 ? withValueAt(form, parent, undefined) : form;
}

function withoutForbidden(form: unknown, module: ProcedureModule): unknown {
  return mapObjects(form, module.procedure.form, (value, schema) => {
    const forbidden = forbiddenNow(schema, value);
    return Object.fromEntries(Object.entries(value).filter(([key]) => !forbidden.has(key)));
  });
}

function withRequiredObjects(form: unknown, module: ProcedureModule): unknown {
  const root = module.procedure.form;
  return mapObjects(form ?? {}, root, (value, schema) => {
    const missing = [...requiredNow(schema, value)].filter((key) => value[key] === undefined && resolveSchema(schema.properties?.[key] ?? {}, root).type === "object");
    return missing.length === 0 ? value : { ...value, ...Object.fromEntries(missing.map((key) => [key, {}])) };
  });
}

type MapObject = (value: JsonObject, schema: FormSchema) => JsonObject;

/** Maps every object of a form with its schema, outermost first. */
function mapObjects(form: unknown, root: FormSchema, map: MapObject): unknown {
  const visit = (value: unknown, raw: FormSchema): unknown => {
    const schema = resolveSchema(raw, root);
    if (Array.isArray(value)) return value.map((item) => visit(item, schema.items ?? {}));
    if (!isObject(value) || schema.properties === undefined) return value;
    return Object.fromEntries(Object.entries(map(value, schema)).map(([key, item]) => [key, visit(item, schema.properties?.[key] ?? {})]));
  };
  return visit(form, root);
}
