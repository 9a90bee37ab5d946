import { askedDocuments } from "@motcua/dossier";
import { isError, type FormSchema, type ProcedureModule } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import { isObject, type JsonObject } from "../form/json-pointer.ts";
import { resolveSchema } from "../form/resolve-schema.ts";
import type { Portal } from "../portal.ts";
import { journeyOf, PAGE, sectionPage } from "./journey.ts";
import { formProblems } from "./mistakes.ts";
import { placeOf } from "../form/form-model.ts";

/**
 * A draft moved to another version of its procedure: answers whose place and kind still exist are kept, and pages that
 * were finished stay so while nothing on them is wrong now. Documents are looked through again.
 */
export function carriedOver(portal: Portal, module: ProcedureModule, draft: Draft): Draft {
  const { procedure } = module;
  const kept = <T>(values: Readonly<Record<string, T>>, known: readonly string[]) => Object.fromEntries(Object.entries(values).filter(([id]) => known.includes(id)));
  const form = fitting(draft.form, procedure.form, procedure.form);
  const moved: Draft = {
    ...draft,
    version: procedure.version,
    form: isObject(form) ? form : {},
    answers: kept(draft.answers, Object.keys(procedure.questions ?? {})),
    documents: kept(draft.documents, askedDocuments(procedure, form).map(({ definition }) => definition.id)),
    done: [],
  };
  const journey = journeyOf(portal, module, moved);
  const wrong = new Set(formProblems(journey).filter(isError).map(({ pointer }) => placeOf(journey.model, pointer)?.section.section.id));
  const still = journey.pages.filter(({ id, section }) => draft.done.includes(id) && id !== PAGE.documents && !(section !== undefined && wrong.has(section.section.id)));
  // A page that is new has never been seen: it stays open.
  return { ...moved, done: still.map(({ id, section }) => (section === undefined ? id : sectionPage(section.section.id))) };
}

function fitting(value: unknown, raw: FormSchema, root: FormSchema): unknown {
  const schema = resolveSchema(raw, root);
  if (isObject(value)) return schema.properties === undefined ? undefined : fittingObject(value, schema, root);
  if (Array.isArray(value)) return schema.items === undefined ? undefined : value.map((item) => fitting(item, schema.items ?? {}, root)).filter((item) => item !== undefined);
  if (schema.enum !== undefined) return schema.enum.includes(value) ? value : undefined;
  const kinds = [schema.type].flat();
  const kind = typeof value === "number" ? ["number", "integer"] : [typeof value];
  return kinds.some((each) => each !== undefined && kind.includes(each)) ? value : undefined;
}

function fittingObject(value: JsonObject, schema: FormSchema, root: FormSchema): JsonObject {
  const parts = Object.entries(value).map(([key, below]) => [key, fitting(below, schema.properties?.[key] ?? {}, root)] as const);
  return Object.fromEntries(parts.filter(([, below]) => below !== undefined));
}
