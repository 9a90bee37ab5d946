import type { FormSchema, Problem, ProcedureModule } from "@motcua/procedure";
import fc from "fast-check";
import { Dice } from "./dice.ts";
import { type Drawing, drawValue, matching, resolved } from "./draw-value.ts";
import { placeOf, type Place } from "./place.ts";

/** Under which forms are checked, as `problems` takes it. */
export type FormContext = Parameters<ProcedureModule["problems"]>[1];

/** Forms that are drawn before giving up. */
const DRAWS = 50;
/** A form is put right so many times at most before another is drawn. */
const ATTEMPTS = 40;

/**
 * Forms whose structure is valid, conditions of the schema included, values at their limits among them. Rules between fields
 * (`rule-…`) may still speak: they need people who know each other. Drawn from a seed: the same seed, the same form.
 *
 * A form is drawn from types and limits; then what `problems` finds is put right, until it finds nothing.
 *
 * @throws RangeError while drawing, from a form that contradicts itself
 */
export function validForms(module: Pick<ProcedureModule, "procedure" | "problems">, context: FormContext): fc.Arbitrary<unknown> {
  const { form } = module.procedure;
  return fc.noBias(fc.nat({ max: 2 ** 31 - 1 })).map((seed) => {
    const dice = new Dice(seed);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const value = drawn(module, { context, drawing: { definitions: form.$defs ?? {}, dice } });
      if (value !== undefined) return value;
    }
    throw new RangeError(`no valid form was found in ${DRAWS} draws: the form of ${module.procedure.code} may contradict itself`);
  });
}

interface Attempt {
  readonly context: FormContext;
  readonly drawing: Drawing;
}

function drawn({ procedure: { form }, problems }: Pick<ProcedureModule, "procedure" | "problems">, { context, drawing }: Attempt): unknown {
  const value = drawValue(form, drawing);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = problems(value, context).filter(({ code }) => !code.startsWith("rule-"));
    if (found.length === 0) return value;
    for (const problem of found) putRight(value, form, { problem, drawing });
  }
  return undefined;
}

function putRight(value: unknown, form: FormSchema, { problem, drawing }: { readonly problem: Problem; readonly drawing: Drawing }): void {
  const place = placeOf(value, form, { pointer: problem.pointer, definitions: drawing.definitions });
  if (place === undefined) return;
  if (problem.code === "forbidden-field" || problem.code === "unknown-field") Reflect.deleteProperty(place.parent, place.key);
  else place.parent[place.key] = another(place, problem, drawing);
}

/** Another value for a place: from one of the schemas that speak of it, its patterns before anything else. */
function another({ schemas }: Place, { code }: Problem, drawing: Drawing): unknown {
  const own = schemas.map((schema) => resolved(schema, drawing.definitions));
  const patterns = own.flatMap(({ pattern }) => pattern ?? []);
  if (code === "wrong-pattern" && patterns.length > 0) return matching(patterns[drawing.dice.throw(patterns.length)] ?? "", drawing.dice);
  const saying = own.filter((schema) => schema.type !== undefined || schema.enum !== undefined || Object.hasOwn(schema, "const") || schema.format !== undefined);
  const narrower = code === "must-be" || code === "not-in-list" || code === "forbidden-value" ? saying[drawing.dice.throw(saying.length)] : saying[0];
  return drawValue(narrower ?? own[0] ?? {}, drawing);
}
