import { type ProcedureModule, type Section, segmentsOf } from "@motcua/procedure";
import { buildField } from "./build-field.ts";
import type { CodeLists } from "./code-list.ts";
import type { Field, PlacedField } from "./field.ts";
import { isWithin } from "./json-pointer.ts";
import { schemaAt } from "./resolve-schema.ts";

/** A page of the form with its fields in order. */
export interface FormSection {
  readonly section: Section;
  readonly fields: readonly PlacedField[];
}

/** A procedure's form as pages are made of it. */
export interface FormModel {
  readonly sections: readonly FormSection[];
  /** What the applicant declares on the last page: boxes that must be ticked. */
  readonly declarations: readonly PlacedField[];
  /** The field that says how the result is delivered, where the form asks it itself. */
  readonly delivery?: PlacedField;
}

const models = new WeakMap<ProcedureModule, FormModel>();

/** Builds the model of a module's form; once a module. */
export function formModel(module: ProcedureModule, lists: CodeLists): FormModel {
  const known = models.get(module);
  if (known !== undefined) return known;
  const model = build(module, lists);
  models.set(module, model);
  return model;
}

function build(module: ProcedureModule, lists: CodeLists): FormModel {
  const root = module.procedure.form;
  const sections = (root["x-sections"] ?? []).map((section) => ({ section, fields: section.fields.flatMap((at) => placed(at)) }));
  const all = sections.flatMap(({ fields }) => fields);
  const declarations = all.filter(isDeclaration);
  const delivery = all.find(({ field }) => isDelivery(field));
  return {
    sections: sections.map(({ section, fields }) => ({ section, fields: fields.filter((each) => !isDeclaration(each)) })).filter(({ fields }) => fields.length > 0),
    declarations,
    ...(delivery === undefined ? {} : { delivery }),
  };

  function placed(at: string): readonly PlacedField[] {
    const path = segmentsOf(at);
    const parent = schemaAt(root, path.slice(0, -1));
    const key = path.at(-1);
    return parent === undefined || key === undefined ? [] : [{ field: buildField({ root, lists }, parent, key), at }];
  }
}

function isDeclaration({ field }: PlacedField): boolean {
  return field.control === "checkbox" && field.schema.const === true;
}

const DELIVERY_LIST = "result-delivery";
const DELIVERIES: Readonly<Record<string, "counter" | "post" | "online">> = { truc_tiep: "counter", buu_chinh_cong_ich: "post", truc_tuyen: "online" };

function isDelivery(field: Field): boolean {
  const named = field.schema["x-code-list"] === DELIVERY_LIST;
  return named || (field.choices.length > 0 && field.choices.every(({ value }) => Object.hasOwn(DELIVERIES, value)));
}

/** The way of delivery a value of the form's own field stands for. */
export function deliveryOf(value: unknown): "counter" | "post" | "online" | undefined {
  return typeof value === "string" ? DELIVERIES[value] : undefined;
}

/** The section and the field a problem's pointer belongs to: the innermost page field that contains it. */
export function placeOf(model: FormModel, pointer: string): { readonly section: FormSection; readonly field: PlacedField } | undefined {
  for (const section of model.sections) {
    const field = section.fields.find(({ at }) => isWithin(pointer, at)) ?? section.fields.find(({ at }) => pointer !== "" && isWithin(at, pointer));
    if (field !== undefined) return { section, field };
  }
  return undefined;
}
